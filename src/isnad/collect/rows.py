"""From the fields of one input record to a report, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from isnad.collect.dates import read_day
from isnad.collect.identity import hash_report, make_id, sha256
from isnad.collect.received import LONGEST_TEXT, Received
from isnad.errors import InputError
from isnad.records import Report, SetAside

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08b4\ufb50-\ufdfb\ufe70-\ufefc]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def receive(fields: Mapping[str, object], raw: bytes, origin: str, longest: int = LONGEST_TEXT) -> Received:
    """Make a report of `id, outlet, date (or published), url, title, text`; other fields are not looked at.

    Text and title are taken code point by code point as they are. What cannot be a report is set aside.
    """
    try:
        report, warnings = _make_report(fields, raw, origin, longest)
    except InputError as error:
        return set_aside(str(error), raw, origin, _given_id(fields))
    return Received(report, raw, warnings)


def set_aside(reason: str, raw: bytes, origin: str, report: str = "") -> Received:
    """An input that is not read; one without an id gets that of its bytes, so that it can be named."""
    return Received(SetAside(origin, reason, report or "x-" + sha256(raw + origin.encode("utf-8", "replace"))[:12]), raw)


def _make_report(fields: Mapping[str, object], raw: bytes, origin: str, longest: int) -> tuple[Report, tuple[str, ...]]:
    text, warnings = _text(fields, longest), list[str]()
    title = _optional(fields, "title", warnings) or ""
    outlet, url = _optional(fields, "outlet", warnings), _optional(fields, "url", warnings)
    published, warning = read_day(fields["date"] if fields.get("date") else fields.get("published"))
    _refuse(title, text, outlet, url, given := _given_id(fields, strict=True))
    report = Report(
        id=given or make_id(outlet, url, published, title, text),
        text=text,
        title=title,
        outlet=outlet,
        url=url,
        published=published,
        sha256=hash_report(title, text),
        raw_sha256=sha256(raw),
        origin=origin,
    )
    return report, (*warnings, *([warning] if warning else []))


def _text(fields: Mapping[str, object], longest: int) -> str:
    text = fields.get("text")
    if text is None:
        raise InputError("no text")
    if not isinstance(text, str):
        raise InputError(f"text is a {type(text).__name__}, not a string")
    if not text.strip():
        raise InputError("text is empty")
    if len(text) > longest:
        raise InputError(f"text is too long: {len(text):,} characters, at most {longest:,} (see --longest)")
    return text


def _optional(fields: Mapping[str, object], name: str, warnings: list[str]) -> str | None:
    value = fields.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    warnings.append(f"{name} is a {type(value).__name__}, not a string; left out")
    return None


def _given_id(fields: Mapping[str, object], strict: bool = False) -> str:
    """The input's own id; a whole number is one too. Where `strict` is off, an id that cannot be kept is none."""
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return ""
    return value if strict or not _SURROGATE.search(value) else ""


def _refuse(title: str, text: str, *others: str | None) -> None:
    for part in (text, title, *others):
        if part and (found := _SURROGATE.search(part)):
            raise InputError(f"lone surrogate, which UTF-8 cannot store: at character {found.start()}")
    if not _ARABIC.search(text) and not _ARABIC.search(title):
        raise InputError("no Arabic text")

"""Gold lines, for measuring (codebook, section 10): one JSON object a report, one report a line.

Offsets of `evidence` are into the report's text, those of `title_evidence` into its title.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from isnad.records import Claim, Published, Reading, Record, SetAside, Span

if TYPE_CHECKING:
    from isnad.publish.bundle.selection import Selection

OUT = "file.jsonl"
OPTIONS = ()

_PLACE = ("text", "name", "id", "start", "end", "lat", "lon", "precision", "role", "kind", "within", "field")
_ACTOR = ("text", "name", "id", "start", "end", "field")
_LOSS = ("harm", "whom", "low", "high", "text", "start", "end", "party", "part_of", "approximate", "vague", "total", "field")
_TIE = ("type", "who", "whom", "text", "start", "end", "who_id", "whom_id", "speaker", "field")
_LABEL = ("text", "of", "voice", "start", "end", "of_id", "field")


def write(selection: Selection, out: Path) -> list[Path]:
    """A line a report, with the claims that were asked for; ties and labels are left to `isnad read --format gold`."""
    ordered = sorted(selection.claims, key=lambda claim: (claim["report"], claim["position"]))
    groups = itertools.groupby(ordered, key=lambda claim: str(claim["report"]))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(b"".join(gold_line(_of_rows(report, list(claims))) for report, claims in groups))
    return [out]


def _of_rows(report: str, claims: list[Mapping[str, Any]]) -> Reading:
    """Rows of `current_claims`, all of one report, as a reading again."""
    told = tuple(msgspec.convert(claim, Claim, strict=False) for claim in claims)
    return Reading(report, Published(claims[0]["published"], claims[0]["published_how"]), claims=told)


def gold_line(reading: Reading | SetAside) -> bytes:
    """One line of UTF-8 JSON, its end included; an input set aside has no claims and an `error`."""
    return msgspec.json.encode(_set_aside(reading) if isinstance(reading, SetAside) else _reading(reading)) + b"\n"


def _set_aside(aside: SetAside) -> dict[str, Any]:
    reason = f"{aside.origin}: {aside.reason}".encode("utf-8", "replace").decode()
    return {"report": aside.report, "published": None, "claims": [], "error": reason}


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "report": reading.report,
        "published": reading.published.day,
        "published_how": reading.published.how,
        "published_why": reading.published.why,
        "wire": reading.wire,
        "claims": [_claim(claim) for claim in reading.claims],
        "ties": _pick_all(reading.ties, _TIE),
        "labels": _pick_all(reading.labels, _LABEL),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    time = claim.time
    return {
        "id": claim.id,
        "act": claim.act,
        "status": claim.status,
        "evidence": _spans(claim.evidence, "text"),
        "title_evidence": _spans(claim.evidence, "title"),
        "agent": _pick_all(claim.agent, _ACTOR),
        "target": _pick_all(claim.target, _ACTOR),
        "counterpart": _pick_all(claim.counterpart, _ACTOR),
        "place": _pick_all(claim.places, _PLACE),
        "time": {"start": time.start, "end": time.end, "precision": time.precision} if time else None,
        "date": [time.start[:10], time.end[:10]] if time else None,
        "losses": _pick_all(claim.losses, _LOSS),
        "means": claim.means,
        "speakers": _pick_all(claim.speakers, (*_ACTOR, "stance", "cue")),
        "links": _pick_all(claim.links, ("type", "to")),
        "confidence": round(claim.confidence, 3),
    }


def _spans(spans: Iterable[Span], field: str) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans if span.field == field]


def _pick_all(records: Iterable[Record], fields: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{name: getattr(record, name) for name in fields} for record in records]

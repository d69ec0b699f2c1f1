"""A saved page: its main text, title and date, by trafilatura."""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Iterator
from pathlib import Path

from isnad.collect.charset import decode
from isnad.collect.received import LONGEST_TEXT, Received
from isnad.collect.rows import receive, set_aside

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)


def collect_html(path: Path, longest: int = LONGEST_TEXT) -> Iterator[Received]:
    """One report: offsets are into the main text as extracted. Raises InputError where the bytes are no text."""
    raw = path.read_bytes()
    fields = _extract(_decode_page(raw)) if raw else None
    if fields is None:
        yield set_aside("page has no main text" if raw else "file is empty", raw, str(path))
    else:
        yield receive(fields, raw, str(path), longest)


def _decode_page(raw: bytes) -> str:
    """By the charset that the page declares, where that is true of its bytes."""
    declared = _CHARSET.search(raw[:4096])
    try:
        return raw.decode(declared[1].decode("ascii")) if declared else decode(raw)
    except (LookupError, UnicodeDecodeError):
        return decode(raw)


def _extract(page: str) -> dict[str, object] | None:
    import trafilatura  # half a second: only where there is a page

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(page.replace("\0", ""), with_metadata=True, include_comments=False)
    read = functools.partial(getattr, found)
    if found is None or not read("text"):
        return None
    return {"title": read("title"), "text": read("text"), "date": read("date"), "outlet": read("sitename"), "url": read("url")}

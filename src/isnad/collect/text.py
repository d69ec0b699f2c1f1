"""A text file is one report: its first line is the title, what follows is the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from isnad.collect.charset import decode
from isnad.collect.received import LONGEST_TEXT, Received
from isnad.collect.rows import receive, set_aside


def collect_text(path: Path, longest: int = LONGEST_TEXT) -> Iterator[Received]:
    """One report. Raises InputError where the bytes are no text."""
    raw = path.read_bytes()
    if not raw:
        yield set_aside("file is empty", raw, str(path))
        return
    title, text = _split(decode(raw))
    yield receive({"title": title, "text": text}, raw, str(path), longest)


def _split(content: str) -> tuple[str, str]:
    """Title and text. A file of one line has no title: the line is its text."""
    title, _, text = content.partition("\n")
    return (title.removesuffix("\r"), text) if text.strip() else ("", content)

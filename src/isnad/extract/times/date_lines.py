"""The line that dates a report: a full date on a line of its own, right above the first paragraph."""

from __future__ import annotations

from isnad.extract.text.words import Words
from isnad.extract.times.when import TimeExpression

HEADER = 60  # words of the text in which such a line stands
BESIDE = 5  # words that it may hold besides the date: the outlet, the section, who wrote it
PARAGRAPH, SHORT, SKIPPED = 14, 6, 3  # words of a paragraph and of a dateline; datelines that may stand between
COUNTED = ("word", "latin", "number")


def above_report(words: Words, e: TimeExpression) -> bool:
    """Whether a full date stands so; a page's own clock has headlines or menus below it, or its hour in pieces («09 : 37»)."""
    if e.first >= HEADER or e.field != "text" or e.when.offset is not None:
        return False
    first, last = _line(words, e.first)
    beside = [words.types[k] for k in range(first, last) if not e.first <= k < e.last]
    if sum(t.kind in ("word", "latin") for t in beside) > BESIDE or any(t.verb or t.raw == ":" for t in beside):
        return False
    for _ in range(SKIPPED + 1):
        if last >= len(words):
            return False
        first, last = _line(words, last)
        size = sum(words.types[k].kind in COUNTED for k in range(first, last))
        if size >= PARAGRAPH:
            return True
        if size > SHORT:
            return False
    return False


def _line(words: Words, at: int) -> tuple[int, int]:
    """Words [first, last) of the line of a word."""
    first = last = at
    while first and words.lines[first - 1] == words.lines[at]:
        first -= 1
    while last < len(words) and words.lines[last] == words.lines[at]:
        last += 1
    return first, last

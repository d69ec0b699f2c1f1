"""Agency credits and datelines: «(أ ف ب)», «رويترز -», «دبي (CNN)», «المصدر: وكالات». Voices that speak («قالت رويترز») are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from isnad.extract.blocks import Line
from isnad.extract.field import FieldReading
from isnad.extract.words import Words
from isnad.knowledge.stand_table import wire_names

REACH = 8  # words at the head of a line in which a dateline names its agency
INSIDE = 14  # words that a bracket of credits may hold
ENDS = frozenset(("-", "–", "—", ":", ")", "،", ",", "/", "«", "»"))
PASSED = frozenset((".", ",", "،", "-", "–", "—", "/", "و", "*", "ارشيف", "ارشيفيه"))
SOURCE = frozenset(("المصدر", "مصدر", "المصادر"))
MARKS = SOURCE | {"(", "["}
Found = tuple[int, str]


def find_wire(field: FieldReading) -> tuple[str, ...]:
    """Canonical names of the agencies that the field credits, in order, each once."""
    words, names = field.words, []
    for line in field.lines:
        names += [(line.first, name) for name in _head(words, line)]
    for at, kind in enumerate(words.types):
        if kind.fold in MARKS:
            line = field.lines[field.line_of[at]]
            names += [(at, name) for name in _marked(words, line, at)]
    return tuple(dict.fromkeys(name for _, name in sorted(names, key=lambda found: found[0])))


def _marked(words: Words, line: Line, at: int) -> Iterator[str]:
    """Behind a bracket, or behind «المصدر:»."""
    if words.types[at].fold not in SOURCE:
        yield from _bracket(words, at + 1, min(line.last, at + INSIDE), _is_dateline(words, line, at))
    elif at + 1 < line.last and words.types[at + 1].raw == ":":
        yield from (name for _, name in _run(words, at + 2, line.last))


def _is_dateline(words: Words, line: Line, at: int) -> bool:
    """Whether nothing but a place can stand between the line's start and word `at`."""
    return at - line.first <= REACH and not any(t.verb for t in words.types[line.first : at])


def _head(words: Words, line: Line) -> Iterator[str]:
    """At the head of a line: an agency, with a place before it at most, then a dash or a colon; or nothing but agencies."""
    for at in range(line.first, min(line.last, line.first + REACH)):
        kind = words.types[at]
        if kind.verb or kind.raw in "“\"‹«[(":
            return
        found = list(_run(words, at, line.last))
        if found:
            last = found[-1][0]
            if last >= line.last or (words.types[last].raw in ENDS and not _quoted(words, at)):
                yield from (name for _, name in found)
            return


def _quoted(words: Words, at: int) -> bool:
    return at > 0 and words.types[at - 1].raw in "“\"‹«"


def _bracket(words: Words, at: int, end: int, near: bool) -> Iterator[str]:
    """A bracket that holds agencies and nothing else, «(CNN)» only at the head of a line."""
    found = list(_run(words, at, end))
    if found and found[-1][0] < end and words.types[found[-1][0]].raw in ")]" and (near or not _is_latin(words, at)):
        yield from (name for _, name in found)


def _is_latin(words: Words, at: int) -> bool:
    return words.types[at].kind == "latin"


def _run(words: Words, at: int, end: int) -> Iterator[Found]:
    """(word after it, name) of agencies that follow one another, with nothing but commas, dashes and dots between."""
    while at < end:
        found = _agency(words, at, end)
        if found is None:
            return
        at = found[0]
        while at < end and words.types[at].fold in PASSED and _more(words, at + 1, end):
            at += 1
        yield at, found[1]


def _more(words: Words, at: int, end: int) -> bool:
    """Whether another agency, or the bracket's end, follows a separator."""
    while at < end and words.types[at].fold in PASSED:
        at += 1
    return at < end and (words.types[at].raw in ")]" or _agency(words, at, end) is not None)


def _agency(words: Words, at: int, end: int) -> Found | None:
    """The agency named at a word; the letters of «أ.ف.ب» may stand apart, with dots or without."""
    for phrase, name in _named().get(words.types[at].fold, ()):
        last = _after(words, phrase, at, end)
        if last:
            return last, name
    return None


def _after(words: Words, phrase: tuple[str, ...], at: int, end: int) -> int:
    for n, word in enumerate(phrase):
        while n and at < end and words.types[at].raw == ".":
            at += 1
        if at >= end or words.types[at].fold != word:
            return 0
        at += 1
    return at


@cache
def _named() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    return _by_first(wire_names())


def _by_first(rows: Iterable[tuple[tuple[str, ...], str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for phrase, name in rows:
        table[phrase[0]] = (*table.get(phrase[0], ()), (phrase, name))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}

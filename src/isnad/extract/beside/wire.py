"""Agency credits and datelines: «(أ ف ب)», «رويترز -», «دبي (CNN)», «المصدر: وكالات»; «قالت رويترز» is a voice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from isnad.extract.field import FieldReading
from isnad.extract.text.blocks import Line
from isnad.extract.text.words import Words
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge

REACH = 8  # words at the head of a line in which a dateline names its agency
INSIDE = 14  # words that a bracket of credits may hold
ENDS = frozenset(("-", "–", "—", ":", ")", "،", ",", "/", "«", "»"))
PASSED = frozenset((".", ",", "،", "-", "–", "—", "/", "و", "*", "ارشيف", "ارشيفيه"))
SOURCE = frozenset(("المصدر", "مصدر", "المصادر"))
MARKS = SOURCE | {"(", "["}
Found = tuple[int, str]
Rows = tuple[tuple[str, str], ...]
Names = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


class Credits(NamedTuple):
    """A field's words and the agencies to look for, by first word."""

    words: Words
    names: Names


def find_wire(field: FieldReading, knowledge: Knowledge) -> tuple[str, ...]:
    """Canonical names of the agencies that the field credits, in order, each once."""
    text = Credits(field.words, _by_first(tuple((row["phrase"], row["name"]) for row in knowledge.wire)))
    names = [(line.first, name) for line in field.lines for name in _head(text, line)]
    for at, kind in enumerate(field.words.types):
        if kind.fold in MARKS:
            names += [(at, name) for name in _marked(text, field.lines[field.line_of[at]], at)]
    return tuple(dict.fromkeys(name for _, name in sorted(names, key=lambda found: found[0])))


def _marked(text: Credits, line: Line, at: int) -> Iterator[str]:
    """Behind a bracket, or behind «المصدر:»."""
    if text.words.types[at].fold not in SOURCE:
        yield from _bracket(text, at + 1, min(line.last, at + INSIDE), _is_dateline(text.words, line, at))
    elif at + 1 < line.last and text.words.types[at + 1].raw == ":":
        yield from (name for _, name in _run(text, at + 2, line.last))


def _is_dateline(words: Words, line: Line, at: int) -> bool:
    """Whether nothing but a place can stand between the line's start and word `at`."""
    return at - line.first <= REACH and not any(t.verb for t in words.types[line.first : at])


def _head(text: Credits, line: Line) -> Iterator[str]:
    """At the head of a line: an agency, with a place before it at most, then a dash or a colon; or nothing but agencies."""
    for at in range(line.first, min(line.last, line.first + REACH)):
        kind = text.words.types[at]
        if kind.verb or kind.raw in '“"‹«[(':
            return
        found = list(_run(text, at, line.last))
        if found:
            last = found[-1][0]
            if last >= line.last or (text.words.types[last].raw in ENDS and not _quoted(text.words, at)):
                yield from (name for _, name in found)
            return


def _quoted(words: Words, at: int) -> bool:
    return at > 0 and words.types[at - 1].raw in '“"‹«'


def _bracket(text: Credits, at: int, end: int, near: bool) -> Iterator[str]:
    """A bracket that holds agencies and nothing else, «(CNN)» only at the head of a line."""
    found = list(_run(text, at, end))
    if found and found[-1][0] < end and text.words.types[found[-1][0]].raw in ")]" and (near or not _is_latin(text.words, at)):
        yield from (name for _, name in found)


def _is_latin(words: Words, at: int) -> bool:
    return words.types[at].kind == "latin"


def _run(text: Credits, at: int, end: int) -> Iterator[Found]:
    """(word after it, name) of agencies that follow one another, with nothing but commas, dashes and dots between."""
    while at < end:
        found = _agency(text, at, end)
        if found is None:
            return
        at = found[0]
        while at < end and text.words.types[at].fold in PASSED and _more(text, at + 1, end):
            at += 1
        yield at, found[1]


def _more(text: Credits, at: int, end: int) -> bool:
    """Whether another agency, or the bracket's end, follows a separator."""
    while at < end and text.words.types[at].fold in PASSED:
        at += 1
    return at < end and (text.words.types[at].raw in ")]" or _agency(text, at, end) is not None)


def _agency(text: Credits, at: int, end: int) -> Found | None:
    """The agency named at a word; the letters of «أ.ف.ب» may stand apart, with dots or without."""
    for phrase, name in text.names.get(text.words.types[at].fold, ()):
        last = _after(text.words, phrase, at, end)
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
def _by_first(rows: Rows) -> Names:
    """Credits by their first folded word, longest first."""
    table: Names = {}
    for row, name in rows:
        phrase = tuple(fold(row).split())
        table[phrase[0]] = (*table.get(phrase[0], ()), (phrase, name))
    return {word: tuple(sorted(here, key=lambda credit: -len(credit[0]))) for word, here in table.items()}

"""People told without a number, as `isnad text` shows them: «مقتل جندي» is one, «سقوط قتلى وجرحى» some.

A single person is an indefinite noun of people after a word of harm; what is counted, possessed by no one and definite is
left alone. The reading of losses proper lies with the acts; this serves the eye.
"""

from __future__ import annotations

from isnad.extract.numbers.numbers import find_numbers
from isnad.extract.text.words import Words
from isnad.knowledge.entries import Payload
from isnad.knowledge.lexicon import LEAF
from isnad.knowledge.load import Knowledge
from isnad.knowledge.wordtypes import WordType
from isnad.records import Count

PEOPLE = ("whom", "kind")
HARMS = "harms"


def find_singles(words: Words, knowledge: Knowledge) -> list[tuple[int, int, Count]]:
    """(first word, last word, count) of people told by a noun alone, within six words after a word of harm."""
    taken: set[int] = set()
    for first, last, count in find_numbers(words, knowledge):
        taken.update(range(first, last))
        taken.update(k for k in range(last, min(last + 3, len(words))) if words.starts[k] == count.of_start)
    found, harm = [], -9
    for at, kind in enumerate(words.types):
        if kind.kind != "word":
            continue
        single = None if at in taken else _people(words, at, knowledge)
        if single is not None and (at - harm <= 6 or single.vague):
            found.append((at, at + 1, single))
        if _holds(kind, knowledge, HARMS):
            harm = at
    return found


def _people(words: Words, at: int, knowledge: Knowledge) -> Count | None:
    kind = words.types[at]
    people = [f for f in kind.best.forms if f.tense == "noun" and _leads(f.key, knowledge, *PEOPLE, HARMS)]
    numbers = {f.number for f in people}
    if kind.best.article or not numbers or "d" in numbers:
        return None
    some = "s" not in numbers
    if not _holds(kind, knowledge, HARMS if some else PEOPLE[0]) or (some and kind.best.after) or _counted(words, at):
        return None
    low, high = (2.0, None) if some else (1.0, 1.0)
    return Count(
        words.starts[at], words.ends[at], kind.raw, low, high, vague="some" if some else "", of=kind.raw, of_start=words.starts[at],
        field=words.field, rule="plural" if some else "single",
    )  # fmt: skip


def _counted(words: Words, at: int) -> bool:
    """Whether a number stands before, or the noun is one side of «بين قتيل وجريح»."""
    before = words.types[at - 1] if at else None
    sides = {words.types[k].fold for k in range(max(0, at - 2), at)}
    return before is not None and (before.kind == "number" or bool(before.number) or "بين" in sides)


def _holds(kind: WordType, knowledge: Knowledge, *tables: str) -> bool:
    """Whether a one-word phrase of these tables is read in the word's first reading."""
    return any(_leads(key, knowledge, *tables) for key in (kind.best.stem, *(f.key for f in kind.best.forms)))


def _leads(key: str, knowledge: Knowledge, *tables: str) -> bool:
    """Whether a one-word phrase of these tables stands under a key."""
    leaf: tuple[Payload, ...] = knowledge.lexicon.trie.get(key, {}).get(LEAF, ())
    return any(p.table in tables for p in leaf)

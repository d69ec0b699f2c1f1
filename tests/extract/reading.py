"""Short ways to read a phrase in tests of words, numbers and times."""

from __future__ import annotations

from datetime import date
from functools import cache

from isnad.extract.numbers.numbers import find_counts, find_numbers
from isnad.extract.showing import raw_parts
from isnad.extract.text.words import Words, split_words
from isnad.extract.times.anchor import anchor_time
from isnad.extract.times.times import find_times
from isnad.knowledge.load import Knowledge, load_knowledge
from isnad.records import Count

THURSDAY = date(2019, 3, 14)


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def words_of(text: str) -> Words:
    return split_words(text, knowledge().word_type)


def parts_of(text: str) -> list[str]:
    """Every word's parts, joined by «+»."""
    return ["+".join(raw_parts(kind)) for kind in words_of(text).types]


def numbers_of(text: str) -> list[Count]:
    return [c for _, _, c in find_numbers(words_of(text), knowledge())]


def counts_of(text: str) -> list[Count]:
    return [c for _, _, c in find_counts(words_of(text), knowledge())]


def times_of(text: str, published: date | None = THURSDAY, future: bool = False) -> list[tuple[str, str, str]]:
    """(from, to, precision) of every time in a text that can be placed."""
    found = (anchor_time(e, published, future) for e in find_times(words_of(text), knowledge()))
    return [(t.start, t.end, t.precision) for t in found if t is not None]

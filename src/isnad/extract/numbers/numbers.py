"""Numbers as the report tells them: how many, of what, with what bounds (codebook section 7)."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.numbers.counted import Noun, noun_after, noun_before
from isnad.extract.numbers.digits import digits_range, digits_ratio
from isnad.extract.numbers.few import read_dual, read_one_of, read_vague, read_zero
from isnad.extract.numbers.fractions import may_share, read_share
from isnad.extract.numbers.limits import Limit, apply_limit, limit_around, second_end
from isnad.extract.numbers.number_words import Number, read_number, tag_of
from isnad.extract.numbers.powers import read_power
from isnad.extract.text.marks import is_name_number, is_part, is_pronoun, is_total
from isnad.extract.text.words import Words
from isnad.extract.times.times import find_times
from isnad.knowledge.load import Knowledge
from isnad.records import Count

Found = tuple[int, int, Count]
# Rules of numbers that are never losses: measures, ages and durations, shares, money.
NO_LOSS = frozenset(("distance", "weight", "money", "percent", "duration", "age", "fraction", "clock", "negative", "year"))


class Told(NamedTuple):
    """A number in words [first, last): its bounds before any limit is laid on it."""

    first: int
    last: int
    low: float | None
    high: float | None
    rule: str
    vague: str = ""
    of: Noun | None = None


def find_counts(words: Words, knowledge: Knowledge) -> list[Found]:
    """Counts of people or things: (first word, last word exclusive, count), in the order of the text.

    Ages, durations, distances, money, shares, dates, clock times and numbers inside names are left out. Bare plurals and
    single nouns («مقتل مدني») are not numbers and are not here either.
    """
    return [found for found in find_numbers(words, knowledge) if found[2].rule not in NO_LOSS]


def find_numbers(words: Words, knowledge: Knowledge) -> list[Found]:
    """Every number that is no part of a date or a name; `rule` tells what it measures."""
    taken = bytearray(len(words))
    for time in find_times(words, knowledge):
        taken[time.first : time.last] = b"\x01" * (time.last - time.first)
    found: list[Found] = []
    types = words.types
    for first, end in words.sentences:
        at = first
        while at < end:
            if not types[at].counts:
                at += 1
                continue
            told = None if taken[at] else _read_at(words, at, end)
            if told is None or any(taken[told.first : told.last]):
                at += 1
                continue
            found.append(_count(words, told, first, end, found))
            at = max(found[-1][1], told.last)
    return found


def _read_at(words: Words, at: int, end: int) -> Told | None:
    """The number that begins at word `at`, or None."""
    kind = words.types[at]
    if kind.kind == "number" or kind.number:
        return _read_number(words, at, end)
    few = read_zero(words, at, end) or read_dual(words, at, end) or read_vague(words, at, end)
    return Told(*few) if few else None


def _read_number(words: Words, at: int, end: int) -> Told | None:
    if is_name_number(words, at):
        return None
    few = read_one_of(words, at, end) or read_vague(words, at, end)
    if few:
        return Told(*few)
    spread = digits_range(words.types[at].raw) if words.types[at].kind == "number" else None
    if spread:
        return Told(at, at + 1, *spread, "range")
    power = read_power(words, at, end)
    if power is not None:
        value = -power.value if _minus_before(words, at) else power.value
        return Told(at - _minus_before(words, at), power.last, value, value, "fraction")
    share = read_share(words, at, end) if may_share(words, at, end) else None
    if share is not None and share.value != int(share.value):
        return Told(share.first, share.last, share.value, share.value, "fraction")
    number = share or read_number(words, at, end)
    if number is None:
        return _special(words, at, end)
    if _is_anaphor(words, number) or is_pronoun(words, at):
        return None
    return signed_digits(words, number, end) or _range(words, number, end)


def _special(words: Words, at: int, end: int) -> Told | None:
    """«3/4», «سالب خمسة», «1 فاصلة 5»: what a bare look does not see."""
    ratio = digits_ratio(words.types[at].raw)
    if ratio is not None:
        minus = _minus_before(words, at)
        return Told(at - minus, at + 1, -ratio if minus else ratio, -ratio if minus else ratio, "fraction")
    if tag_of(words, at, "minus") and at + 1 < end:
        number = read_share(words, at + 1, end) or read_number(words, at + 1, end)
        return Told(at, number.last, -number.value, -number.value, "negative") if number else None
    return None


def _minus_before(words: Words, at: int) -> bool:
    """A «-» close before the digits, with nothing close before it."""
    close = at > 0 and words.types[at - 1].raw == "-" and words.ends[at - 1] == words.starts[at]
    return close and (at == 1 or words.ends[at - 2] < words.starts[at - 1])


def signed_digits(words: Words, number: Number, end: int) -> Told | None:
    """«-12», «.77», «1 فاصلة 5»: what stands close to digits."""
    if number.last + 1 < end and tag_of(words, number.last, "point") and (tail := read_number(words, number.last + 1, end)):
        value = number.value + float(f"0.{tail.value:.0f}")
        return Told(number.first, tail.last, value, value, "fraction")
    at = number.first
    close = at > 0 and words.ends[at - 1] == words.starts[at] and (at == 1 or words.ends[at - 2] < words.starts[at - 1])
    mark = words.types[at - 1].raw if close and number.digits else ""
    if mark in (".", "٫") and number.value >= 1 and mark:
        value = float(f"0.{number.value:.0f}")
        return Told(at - 1, number.last, value, value, "fraction")
    if mark == "-" and noun_after(words, number.last, end) is None:
        return Told(at - 1, number.last, -number.value, -number.value, "negative")
    return None


def _is_anaphor(words: Words, number: Number) -> bool:
    """«الدول السبع», «كتيبة الألف»: a definite number word says which ones, not how many."""
    tags = words.types[number.first].number
    return bool(tags) and tags[0].article and number.last == number.first + 1 and not number.digits


def _range(words: Words, number: Number, end: int) -> Told:
    other = second_end(words, number, end)
    if other is None:
        return Told(number.first, number.last, number.value, number.value, "digits" if number.digits else "words")
    return Told(number.first, other.last, number.value, other.value, "range")


def _bare_year(words: Words, told: Told, noun: Noun | None) -> bool:
    """Four digits that count nothing: «حرب 1967»."""
    raw = words.types[told.first].raw
    return told.rule == "digits" and noun is None and len(raw) == 4 and told.low is not None and 1900 <= told.low < 2100


def _count(words: Words, told: Told, begin: int, end: int, before: list[Found]) -> Found:
    noun = told.of or noun_after(words, told.last, end) or (noun_before(words, told.first, begin) if told.low in (1, 2) else None)
    limit = limit_around(words, told.first, told.last, noun, begin, end)
    low, high, approximate = apply_limit(told.low, told.high, limit)
    rule = noun.measure if noun and noun.measure else "year" if _bare_year(words, told, noun) else told.rule
    start, stop = words.starts[limit.first], words.ends[limit.last - 1]
    count = Count(
        start, stop, words.text[start:stop], low, high, approximate, told.vague, noun.text if noun else "",
        noun.start if noun else -1, is_part(words, limit.first, begin, before), is_total(words, limit.first, begin), words.field, rule,
    )  # fmt: skip
    return limit.first, limit.last, count


__all__ = ["Limit", "find_counts", "find_numbers"]

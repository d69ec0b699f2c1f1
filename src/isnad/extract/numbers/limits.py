"""Bounds laid on a number: «ما لا يقل عن», «أكثر من», «نحو», «على الأقل», «بين … و…»."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.numbers.counted import Noun
from isnad.extract.numbers.number_words import Number, read_number
from isnad.extract.text.words import Words
from isnad.knowledge.count_table import bound_phrases

GLUED = ("و", "ف", "ب", "ل", "ك")


class Limit(NamedTuple):
    """Words [first, last) of a number with what bounds it."""

    first: int
    last: int
    bounds: tuple[str, ...] = ()


def limit_around(words: Words, first: int, last: int, noun: Noun | None, begin: int, end: int) -> Limit:
    """The bounds before a number, and after it or after its noun."""
    bounds: list[str] = []
    for _ in range(2):
        before = _before(words, first, begin)
        if before is None:
            break
        first, bound = before
        bounds.append(bound)
    for at in (last, noun.at + 1 if noun else last, noun.at + 2 if noun else last):
        after = _after(words, at, end)
        if after:
            bounds.append(after[1])
            return Limit(first, after[0] if at == last else last, tuple(bounds))
    return Limit(first, last, tuple(bounds))


def _before(words: Words, first: int, begin: int) -> tuple[int, str] | None:
    if first <= begin or words.types[first].best.before[:1] == ("و",):  # «30 قتيلاً على الأقل ومئة جريح»
        return None
    for phrase, bound in bound_phrases("before").get(_bare(words, first - 1), ()):
        at = first - len(phrase)
        if at >= begin and all(words.types[at + k].fold == w or (k == 0 and _bare(words, at) == w) for k, w in enumerate(phrase)):
            return at, bound
    return None


def _bare(words: Words, at: int) -> str:
    """The folded word; without a glued conjunction or preposition where only so it is a word of bounds."""
    text = words.types[at].fold
    if text in bound_phrases("before") or text[:1] not in GLUED:
        return text
    rest = text[1:]
    return rest if rest in _STARTS() else text


def _STARTS() -> frozenset[str]:
    return frozenset(p[0] for row in bound_phrases("before").values() for p, _ in row)


def _after(words: Words, at: int, end: int) -> tuple[int, str] | None:
    if at >= end:
        return None
    for phrase, bound in bound_phrases("after").get(words.types[at].fold, ()):
        if at + len(phrase) <= end and all(words.types[at + k].fold == w for k, w in enumerate(phrase)):
            return at + len(phrase), bound
    return None


def apply_limit(low: float | None, high: float | None, limit: Limit) -> tuple[float | None, float | None, bool]:
    """(low, high, approximate) under the codebook's table."""
    approximate = False
    for bound in limit.bounds:
        if bound == "at_least":
            high = None
        elif bound == "more_than":
            low, high = (low + 1 if low is not None and low == high and low >= 1 else low), None
        elif bound == "less_than":
            low, high = 1.0, (high - 1 if high is not None else None)
        elif bound == "up_to":
            low, high = 1.0, high
        else:
            approximate = True
    return low, high, approximate


def second_end(words: Words, number: Number, end: int) -> Number | None:
    """The upper end of a range that begins with `number`: «بين 10 و15», «3 إلى 5», «ثلاثة أو أربعة»."""
    at = number.last
    if at + 1 > end - 1:
        return None
    joiner, between = words.types[at].fold, number.first > 0 and words.types[number.first - 1].fold in ("بين", "وبين")
    if joiner in ("", "و", "الي", "او", "حتي", "-", "–"):
        other = read_number(words, at + 1, end)
    else:
        other = read_number(words, at, end) if between else None
        joiner = "و" if other else joiner
    if other is None or other.value <= number.value or (joiner == "و" and not between):
        return None
    return other if joiner not in ("الي", "حتي") or not _moves(words, number) else None


def _moves(words: Words, number: Number) -> bool:
    """«ارتفع العدد من 12 إلى 15» tells two numbers, no range."""
    from isnad.extract.text.marks import is_total

    return is_total(words, number.first, max(0, number.first - 8))

"""What a number counts: the noun after it, as the report writes it."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.text.words import Words
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.count_table import MEASURES, counting_words

PLUS = ("و", "ف")


class Noun(NamedTuple):
    """The counted noun: its word, its text, its start in the field, and the measure it is («distance»), if any."""

    at: int
    text: str
    start: int
    measure: str = ""


def noun_after(words: Words, at: int, end: int) -> Noun | None:
    """The noun that the number before word `at` counts, or None: «7 قتلى», «7 من المرتزقة», «30 %», «5 كم»."""
    if at >= end:
        return None
    at += words.types[at].raw == ")" and at + 1 < end and words.types[at - 2].raw == "("
    kind = words.types[at]
    if kind.raw in "%٪":
        return Noun(at, kind.raw, words.starts[at], "percent")
    if kind.fold in ("في", "ب") and at + 1 < end and "percent" in _kinds(words, at + 1):
        return _noun(words, at + 1, "percent")
    if "percent" in _kinds(words, at):
        return _noun(words, at, "percent")
    if kind.fold == "من" and at + 1 < end and _plural(words, at + 1):
        return _noun(words, at + 1, "")
    if measure := measure_of(words, at):
        return _noun(words, at, measure)
    if kind.kind != "word" or kind.fold in FUNCTION_WORDS or kind.fold in ("او", "الي", "مقابل") or _joined(words, at):
        return None
    return _noun(words, at, "")


def noun_before(words: Words, at: int, begin: int) -> Noun | None:
    """The noun that «واحد» or «اثنين» at word `at` goes with: «مدني واحد», «كيلومتر واحد»."""
    if at <= begin:
        return None
    kind = words.types[at - 1]
    if kind.kind != "word" or kind.fold in FUNCTION_WORDS or kind.verb or kind.number:
        return None
    return _noun(words, at - 1, measure_of(words, at - 1))


def _plural(words: Words, at: int) -> bool:
    """A definite noun, or a plural in the construct state («مقاتلي القاعدة»)."""
    best = words.types[at].best
    return best.article or any(f.tense == "noun" and f.number == "p" for f in best.forms)


def measure_of(words: Words, at: int) -> str:
    """The measure that word `at` is a unit of, or "" («duration» for units of time)."""
    kinds = _kinds(words, at) & MEASURES
    if kinds:
        return next(iter(kinds))
    time = words.types[at].time
    return "duration" if time is not None and "unit" in time.roles else ""


def _kinds(words: Words, at: int) -> frozenset[str]:
    return counting_words().get(words.types[at].fold, frozenset())


def _joined(words: Words, at: int) -> bool:
    """Whether «و» or a preposition is split off in front: then it is no longer the counted noun."""
    before = words.types[at].best.before
    return bool(before) and before[0] in ("و", "ف", "ب", "ل", "س")


def _noun(words: Words, at: int, measure: str) -> Noun:
    return Noun(at, words.types[at].raw, words.starts[at], measure)

"""Fractions and decimals in words: «نصف المليون», «ثلاثة أرباع», «خمسة ونصف», «سبعة وتسعة من عشرة», «واحد على ثلاثة»."""

from __future__ import annotations

from isnad.extract.numbers.number_words import Number, Part, chain_value, read_chain, read_number, tag_of
from isnad.extract.text.words import Words

PARTS_OF = ("جزء", "اجزاء")


def may_share(words: Words, at: int, end: int) -> bool:
    """A cheap first look: whether a fraction word, «من» or «على» stands at or after word `at`, within a number's length."""
    for k in range(at, min(end, at + 12)):
        kind = words.types[k]
        if any("fraction" in t.kind for t in kind.number) or kind.fold in ("علي", "من") or kind.fold in PARTS_OF:
            return True
        if not kind.number and kind.kind != "number" and kind.fold != "و":
            return False
    return False


def read_share(words: Words, at: int, end: int) -> Number | None:
    """A number that begins with or goes on to a fraction, or None where there is none."""
    whole = read_number(words, at, end)
    if whole is None or _definite_after(words, at, end):
        return _fraction(words, at, end, 1.0, False) or _part_of(words, at, end)
    return _counted(words, whole, end) or _decimal(words, at, end) or _mixed(words, whole, end) or _ratio(words, whole, end)


def _fraction(words: Words, at: int, end: int, scale: float, joined: bool) -> Number | None:
    """«نصف», «ثلثين», «ربع المليون», «ثلاثة أرباع» at word `at`."""
    strong = tag_of(words, at, "fraction", "two_fractions") if at < end else None
    weak = tag_of(words, at, "weak_fraction") if at < end and not joined and _definite_after(words, at, end) else None
    tag = strong or weak
    if (
        tag is not None
        and not (tag.article and not joined)
        and (not joined or tag.conjunction or words.types[at - 1].fold == "و")
    ):
        twice = 2.0 if tag.kind == "two_fractions" else 1.0
        times = tag_of(words, at + 1, "scale", "scales", "dozen") if at + 1 < end else None
        return Number(at, at + 1 + bool(times), twice / tag.value * (times.value if times else scale))
    some = read_number(words, at, end) if at < end and joined else None
    return _counted(words, some, end, scale) if some else None


def _definite_after(words: Words, at: int, end: int) -> bool:
    """«خمس الفطيرة», a fifth of it; «خمس نساء» are five."""
    after = words.types[at + 1] if at + 1 < end else None
    tag = tag_of(words, at, "weak_fraction") if after is not None and after.fold.startswith("ال") and not after.number else None
    return tag is not None and not tag.article


def _counted(words: Words, number: Number, end: int, scale: float = 1.0) -> Number | None:
    """«ثلاثة أرباع»: a number before a plural fraction; «عشرون وثلاثة أخماس» keeps the twenty whole."""
    tag = tag_of(words, number.last, "fractions") if number.last < end else None
    if tag is None or tag.conjunction or tag.article:
        return None
    chain = read_chain(words, number.first, number.last)
    if len(chain) > 1 and chain[-1].small < 20 and chain[-1].scale == 1:
        head = chain_value(chain[:-1])
        return Number(number.first, number.last + 1, (head or 0.0) + chain[-1].small / tag.value * scale)
    return Number(number.first, number.last + 1, number.value / tag.value * scale)


def _mixed(words: Words, whole: Number, end: int) -> Number | None:
    """«خمسة ونصف», «مليون ونصف المليون», «عشرون وثلاثة أخماس»."""
    at = whole.last
    if at < end and words.types[at].fold == "و":
        at += 1
    elif at >= end or not any(t.conjunction for t in words.types[at].number):
        return None
    fraction = _fraction(words, at, end, whole.scale, True)
    return Number(whole.first, fraction.last, whole.value + fraction.value) if fraction else None


def _decimal(words: Words, first: int, end: int) -> Number | None:
    """«سبعة وتسعة وتسعون من مئة» is 7.99: the shortest fitting tail counts parts of ten, a hundred, a thousand …"""
    chain = read_chain(words, first, end)
    if len(chain) < 2:
        return None
    at = chain[-1].last
    at += at < end and words.types[at].fold in PARTS_OF
    below = read_number(words, at + 1, end) if at + 1 < end and words.types[at].fold == "من" else None
    if below is None or below.value not in (10, 100, 1000, 10000, 100000):
        return None
    return _cut_tail(chain, first, below)


def _cut_tail(chain: list[Part], first: int, below: Number) -> Number | None:
    for size in range(1, len(chain)):
        head, tail = chain_value(chain[:-size]), chain_value(chain[-size:])
        if head is not None and tail is not None and tail < below.value:
            return Number(first, below.last, head + tail / below.value)
    return None


def _ratio(words: Words, whole: Number, end: int) -> Number | None:
    """«واحد على ثلاثة», «واحد من ألف», «عشرين جزءاً من مئة»."""
    at = whole.last
    parts = at < end and words.types[at].fold.rstrip("ا") in PARTS_OF
    at += parts
    joiner = words.types[at].fold if at + 1 < end else ""
    below = read_number(words, at + 1, end) if joiner in ("علي", "من") else None
    if (
        below is None
        or not below.value
        or (joiner == "من" and not parts and whole.value != 1)
        or (below.digits and joiner == "من")
    ):
        return None
    return Number(whole.first, below.last, whole.value / below.value)


def _part_of(words: Words, at: int, end: int) -> Number | None:
    """«جزء من مئة»."""
    if words.types[at].fold != "جزء" or at + 2 >= end or words.types[at + 1].fold != "من":
        return None
    below = read_number(words, at + 2, end)
    return Number(at, below.last, 1 / below.value) if below and below.value else None

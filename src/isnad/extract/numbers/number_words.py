"""Number words put together: «ثلاثة آلاف ومئتان وخمسون», «12 ألفاً», «مليون ونصف المليون».

The text gives a chain of parts, each worth small × scale («ثلاثة» × «آلاف»); a chain is a number where the parts
fit: hundreds before units, units before tens, greater scales before smaller ones. The longest fitting chain wins.
"""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.numbers.digits import digits_value
from isnad.extract.text.words import Words
from isnad.knowledge.number_table import NumberTag


class Part(NamedTuple):
    """One part of a number: words [first, last), worth small × scale; `bare` is a scale word alone («ألف»)."""

    first: int
    last: int
    small: float
    scale: float
    bare: bool = False
    digits: bool = False


class Number(NamedTuple):
    """Words [first, last) that say `value`; `digits` where digits alone said it, `scale` of its last part."""

    first: int
    last: int
    value: float
    digits: bool = False
    scale: float = 1.0


def tag_of(words: Words, at: int, *kinds: str) -> NumberTag | None:
    """The reading of word `at` that is of one of these kinds, or None."""
    if at >= len(words.types):
        return None
    for tag in words.types[at].number:
        if tag.kind in kinds:
            return tag
    return None


def read_number(words: Words, first: int, end: int) -> Number | None:
    """The longest number that begins at word `first`, or None."""
    chain = read_chain(words, first, end)
    for size in range(len(chain), 0, -1):
        value = chain_value(chain[:size])
        if value is not None:
            last = chain[size - 1]
            return Number(first, last.last, value, size == 1 and last.digits and last.scale == 1, last.scale)
    return None


def read_chain(words: Words, first: int, end: int) -> list[Part]:
    """All parts that follow one another from `first`, joined by «و», fitting or not."""
    part = read_part(words, first, end, True)
    chain = []
    while part is not None:
        chain.append(part)
        part = _next_part(words, part, end)
    return chain


def _next_part(words: Words, before: Part, end: int) -> Part | None:
    at = before.last
    if at >= end:
        return None
    kind = words.types[at]
    if kind.fold == "و":
        return None if before.digits and before.scale == 1 else read_part(words, at + 1, end, True)
    if any(t.conjunction and not t.preposition and not t.article for t in kind.number):
        return read_part(words, at, end, True)
    if before.scale > 1 and before.digits and kind.kind == "number":  # «4 آلاف 3 مئة و21»
        return read_part(words, at, end, True)
    return None


def read_part(words: Words, at: int, end: int, alone: bool) -> Part | None:
    """One part at word `at`; `alone` allows a scale word by itself."""
    small = _read_small(words, at, end)
    if small is None:
        return _bare_scale(words, at) if alone and at < end else None
    last, value, digits = small
    scale = _scale_at(words, last, end)
    return Part(at, last + 1, value, scale, False, digits) if scale > 1 else Part(at, last, value, 1.0, False, digits)


def _scale_at(words: Words, at: int, end: int) -> float:
    tag = tag_of(words, at, "scale", "scales", "scale_or_two") if at < end else None
    plain = tag is not None and not tag.conjunction and not tag.preposition and not tag.article
    if plain and tag_of(words, at + 1, "scale") and at + 1 < end and tag and not words.types[at + 1].number[0].conjunction:
        return tag.value * words.types[at + 1].number[0].value  # «مئة ألف مليون»
    return tag.value if plain and tag else 1.0


def _bare_scale(words: Words, at: int) -> Part | None:
    tag = tag_of(words, at, "scale", "two_scale", "scale_or_two", "dozen", "two_dozen")
    if tag is None or tag.article:
        return None
    twice = tag.kind.startswith("two") or (tag.kind == "scale_or_two" and _governs(words, at))
    if tag.kind in ("dozen", "two_dozen"):
        return Part(at, at + 1, 12.0 * (2 if twice else 1), 1.0, True)
    return Part(at, at + 1, 2.0 if twice else 1.0, tag.value, True)


def _governs(words: Words, at: int) -> bool:
    """Whether «ألفا» stands before the noun it counts («ألفا نازح»: two thousand), written without tanwin."""
    after = words.types[at + 1] if at + 1 < len(words.types) else None
    return after is not None and after.kind == "word" and not after.raw.startswith("و") and "ً" not in words.types[at].raw


def _read_small(words: Words, at: int, end: int) -> tuple[int, float, bool] | None:
    """(next word, value, digits) of the part below its scale: digits, a unit, a teen, tens, hundreds."""
    if at >= end:
        return None
    if words.types[at].kind == "number":
        return _read_digits(words, at, end)
    tag = tag_of(words, at, "unit", "two_bound", "one_of", "ten", "tens", "hundred", "hundreds")
    if tag is None:
        return None
    if tag.kind in ("unit", "two_bound", "one_of"):
        return _read_unit(words, at, end, tag)
    return at + 1, tag.value, False


def _read_digits(words: Words, at: int, end: int) -> tuple[int, float, bool] | None:
    """Digits, «3 مئة», «3 دزينات», thousands parted by spaces (1 234 567)."""
    value = digits_value(words.types[at].raw)
    if value is None or (at + 1 < end and words.types[at + 1].kind == "latin" and words.starts[at + 1] == words.ends[at]):
        return None
    times = _plain(words, at + 1, end, "hundred", "dozens")
    if times and value < 10:
        return at + 2, value * times.value, False
    last = at + 1
    if len(words.types[at].raw) <= 3 and value >= 1:
        while last < end and _is_group(words, last):
            value, last = value * 1000 + float(words.types[last].raw), last + 1
    return last, value, True


def _is_group(words: Words, at: int) -> bool:
    """Three digits, one space after the digits before."""
    raw = words.types[at].raw
    return len(raw) == 3 and raw.isdigit() and words.starts[at] - words.ends[at - 1] == 1


def _read_unit(words: Words, at: int, end: int, tag: NumberTag) -> tuple[int, float, bool] | None:
    if _plain(words, at + 1, end, "ten") and 1 <= tag.value <= 9:
        return at + 2, tag.value + 10, False
    if _plain(words, at + 1, end, "hundred") and tag.kind == "unit" and tag.value >= 3:
        return at + 2, tag.value * 100, False
    if (dozens := _plain(words, at + 1, end, "dozens")) is not None:
        return at + 2, tag.value * dozens.value, False
    if tag.kind == "unit" or _before_tens(words, at + 1, end):
        return at + 1, tag.value, False
    return None


def _before_tens(words: Words, at: int, end: int) -> bool:
    """Whether «وعشرون» follows, so that «أحد» is a one."""
    if at < end and words.types[at].fold == "و":
        at += 1
    return at < end and tag_of(words, at, "tens") is not None


def _plain(words: Words, at: int, end: int, *kinds: str) -> NumberTag | None:
    """A number word of these kinds with nothing glued in front."""
    tag = tag_of(words, at, *kinds) if at < end else None
    return tag if tag and not (tag.conjunction or tag.preposition or tag.article) else None


def chain_value(chain: list[Part]) -> float | None:
    """The value of a chain of parts, or None where they do not fit one another."""
    total, group, room, ceiling = 0.0, 0.0, float("inf"), float("inf")
    for part in chain:
        if part.bare and part.scale > 1 and group:
            return None
        room_after = _room_after(part.small, room)
        if room_after is None:
            return None
        group, room = group + part.small, room_after
        if part.scale > 1:
            if part.scale >= ceiling:
                return None
            total, group, room, ceiling = total + group * part.scale, 0.0, part.scale, part.scale
    return total + group


def _room_after(small: float, room: float) -> float | None:
    """What may still follow in the same group: below 100 after hundreds, tens (−1) after a unit; None where `small` does not fit."""
    if room == -1:
        return 0.0 if small in (20, 30, 40, 50, 60, 70, 80, 90) else None
    if small >= room and room != float("inf"):
        return None
    if small >= 100:
        return 100.0 if small % 100 == 0 else 0.0
    return -1.0 if 1 <= small <= 9 else 0.0

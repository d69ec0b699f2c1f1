"""What every reader of times shares: the slots being filled, and the roles of words.

A reader takes words from position `at` on, fills slots and gives the next position; `at` itself says that it read nothing.
"""

from __future__ import annotations

from typing import Any

from isnad.extract.numbers.digits import digits_value
from isnad.extract.text.words import Words
from isnad.knowledge.time_table import Month, TimeTag, Value, without_article

Slots = dict[str, Any]
DASHES = ("-", "–", "—", "ـ")


def tag_at(words: Words, at: int) -> TimeTag | None:
    """The time tag of word `at`, or None."""
    return words.types[at].time if 0 <= at < len(words.types) else None


def role(words: Words, at: int, name: str) -> Value | None:
    """The value of a role that word `at` may play, or None."""
    tag = tag_at(words, at)
    return None if tag is None else tag.roles.get(name)


def is_role(words: Words, at: int, *names: str) -> bool:
    """Whether word `at` may play one of these roles."""
    tag = tag_at(words, at)
    return tag is not None and any(name in tag.roles for name in names)


def fold_at(words: Words, at: int) -> str:
    """The folded word, "" past the end."""
    return words.types[at].fold if 0 <= at < len(words.types) else ""


def unit_at(words: Words, at: int) -> tuple[str, int] | None:
    """(grain, number) of a unit of time: number 1, 2 (dual) or 0 (plural). «الساعة» counts as its unit too."""
    value = role(words, at, "unit")
    if value is None:
        return (
            ("day", 1)
            if fold_at(words, at) in ("اليوم", "لليوم")
            else ("hour", 1)
            if role(words, at, "clock") is not None
            else None
        )
    grain, number = str(value).split()
    return grain, int(number)


def whole(words: Words, at: int) -> int | None:
    """The value of plain digits at word `at`, or None."""
    if not 0 <= at < len(words.types) or words.types[at].kind != "number":
        return None
    text = words.types[at].raw
    value = digits_value(text) if len(text) < 9 else None
    return int(value) if value is not None and value == int(value) and text.strip().isdigit() else None


def month_at(words: Words, at: int, beside: bool) -> tuple[Month, int] | None:
    """(month, next word) of a month's name, one word or two; an unsure one only `beside` a day, year or «شهر»."""
    tag = tag_at(words, at)
    if tag is None:
        return None
    if tag.heads:
        second = without_article(fold_at(words, at + 1))
        month = tag.heads.get(second) or {"2": tag.heads.get("ثاني"), "1": tag.heads.get("اول")}.get(second)
        if month and (beside or month.sure):
            return month, at + 2
        digit = fold_at(words, at + 1)
        if month is None and digit in ("ال",) and fold_at(words, at + 2) in ("اول", "ثاني"):
            return tag.heads[fold_at(words, at + 2)], at + 3
    if tag.month and (beside or tag.month.sure) and not (tag.article and not tag.month.hijri):
        return tag.month, at + 1
    return None

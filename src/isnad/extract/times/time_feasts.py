"""Feasts: «عيد الفطر», «أول أيام عيد الأضحى الماضي», «رأس السنة الهجرية 2019»."""

from __future__ import annotations

from isnad.extract.text.words import Words
from isnad.extract.times.time_slots import Slots, fold_at, role, unit_at, whole
from isnad.knowledge.time_table import feasts


def read_feast(words: Words, at: int, end: int, slots: Slots) -> int:
    """A feast, which of its days, and the year or «الماضي» after it."""
    if slots.keys() - {"nth", "part"}:
        return at
    k, nth = at, role(words, at, "ordinal")
    if nth is not None and unit_at(words, at + 1) in (("day", 0), ("day", 1)):
        k = at + 2
    name = next((n for n in (4, 3, 2, 1) if tuple(fold_at(words, k + j) for j in range(n)) in feasts()[1]), 0)
    if not name:
        return at
    slots["feast"] = feasts()[1][tuple(fold_at(words, k + j) for j in range(name))]
    if k > at:
        slots["nth"] = nth
    k += name
    relative, year = role(words, k, "relative"), whole(words, k)
    if relative is not None:
        slots["month_shift"] = relative
        return k + 1
    if year in range(1900, 2101):
        slots["year"] = year
        return k + 1
    return k

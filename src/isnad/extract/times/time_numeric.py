"""Dates in digits: «14-3-2019», «2019/03/14», «27 - 11 - 2017», «7/7/1440هـ»."""

from __future__ import annotations

import re

from isnad.extract.numbers.digits import plain_digits
from isnad.extract.text.words import Words
from isnad.extract.times.time_slots import DASHES, Slots, fold_at, is_role, role, whole

NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$")
SHORT = re.compile(r"(\d{1,2})[/.](\d{1,4})$")
YEARS = range(1900, 2101)


def read_spaced(words: Words, at: int, end: int, slots: Slots) -> int:
    """«27 - 11 - 2017», a date whose marks stand apart."""
    marks = fold_at(words, at + 1), fold_at(words, at + 3)
    if marks[0] != marks[1] or marks[0] not in ("/", *DASHES):
        return at
    parts = [whole(words, at + k) for k in (0, 2, 4)]
    if parts[2] is not None and 190000 <= parts[2] < 210000 and fold_at(words, at + 5) == ":":
        parts[2] //= 100  # «27 - 11 - 201714 : 06», the year glued to the hour
    return at + 5 if None not in parts and _take_numbers([p or 0 for p in parts], slots) else at


def read_numeric(words: Words, at: int, end: int, slots: Slots) -> int:
    """«14/3/2019», «2019-03-14», «7/7/1440هـ»; «21/09» only after a weekday, «يوم» or «بتاريخ»."""
    text = plain_digits(words.types[at].raw)
    if words.text[max(0, words.starts[at] - 1) : words.starts[at]] in ("=", "/", "_", "&", "?"):
        return at  # inside an address
    if match := NUMERIC.match(text):
        hijri = role(words, at + 1, "era") == "hijri" and "ه" in fold_at(words, at + 1)
        done = _take_numbers([int(match[k]) for k in (1, 3, 4)], slots, hijri)
        return at + 1 + (done and is_role(words, at + 1, "era")) if done else at
    short = SHORT.match(text)
    if short is None:
        return at
    first, second = int(short[1]), int(short[2])
    if second in YEARS and 1 <= first <= 12 and "/" in text:
        slots.update(month=first, year=second)
        return at + 1
    cued = "weekday" in slots or "offset" in slots or fold_at(words, at - 1) in ("يوم", "بتاريخ", "تاريخ")
    if cued and 1 <= first <= 31 and 1 <= second <= 12:
        slots.update(day=first, month=second)
        return at + 1
    return at


def _take_numbers(parts: list[int], slots: Slots, hijri: bool = False) -> bool:
    """Day, month, year in the order in which they make a date (D/M/Y first, then ISO, then M/D/Y)."""
    a, b, c = parts
    orders = [(c, b, a)] if a <= 31 else [(a, b, c)]
    orders += [(c, a, b)] if a <= 12 < b <= 31 else []
    for year, month, day in orders:
        full = year + 2000 if year < 50 else year
        known = 1300 <= full <= 1500 if hijri or 1400 <= full <= 1500 else full in YEARS
        if known and 1 <= month <= 12 and 1 <= day <= 31:
            slots.update(year=full, month=month, day=day)
            if full < 1600:
                slots["hijri"] = True
            return True
    return False

"""Dates: «الرابع عشر من شهر آذار/مارس عام 2019», «14 من الشهر الجاري», and those in digits."""

from __future__ import annotations

from isnad.extract.numbers.digits import digits_range
from isnad.extract.text.words import Words
from isnad.extract.times.time_daynumbers import day_at
from isnad.extract.times.time_months import read_month
from isnad.extract.times.time_numeric import read_numeric, read_spaced
from isnad.extract.times.time_slots import DASHES, Slots, fold_at, is_role, role, tag_at, unit_at


def read_date(words: Words, at: int, end: int, slots: Slots) -> int:
    """A day with its month: in digits, in words, or «14 الجاري»."""
    if "day" in slots:
        return at
    return read_numeric(words, at, end, slots) if _is_numeric(words, at) else _read_day_month(words, at, end, slots)


def _is_numeric(words: Words, at: int) -> bool:
    raw = words.types[at].raw
    return words.types[at].kind == "number" and ("/" in raw or "-" in raw or "." in raw) and digits_range(raw) is None


def _read_day_month(words: Words, at: int, end: int, slots: Slots) -> int:
    spaced = read_spaced(words, at, end, slots)
    found = day_at(words, at) if spaced == at else None
    if found is None:
        return spaced
    day, last, k = found
    if fold_at(words, k) in ("من", "في", "/", "،", *DASHES) and not is_role(words, k, "until"):
        k += 1
    after = _month_of_day(words, k, end, slots)
    if after == k:
        return at
    slots["day"] = day
    if last != day:
        slots["day_last"] = last
    return after


def _month_of_day(words: Words, at: int, end: int, slots: Slots) -> int:
    if "month" in slots and "day" not in slots:
        return at
    relative = role(words, at, "relative")
    tag = tag_at(words, at)
    if relative is not None and tag and tag.article and fold_at(words, at - 1) != "من":
        slots["month_shift"] = relative
        return at + 1
    this = is_role(words, at, "this")
    if unit_at(words, at + this) == ("month", 1):
        shift = 0 if this else role(words, at + 1, "relative")
        if shift is not None:
            slots["month_shift"] = shift
            return at + 2
    return read_month(words, at, end, slots, True)

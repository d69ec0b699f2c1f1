"""Months by their names and numbers: «آذار/مارس», «شهر 3», «شباط الماضي», «آذار 16, 2017»."""

from __future__ import annotations

from isnad.extract.numbers.number_words import tag_of
from isnad.extract.text.words import Words
from isnad.extract.times.time_daynumbers import day_at, ordinal_day
from isnad.extract.times.time_numeric import YEARS
from isnad.extract.times.time_slots import DASHES, Slots, fold_at, month_at, role, unit_at, whole
from isnad.extract.times.time_years import read_year
from isnad.knowledge.time_table import Month


def read_month(words: Words, at: int, end: int, slots: Slots, beside: bool = False) -> int:
    """A month with its second name, its own «الماضي» and its year."""
    if "month" in slots:
        return at
    k, named = at, beside
    if unit_at(words, k) == ("month", 1):
        k, named = k + 1, True
    found = month_at(words, k, True)
    if found is None:
        return _numbered_month(words, k, slots) if named and k > at else at
    month, after = found
    after = _second_name(words, after, month)
    rest: Slots = {"month": month.number}
    done = read_year(words, after, end, rest) if "year" not in slots else after
    relative = role(words, done, "relative") if done == after else None
    if done == after and "day" not in slots and not beside:
        after = done = _day_after(words, after, end, rest)
    preposed = fold_at(words, k - 1) in ("في", "خلال", "منذ", "حتي", "لشهر", "بشهر") or "edge" in slots or "nth" in slots
    if not (month.sure or named or done > after or relative is not None or (preposed and not _personal(words, after))):
        return at
    slots.update(rest)
    if month.hijri:
        slots["hijri"] = True
    if relative is not None:
        slots["month_shift"], done = relative, done + 1
    return done


def _day_after(words: Words, at: int, end: int, slots: Slots) -> int:
    """«آذار 16, 2017», «تموز 13 إلى 15», «يوليو 13-15»: the day after its month, before a year or as a range."""
    day = day_at(words, at) if at < end and words.types[at].kind == "number" else None
    if day is None:
        return at
    comma = fold_at(words, day[2]) in (",", "،")
    if whole(words, day[2] + comma) in YEARS:
        slots.update(day=day[0], year=whole(words, day[2] + comma))
        return day[2] + comma + 1
    if day[1] > day[0]:
        slots.update(day=day[0], day_last=day[1])
        return day[2]
    return at


def _personal(words: Words, at: int) -> bool:
    """Whether a word follows that may be the rest of a man's name."""
    return (
        at < len(words.types) and words.types[at].kind == "word" and not words.types[at].number and words.types[at].time is None
    )


def _numbered_month(words: Words, at: int, slots: Slots) -> int:
    """«شهر 3», «شهر ثلاثة», «الشهر التاسع»."""
    number = whole(words, at)
    if number is None:
        tag, ordinal = tag_of(words, at, "unit", "ten"), ordinal_day(words, at)
        number = int(tag.value) if tag else ordinal[0] if ordinal else None
    if number is None or not 1 <= number <= 12:
        return at - 1
    slots["month"] = number
    return at + 1


def _second_name(words: Words, at: int, month: Month) -> int:
    """Past «/مارس» or «(مارس)», the same month by its other name."""
    mark = fold_at(words, at) in ("/", "(", "او", *DASHES)
    other = month_at(words, at + mark, True)
    if other is None and fold_at(words, at) == "/" and whole(words, at + 2) in YEARS and words.types[at + 1].kind == "word":
        return at + 2  # the other name misspelt
    if other is None or (other[0].number, other[0].hijri) != (month.number, month.hijri):
        return at
    return other[1] + (fold_at(words, at) == "(" and fold_at(words, other[1]) == ")")

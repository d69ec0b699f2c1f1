"""Dates: «الرابع عشر من شهر آذار/مارس عام 2019», «14-3-2019», «14 من الشهر الجاري», months, years."""

from __future__ import annotations

import re

from isnad.extract.digits import digits_range, plain_digits
from isnad.extract.number_words import read_number, tag_of
from isnad.extract.time_slots import DASHES, Slots, fold_at, is_role, month_at, role, tag_at, unit_at, whole
from isnad.extract.words import Words
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.time_table import Month

NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$")
SHORT = re.compile(r"(\d{1,2})[/.](\d{1,4})$")
YEARS = range(1900, 2101)
DATED = {"month", "edge", "season", "quarter", "half", "day", "feast"}


def ordinal_day(words: Words, at: int) -> tuple[int, int] | None:
    """(day, next word) of an ordinal: «السابع», «الحادي والعشرين», «الرابع عشر», «العشرين»."""
    value = role(words, at, "ordinal")
    if value is None:
        tens = tag_of(words, at, "tens")
        return (int(tens.value), at + 1) if tens and tens.article and tens.value <= 30 else None
    if int(value) < 1:
        return None
    ten, tens = tag_of(words, at + 1, "ten"), tag_of(words, at + 1, "tens")
    if ten and not ten.conjunction:
        return int(value) + 10, at + 2
    if tens and tens.conjunction and tens.value in (20, 30):
        return int(value) + int(tens.value), at + 2
    return int(value), at + 1


def day_at(words: Words, at: int) -> tuple[int, int, int] | None:
    """(day, last day, next word) of a day number or a range of them, or None."""
    number = whole(words, at)
    if number is None:
        spread = digits_range(words.types[at].raw) if at < len(words.types) and words.types[at].kind == "number" else None
        if spread and 1 <= spread[0] < spread[1] <= 31:
            return int(spread[0]), int(spread[1]), at + 1
        ordinal = ordinal_day(words, at)
        if ordinal is None:
            return None
        number, after = ordinal
    else:
        after = at + 1
    if not 1 <= number <= 31:
        return None
    return _day_range(words, number, after)


def _day_range(words: Words, number: int, at: int) -> tuple[int, int, int]:
    if fold_at(words, at) in ("الي", "حتي", "وحتي", "لغايه", "و", *DASHES):
        other = whole(words, at + 1)
        ordinal = ordinal_day(words, at + 1) if other is None else (other, at + 2)
        if ordinal and number < ordinal[0] <= 31:
            return number, ordinal[0], ordinal[1]
    return number, number, at


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
    return at < len(words.types) and words.types[at].kind == "word" and not words.types[at].number and words.types[at].time is None


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


def read_year(words: Words, at: int, end: int, slots: Slots) -> int:
    """«2019», «عام 2019», «من العام الماضي», «عام ألفين وأحد عشر», «1440 هـ», «عامي 2013 و2014»."""
    if "year" in slots or "year_shift" in slots:
        return at
    k = at + (fold_at(words, at) in ("من", "في", "ل", "،", ",", "/", "سنه", "للعام", *DASHES))
    this = is_role(words, k, "this")
    unit = unit_at(words, k + this)
    if unit and unit[0] == "year" and unit[1] in (1, 2):
        return _named_year(words, k + this, end, slots, this) or at
    year = whole(words, k)
    if year is None or not (1300 <= year <= 2100) or not (DATED & slots.keys() or _bare_year(words, k, year)):
        return at
    return _take_year(words, k, slots) or at


def _bare_year(words: Words, at: int, year: int) -> bool:
    """«في 2019», «منذ 2011», with no noun after it that it could count."""
    cued = fold_at(words, at - 1) in ("في", "منذ", "حتي", "منتصف", "مطلع", "اواخر", "نهايه", "بدايه")
    after = words.types[at + 1] if at + 1 < len(words.types) else None
    counts = after is not None and after.kind == "word" and not after.verb and not after.best.before and after.fold not in FUNCTION_WORDS
    return cued and year in YEARS and not (counts and after is not None and after.time is None)


def _take_year(words: Words, at: int, slots: Slots) -> int:
    year = whole(words, at) or 0
    era = role(words, at + 1, "era")
    if era is not None and len(fold_at(words, at + 1)) > 2 and era == "gregorian":
        era = era if year in YEARS else None
    if era == "hijri" or 1300 <= year <= 1500:
        slots.update(year=year, hijri=True)
    elif year in YEARS:
        slots["year"] = year
    else:
        return 0
    return at + 1 + (era is not None)


def _named_year(words: Words, at: int, end: int, slots: Slots, this: bool) -> int:
    relative = role(words, at + 1, "relative")
    tag = tag_at(words, at)
    if this or relative is not None:
        slots["year_shift"] = 0 if this else relative
        return at + 1 + (relative is not None)
    year = whole(words, at + 1)
    if year is not None and 1300 <= year <= 2100:
        after = _take_year(words, at + 1, slots)
        return _year_range(words, after, slots)
    number = read_number(words, at + 1, end) if at + 1 < end else None
    if number and number.value in YEARS and number.last > at + 2:
        slots["year"] = int(number.value)
        return number.last
    if tag and tag.article and "edge" in slots and fold_at(words, at) in ("العام", "السنه"):
        slots["year_shift"] = 0
        return at + 1
    return 0


def _year_range(words: Words, at: int, slots: Slots) -> int:
    """Past «و2014» or «-2014»; a gap of more than one year is no range with «و»."""
    if fold_at(words, at) in ("و", "الي", "حتي", "وحتي", *DASHES) and slots["year"] < (last := whole(words, at + 1) or 0) and last in YEARS:
        slots["year_last"] = last
        return at + 2
    return at

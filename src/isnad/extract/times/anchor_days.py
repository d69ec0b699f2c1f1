"""Days, weeks, months and years placed: absolute ones as they stand, others looking back from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta

from isnad.extract.times.anchor_units import Placed
from isnad.extract.times.calendars import add_months, easter, hijri_year, make_day, month_days, week_of
from isnad.extract.times.when import When
from isnad.knowledge.time_table import Feast, feasts

SEASONS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 2)}
WEEK = timedelta(days=7)


def anchor_days(when: When, day: date | None, future: bool) -> Placed | None:
    """The days that slots mean, or None where they need a day of publication and there is none."""
    if when.feast:
        return _feast(when, day, future)
    if when.day is not None:
        return _date(when, day, future)
    if when.nth is not None and when.weekday is not None:
        return _nth_weekday(when, day, future)
    if when.offset is not None:
        return _offset(when, day)
    if when.weekday is not None:
        return _weekday(when, day, future)
    if when.month is not None or when.month_shift is not None:
        return _month(when, day, future)
    if when.season is not None or when.quarter is not None or when.half is not None:
        return _part_of_year(when, day)
    if when.decade is not None:
        return date(1900 + when.decade, 1, 1), date(1909 + when.decade, 12, 31), "year"
    if when.year is not None or when.year_shift is not None:
        return _year(when, day)
    if when.unit and when.shift is not None and day is not None:
        return _unit(when, day)
    return (day, day, "day") if day is not None and (when.hour is not None or when.part) else None


def _years(when: When, day: date | None, future: bool) -> list[int]:
    """The years to try, the most likely first."""
    if when.year is not None:
        return [when.year]
    if day is None:
        return []
    now = hijri_year(day) if when.hijri else day.year
    if when.year_shift is not None:
        return [now + when.year_shift]
    return (
        [now, now + 1, now + 2, now + 3, now + 4]
        if future or when.month_shift == 1
        else [now, now - 1, now - 2, now - 3, now - 4]
    )


def _fits(start: date, end: date, day: date | None, when: When, future: bool) -> bool:
    """Whether a day or month without a year lies on the side of the publication that the words mean."""
    if day is None or when.year is not None or when.year_shift is not None:
        return True
    if when.month_shift == 0:
        return start <= day <= end or when.day is not None
    if when.month_shift == 1:
        return start > day
    if when.month_shift == -1:
        return end < day
    return end >= day if future else start <= day


def _date(when: When, day: date | None, future: bool) -> Placed | None:
    """A day of a month; with a range its last day too; a weekday beside it settles an unknown year."""
    if when.month is None:
        return _day_of_shifted_month(when, day)
    first = None
    for year in _years(when, day, future):
        found = make_day(year, when.month, when.day or 1, when.hijri)
        if found is None or not _fits(found, found, day, when, future):
            continue
        if when.weekday is None or found.weekday() == when.weekday or when.year is not None:
            first = found
            break
        first = first or found
    if first is None:
        return None
    return first, first + timedelta(days=(when.day_last or when.day or 1) - (when.day or 1)), "day"


def _day_of_shifted_month(when: When, day: date | None) -> Placed | None:
    if day is None or when.month_shift is None:
        return None
    start = add_months(day.replace(day=1), when.month_shift)
    first = make_day(start.year, start.month, when.day or 1)
    return (first, first + timedelta(days=(when.day_last or when.day or 1) - (when.day or 1)), "day") if first else None


def _offset(when: When, day: date | None) -> Placed | None:
    if day is None or when.offset is None:
        return None
    start = day + timedelta(days=when.offset)
    return start, start, "day"


def _weekday(when: When, day: date | None, future: bool) -> Placed | None:
    """A weekday: the report's own day counts; «الماضي» lies before it, «المقبل» after it."""
    if day is None or when.weekday is None:
        return None
    if when.unit == "week" and when.shift is not None:
        start = week_of(day)[0] + WEEK * when.shift + timedelta(days=when.weekday)
        return start, start, "day"
    ahead = (when.weekday - day.weekday()) % 7
    if when.weekday_shift == -1:
        start = day - timedelta(days=(7 - ahead) if ahead else 7)
    elif when.weekday_shift == 1 or (future and when.weekday_shift != -1):
        start = day + timedelta(days=ahead or 7)
    else:
        start = day - timedelta(days=(7 - ahead) % 7)
    return start, start + timedelta(days=when.weekday_last is not None), "day"


def _month(when: When, day: date | None, future: bool) -> Placed | None:
    if when.month is None:
        if day is None:
            return None
        start = add_months(day.replace(day=1), when.month_shift or 0)
        days = month_days(start.year, start.month)
        return (*days, "month") if days else None
    for year in _years(when, day, future):
        days = month_days(year, when.month, when.hijri)
        if days and _fits(*days, day, when, future):
            return (*days, "month")
    return None


def _nth_weekday(when: When, day: date | None, future: bool) -> Placed | None:
    """«ثالث ثلاثاء من أيلول»; -1 is the last one."""
    month = _month(when, day, future) if when.month is not None or when.month_shift is not None else None
    if month is None or when.weekday is None or when.nth is None:
        return None
    first = month[0] + timedelta(days=(when.weekday - month[0].weekday()) % 7)
    last = month[1] - timedelta(days=(month[1].weekday() - when.weekday) % 7)
    found = last if when.nth == -1 else first + WEEK * (when.nth - 1)
    return (found, found, "day") if found <= month[1] else None


def _year_of(when: When, day: date | None) -> int | None:
    return when.year if when.year is not None else day.year + (when.year_shift or 0) if day else None


def _year(when: When, day: date | None) -> Placed | None:
    year = _year_of(when, day)
    if year is None:
        return None
    if when.hijri:
        first, last = month_days(year, 1, True), month_days(year, 12, True)
        return (first[0], last[1], "year") if first and last else None
    return date(year, 1, 1), date(when.year_last or year, 12, 31), "year"


def _part_of_year(when: When, day: date | None) -> Placed | None:
    year = _year_of(when, day)
    if year is None:
        return None
    if when.season is not None:
        first, last = SEASONS[when.season]
        start = date(year, first, 1)
        return start, (month_days(year + (last < first), last) or (start, start))[1], "season"
    months = 3 if when.quarter is not None else 6
    start = date(year, months * ((when.quarter or when.half or 1) - 1) + 1, 1)
    return start, add_months(start, months) - timedelta(days=1), "season" if months == 3 else "year"


def _unit(when: When, day: date) -> Placed | None:
    shift = when.shift or 0
    if when.unit == "week":
        start, end = week_of(day + WEEK * shift)
        return start, end, "week"
    size = {"decade": 10, "century": 100}.get(when.unit)
    if size is None:
        return None
    start_year = (day.year // size + shift) * size
    return date(start_year, 1, 1), date(start_year + size - 1, 12, 31), "year"


def _feast(when: When, day: date | None, future: bool) -> Placed | None:
    feast = feasts()[0][when.feast]
    years = (
        [when.year]
        if when.year is not None
        else []
        if day is None
        else [day.year + k for k in ((0, 1) if future or when.month_shift == 1 else (0, -1))]
    )
    for year in years:
        found = feast_day(feast, year)
        if found is None:
            continue
        found += timedelta(days=(when.nth or 1) - 1)
        if when.year is not None or day is None or (found >= day if future or when.month_shift == 1 else found <= day):
            return found, found, "day"
    return None


def feast_day(feast: Feast, year: int) -> date | None:
    """A feast's (first) day in a Gregorian year."""
    if feast.calendar == "easter":
        return easter(year)
    if feast.calendar == "gregorian":
        return make_day(year, feast.month, feast.day)
    near = hijri_year(date(year, 1, 1))
    days = [make_day(near + k, feast.month, feast.day, True) for k in (0, 1)]
    return next((d for d in days if d is not None and d.year == year), None)

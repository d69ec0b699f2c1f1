"""Days of two calendars: month lengths, months counted on, Hijri days by the Umm al-Qura tables, Easter."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

DAY = timedelta(days=1)


def make_day(year: int, month: int, day: int, hijri: bool = False) -> date | None:
    """A day, or None where the calendar has none (31 February; Hijri years outside 1343-1500)."""
    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple()) if hijri else date(year, month, day)
    except (ValueError, OverflowError):
        return None


def month_days(year: int, month: int, hijri: bool = False) -> tuple[date, date] | None:
    """First and last day of a month, or None outside the calendar's range."""
    first = make_day(year, month, 1, hijri)
    if first is None:
        return None
    length = Hijri(year, month, 1).month_length() if hijri else monthrange(year, month)[1]
    return first, first + timedelta(days=length - 1)


def hijri_year(day: date) -> int:
    """The Hijri year of a day."""
    return int(Gregorian(day.year, day.month, day.day).to_hijri().year)


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus's rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day + 1)

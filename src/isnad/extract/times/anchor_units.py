"""Amounts of time counted from the day of publication, and the edges of a stretch of time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from isnad.extract.times.calendars import add_months, week_of
from isnad.extract.times.when import When
from isnad.records import TimePrecision

Placed = tuple[date, date, TimePrecision]
PRECISION: dict[str, TimePrecision] = {
    "second": "hour", "minute": "hour", "hour": "hour", "day": "day", "week": "day", "month": "month", "year": "year", "decade": "year", "century": "year",
}  # fmt: skip
MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
YEARLY = ("year", "decade", "century")
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}


def shift(day: date, unit: str, count: float) -> date:
    """A day (or moment) some units on; hours move a plain day only by whole days, upwards."""
    if unit in MONTHS:
        return add_months(day, round(count * MONTHS[unit]))
    seconds = SECONDS[unit] * count
    if isinstance(day, datetime):
        return day + timedelta(seconds=seconds)
    days = seconds / 86400
    return day + timedelta(days=int(days) if unit in ("day", "week") else -int(-days // 1) if days > 0 else int(days // 1))


def anchor_amount(when: When, published: date | None, future: bool) -> Placed | None:
    """«قبل ثلاثة أيام», «الأيام الثلاثة الماضية», «خلال 24 ساعة», «منذ أسبوعين»."""
    if published is None or when.count is None:
        return None
    fine = when.unit in ("hour", "minute", "second")
    base = published if fine and isinstance(published, datetime) else date(published.year, published.month, published.day)
    if isinstance(base, datetime):
        base = base.replace(tzinfo=None)
    sense = when.sense if when.sense != "within" else ("next" if future else "last")
    ahead = sense in ("next", "ahead")
    if sense == "ahead" and not future:
        return None
    far = shift(base, when.unit, when.count if ahead else -when.count)
    precision: TimePrecision = "day" if fine and not isinstance(base, datetime) else PRECISION[when.unit]
    if sense in ("ago", "ahead"):
        return _ago(far, base, when.unit, precision)
    if sense == "next":
        return _next(base, far, when, precision)
    if sense == "since" or (when.unit in YEARLY and when.sense == "last"):
        return _whole(far, when.unit)[0], base, precision
    whole_days = when.unit == "day" and when.count < 7 and when.sense == "last"
    return far, base - timedelta(days=1) if whole_days else base, precision


def _whole(day: date, unit: str) -> tuple[date, date]:
    """The calendar month or year that a day counted in months or years falls into; finer units keep the day itself."""
    if unit not in MONTHS:
        return day, day
    first = day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)
    return first, add_months(first, 1 if unit == "month" else 12) - timedelta(days=1)


def _ago(far: date, base: date, unit: str, precision: TimePrecision) -> Placed:
    """Counted back by hours of a day unknown, the act lies between then and the day of publication."""
    if far > base:
        return far, far, precision
    if unit in MONTHS:
        return *_whole(far, unit), precision
    return (far, base if unit in ("hour", "minute", "second") and not isinstance(base, datetime) else far, precision)


def _next(base: date, far: date, when: When, precision: TimePrecision) -> Placed:
    if when.unit == "week" and when.sense == "next":
        first = week_of(base)[1] + timedelta(days=1)
        return first, first + timedelta(days=7 * int(when.count or 1) - 1), "week"
    return base, far, precision


def cut_edge(placed: Placed, edge: str) -> Placed:
    """The beginning, middle or end: ten days of a month, two days of a week, three months of a year; its close is December."""
    start, end, precision = placed
    length = (end - start).days + 1
    if edge == "close" and 100 < length <= 366:
        return end.replace(day=1), end, "month"
    if length <= 7:
        return {
            "begin": (start, start + timedelta(days=1), precision),
            "mid": (start + timedelta(days=2), start + timedelta(days=4), precision),
        }.get(edge, (end - timedelta(days=1), end, precision))
    if length <= 31:
        cuts = {"begin": (start, start + timedelta(days=9)), "mid": (start + timedelta(days=10), start + timedelta(days=19))}
        return (*cuts.get(edge, (start + timedelta(days=20), end)), precision)
    if 100 < length <= 366:
        cuts = {
            "begin": (start, add_months(start, 3) - timedelta(days=1)),
            "mid": (add_months(start, 4), add_months(start, 8) - timedelta(days=1)),
        }
        return (*cuts.get(edge, (add_months(start, 9), end)), precision)
    third = timedelta(days=length // 3)
    cuts = {"begin": (start, start + third), "mid": (start + third, end - third)}
    return (*cuts.get(edge, (end - third, end)), precision)

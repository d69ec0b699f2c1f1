"""Times anchored to the day of publication (codebook section 5).

Looking back is the rule: a weekday, a day without a year, a month without a year is the latest one not after the day of
publication; `future` turns that round for what is planned. Absolute times need no day of publication.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec

from isnad.extract.times.anchor_days import WEEK, anchor_days
from isnad.extract.times.anchor_units import Placed, anchor_amount, cut_edge
from isnad.extract.times.when import TimeExpression, When
from isnad.records import Span, Time

PARTS_PM = frozenset(("afternoon", "evening", "night"))


def anchor_time(expression: TimeExpression, published: date | None, future: bool = False) -> Time | None:
    """The interval that a time expression means, or None where it cannot be told (open words, no day to count from).

    `published` is the day of publication; given a datetime, «الساعات الـ24 الماضية» counts in hours.
    """
    try:
        placed = anchor_when(expression.when, published, future)
    except (ValueError, OverflowError):  # before year 1 or after 9999: «منذ 5000 عام»
        return None
    if placed is None:
        return None
    start, end, precision = placed
    if _iso(end) < _iso(start)[: len(_iso(end))]:
        return None
    span = Span(expression.start, expression.end, expression.field)
    return Time(_iso(start), _iso(end), precision, expression.text, span, expression.when.approximate, _rule(expression.when))


def anchor_when(when: When, published: date | None, future: bool = False) -> Placed | None:
    """(start, end, precision) of slots; days, or datetimes where an hour is told."""
    if when.open or (when.rule == "following" and not future):
        return None
    if when.to is not None:
        return _join(when, published, future)
    day = published.date() if isinstance(published, datetime) else published
    if when.sense and when.sense != "this":
        return anchor_amount(when, published, future)
    placed = anchor_days(when, day, future)
    if placed is None:
        return None
    if when.edge:
        placed = cut_edge(placed, when.edge)
        if when.edge == "close" and when.unit == "week" and day is not None and day < placed[0] and not future:
            placed = placed[0] - WEEK, placed[1] - WEEK, placed[2]  # «في نهاية الأسبوع», told as past
    if when.since and day is not None and placed[0] <= day:
        return placed[0], day, placed[2]
    return _to_hours(when, placed, published, future)


def _join(when: When, published: date | None, future: bool) -> Placed | None:
    """From the start of one end to the end of the other."""
    first = anchor_when(msgspec.structs.replace(when, to=None), published, future)
    last = anchor_when(when.to, published, future) if when.to else None
    if first is None or last is None:
        return None
    if str(last[1]) < str(first[0]):
        if when.month is None or when.year is not None:
            return None
        first = anchor_when(msgspec.structs.replace(when, to=None), last[1], False) or first
    return (first[0], last[1], last[2]) if type(first[0]) is type(last[1]) else None


def _to_hours(when: When, placed: Placed, published: date | None, future: bool) -> Placed:
    start, end, precision = placed
    if when.hour is None or start != end:
        return start, end, ("part_of_day" if when.part and precision == "day" else precision)
    hour = when.hour
    if hour < 12 and (when.part in PARTS_PM or (when.part == "noon" and hour < 4)) and not (when.part == "night" and hour < 6):
        hour += 12
    moment = datetime(start.year, start.month, start.day, hour % 24, when.minute or 0)
    if future and not when.part and hour <= 12 and isinstance(published, datetime) and moment <= published.replace(tzinfo=None):
        moment += timedelta(hours=12)
    until = moment if when.minute is not None else moment + timedelta(minutes=59)
    return moment, until, "hour"


def _iso(day: date) -> str:
    return day.strftime("%Y-%m-%dT%H:%M") if isinstance(day, datetime) else day.isoformat()


def _rule(when: When) -> str:
    """Which kind of words gave the time."""
    if when.sense and when.sense != "this":
        return when.sense
    for name in (
        "feast",
        "day",
        "offset",
        "weekday",
        "month",
        "month_shift",
        "season",
        "decade",
        "quarter",
        "half",
        "unit",
        "year",
        "year_shift",
        "hour",
        "part",
    ):
        if getattr(when, name) not in (None, ""):
            return "since" if when.since else name
    return ""

"""A time as told, not yet anchored: what the words say and no more."""

from __future__ import annotations

from isnad.records import Field, Record


class When(Record, frozen=True):
    """The slots that time words fill; None or "" where they say nothing.

    Days count from 1, weekdays from Monday 0; offsets and shifts count from the day of publication (−1 past, 0 this,
    +1 next). `sense` says how `unit` × `count` is meant: this (a unit of the calendar), ago, since, last, next, ahead.
    `…_last` ends an interval of days or years. `open` marks words that tell a time which cannot be placed.
    """

    year: int | None = None
    year_last: int | None = None
    year_shift: int | None = None
    month: int | None = None
    month_shift: int | None = None  # the month's own «الماضي», «الجاري», «المقبل»; without a month: this month, the last one
    hijri: bool = False
    day: int | None = None
    day_last: int | None = None
    weekday: int | None = None
    weekday_last: int | None = None
    weekday_shift: int | None = None
    nth: int | None = None  # «ثالث ثلاثاء»; -1 the last one
    offset: int | None = None
    unit: str = ""
    count: float | None = None
    sense: str = ""
    shift: int | None = None
    edge: str = ""
    part: str = ""
    hour: int | None = None
    minute: int | None = None
    zone: str = ""
    season: int | None = None
    decade: int | None = None
    quarter: int | None = None
    half: int | None = None
    feast: str = ""
    since: bool = False
    to: When | None = None  # the other end of «من … إلى …»
    approximate: bool = False
    open: bool = False
    rule: str = ""


class TimeExpression(Record, frozen=True):
    """Words [first, last) that tell a time; `text` is `field[start:end]`."""

    first: int
    last: int
    start: int
    end: int
    text: str
    when: When
    field: Field = "text"

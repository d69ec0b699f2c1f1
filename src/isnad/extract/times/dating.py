"""The day of publication, given or inferred from the report's own words.

Three kinds of ground, the firmest first: a full date where reports are dated; «اليوم الثلاثاء 22 ديسمبر» or «أمس …», which
fits only certain years; a weekday with its date beside «اليوم الثلاثاء». The latest year told as past and the periods of
the parties named bound the years. What still fits several years stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from isnad.extract.text.words import Words
from isnad.extract.times.calendars import make_day
from isnad.extract.times.dating_bounds import Bounds, bounds_of
from isnad.extract.times.dating_evidence import UPDATED, Dated, Stamp, Told, dated_weekdays, stamps, told_days
from isnad.extract.times.when import TimeExpression
from isnad.knowledge.load import Knowledge
from isnad.records import Published, Report

UPDATES = 6  # days within which a page is touched up


def date_report(
    report: Report, fields: Sequence[Words], expressions: Sequence[TimeExpression], knowledge: Knowledge
) -> Published:
    """The report's day: given, inferred (`why` says from which words), or open (`years` keeps what still fits)."""
    if report.published:
        return Published(report.published, "given")
    told = told_days(expressions)
    stamped = [s for words in fields for s in stamps(words, [e for e in expressions if e.field == words.field])]
    if stamped:
        return _from_stamps(stamped, told)
    exact = [t for t in told if t.day is not None]
    dated = dated_weekdays(expressions)
    if not exact and not dated:
        return _from_weekday_alone(told)
    days = list(_days_told(exact, told)) if exact else list(_days_near(dated, told))
    grounds = "، ".join(dict.fromkeys([x.text for x in exact] + [x.text for x in dated] + [x.text for x in told]))
    if not days:
        return (
            Published(None, why=f"nothing fits {grounds}")
            if exact
            else _years_only(dated, bounds_of(fields, expressions, knowledge))
        )
    return _choose(days, bounds_of(fields, expressions, knowledge), grounds)


def _from_stamps(stamped: list[Stamp], told: list[Told]) -> Published:
    """A day on which all stamps agree and no «اليوم …» contradicts; of two a day apart, the earlier."""
    fitting = [s for s in stamped if s.why != UPDATED and all(t.fits(s.day) for t in told)]
    days = sorted({s.day for s in fitting})
    if not days:
        return _before_update([s for s in stamped if s.why == UPDATED], told)
    if (days[-1] - days[0]).days > 1:
        return Published(None, why="dates of publication disagree: " + "، ".join(s.text for s in stamped))
    first = next(s for s in fitting if s.day == days[0])
    if first.night and not told:
        return Published(None, why=f"«{first.text}»: this day or, by another clock, the one before", years=(first.day.year,))
    return Published(days[0].isoformat(), "inferred", f"«{first.text}»: {first.why}", (days[0].year,))


def _before_update(updated: list[Stamp], told: list[Told]) -> Published:
    """The last change bounds the day of publication; «اليوم الأحد» finds it among the days before."""
    if not updated:
        return Published(None, why="a date of publication that the weekdays told contradict")
    last = min(updated, key=lambda s: s.day)
    days = [
        d
        for d in (last.day - timedelta(days=k) for k in range(UPDATES))
        if any(t.offset == 0 for t in told) and all(t.fits(d) for t in told)
    ]
    if len(days) == 1:
        return Published(
            days[0].isoformat(), "inferred", f"«{told[0].text}» before «{last.text}», the last change", (days[0].year,)
        )
    return Published(None, why=f"not after «{last.text}», the last change", years=(last.day.year,))


def _from_weekday_alone(told: list[Told]) -> Published:
    return Published(None, why="only a weekday: " + told[0].text if told else "")


def _years() -> range:
    from isnad.knowledge.dating_table import dating_table

    return range(dating_table().earliest.year, dating_table().latest.year + 1)


def _days_told(exact: list[Told], told: list[Told]) -> Iterator[date]:
    """Days of publication on which everything counted from it is true."""
    first = exact[0]
    for year in _years():
        there = make_day(year, first.month or 1, first.day or 1)
        if there is None:
            continue
        day = there - timedelta(days=first.offset)
        if all(t.fits(day) for t in told):
            yield day


def _days_near(dated: list[Dated], told: list[Told]) -> Iterator[date]:
    """The days of «اليوم الثلاثاء» in the week from a weekday with its date on."""
    last = dated[0]
    for year in _years():
        day = make_day(year, last.month, last.day)
        if day is None or day.weekday() != last.weekday or not told:
            continue
        fitting = [day + timedelta(days=k) for k in range(7) if all(t.fits(day + timedelta(days=k)) for t in told)]
        if len(fitting) == 1:
            yield fitting[0]


def _choose(days: list[date], bounds: Bounds, grounds: str) -> Published:
    left = [d for d in days if bounds.low <= d <= bounds.high]
    years = tuple(sorted({d.year for d in left}))
    if len(left) == 1:
        return Published(left[0].isoformat(), "inferred", f"«{grounds}»{bounds.why}", years)
    return Published(None, why=f"«{grounds}»{bounds.why}", years=years)


def _years_only(dated: list[Dated], bounds: Bounds) -> Published:
    first = dated[0]
    days = [make_day(year, first.month, first.day) for year in range(bounds.low.year, bounds.high.year + 1)]
    years = tuple(d.year for d in days if d is not None and d.weekday() == first.weekday)
    return Published(None, why=f"«{first.text}»{bounds.why}", years=years)

"""What a report's own times say about its day of publication, without knowing it.

Days told from the day of publication (`Told`: «اليوم الثلاثاء», «أمس 21 ديسمبر»), full dates that stand where a report
is dated (`stamps`), and bounds: it cannot come before the latest day it tells of as past.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from isnad.extract.text.words import Words
from isnad.extract.times.calendars import make_day
from isnad.extract.times.date_lines import above_report
from isnad.extract.times.when import TimeExpression, When
from isnad.knowledge.dating_table import dating_table
from isnad.knowledge.letters import has_arabic

UPDATED = "a word of updating beside it"
SMALL_HOURS = 6
HEADER = 60  # words in which a date with its month's name may stand beside the clock of publication
DIGEST = 40  # words in which a digest says of which day it is
DATELINE = 14  # words from the start in which a dateline's date stands
FUTURE = frozenset(("بحلول", "حتي", "لغايه", "المقبل", "القادم", "بعد", "خطه", "رويه", "اجنده", "لعام"))


class Told(NamedTuple):
    """A day as counted from the day of publication: `offset` days on, it has this weekday, day, month, year."""

    offset: int
    weekday: int | None
    day: int | None
    month: int | None
    year: int | None
    text: str

    def fits(self, published: date) -> bool:
        """Whether a day of publication agrees with what is told."""
        there = published + timedelta(days=self.offset)
        pairs = ((self.weekday, there.weekday()), (self.day, there.day), (self.month, there.month), (self.year, there.year))
        return all(told is None or told == is_so for told, is_so in pairs)


class Dated(NamedTuple):
    """A weekday with day and month, not counted from the day of publication."""

    weekday: int
    day: int
    month: int
    text: str


class Stamp(NamedTuple):
    """A full date where reports are dated, and why it is taken for the day of publication."""

    day: date
    text: str
    why: str
    night: bool = False  # its clock stands in the small hours: elsewhere it was still the day before


def told_days(expressions: Sequence[TimeExpression]) -> list[Told]:
    """Every «اليوم …» and «أمس …» that names more than itself, and the day of a digest at its head («أحداث … ليوم الثلاثاء 19-10-2021»)."""
    found = []
    for e in expressions:
        w = e.when
        if w.offset is not None and _is_told(w):
            found.append(Told(w.offset, w.weekday, w.day, w.month, w.year, e.text))
        elif w.offset is None and _of_digest(e):
            found.append(Told(0, w.weekday, w.day, w.month, w.year, e.text))
    return found


def _of_digest(e: TimeExpression) -> bool:
    return e.first < DIGEST and e.text.startswith("ليوم ") and full_day(e.when) is not None


def _is_told(w: When) -> bool:
    """A day near the day of publication with a weekday or a whole date; «هذا اليوم» may be any day."""
    plain = (
        w.offset in (-2, -1, 0, 1)
        and w.rule != "this"
        and not (w.to or w.hijri or w.weekday_last is not None or w.day_last is not None)
    )
    return plain and (w.weekday is not None if w.day is None else w.month is not None)


def dated_weekdays(expressions: Sequence[TimeExpression]) -> list[Dated]:
    """Every «الاثنين 21 ديسمبر» without a year."""
    found = []
    for e in expressions:
        w = e.when
        plain = (
            w.offset is None and w.year is None and w.year_shift is None and not w.hijri and w.month_shift is None and not w.to
        )
        if (
            plain
            and w.weekday is not None
            and w.day is not None
            and w.month is not None
            and w.day_last is None
            and w.weekday_last is None
        ):
            found.append(Dated(w.weekday, w.day, w.month, e.text))
    return found


def stamps(words: Words, expressions: Sequence[TimeExpression]) -> list[Stamp]:
    """Full dates with a word of publishing or a clock beside them, and those of datelines."""
    found = []
    for e in expressions:
        day = full_day(e.when)
        if day is None:
            continue
        why = _marked(words, e)
        if why:
            night = e.when.hour is not None and e.when.hour < SMALL_HOURS and not e.when.zone and not _gmt_before(words, e)
            found.append(Stamp(day, e.text, why, night))
    return found


def full_day(when: When) -> date | None:
    """The day that a full Gregorian date names, if its weekday (where told) does not contradict it."""
    if None in (when.year, when.month, when.day) or when.hijri or when.to or when.day_last is not None:
        return None
    day = make_day(when.year or 0, when.month or 0, when.day or 0)
    table = dating_table()
    wrong = (
        day is None or not table.earliest <= day <= table.latest or (when.weekday is not None and day.weekday() != when.weekday)
    )
    return None if wrong else day


def _marked(words: Words, e: TimeExpression) -> str:
    """Why the date is one of publication, or "". A weekday with a clock time is the page's own clock, unless the report begins below it."""
    around = {words.types[k].fold for k in range(max(0, e.first - 4), min(len(words), e.last + 4))}
    if around & dating_table().published:
        return "a word of publishing beside it"
    if around & dating_table().updated:
        return UPDATED
    if above_report(words, e):
        return "a line of its own above the report"
    if e.when.offset is not None or e.when.weekday is not None:
        return ""
    if _clock_near(words, e):
        return "a clock time beside it"
    return "a dateline" if _is_dateline(words, e) else ""


def _clock_near(words: Words, e: TimeExpression) -> bool:
    """HH:MM right after the date, or «(GMT+04:00)» before it."""
    if e.first >= HEADER and has_arabic(e.text):
        return False
    if e.when.hour is not None:
        return True
    after = range(e.last, min(len(words), e.last + 3))
    if words.types[e.last - 1].kind == "number" and len(words.types[e.last - 1].raw) == 6:
        return True  # glued to the hour
    return any(":" in words.types[k].raw for k in after) or _gmt_before(words, e)


def _gmt_before(words: Words, e: TimeExpression) -> bool:
    return any(words.types[k].fold == "gmt" for k in range(max(0, e.first - 9), e.first))


def _is_dateline(words: Words, e: TimeExpression) -> bool:
    """Within the first words of the text, with no verb, preposition or «from … to» before it: «دمشق 5 آب 2013»."""
    if e.first > DATELINE or e.first == 0 or e.when.weekday is not None or e.when.part or e.when.since:
        return False
    lines = [k for k in range(e.first) if words.lines[k] == words.lines[e.first]]
    if not lines or len(lines) > 8:
        return False
    plain = all(
        not words.types[k].verb and words.types[k].fold not in ("في", "من", "منذ", "الي", "حتي", "خلال", "بتاريخ") for k in lines
    )
    return plain and words.types[lines[0]].kind in ("word", "latin", "punct")


def past_bound(words: Words, expressions: Sequence[TimeExpression]) -> tuple[date, str] | None:
    """(day, words) of the latest absolute time told as past: the report is not older."""
    best: tuple[date, str] | None = None
    for e in expressions:
        day = _past_day(words, e)
        if day is not None and (best is None or day > best[0]):
            best = day, e.text
    return best


def _past_day(words: Words, e: TimeExpression) -> date | None:
    w = e.when
    table = dating_table()
    if w.year is None or w.hijri or w.feast or any(words.types[k].fold in FUTURE for k in range(max(0, e.first - 2), e.last)):
        return None
    day = full_day(w) or make_day(w.year, w.month or 1, 1)
    return day if day is not None and table.earliest <= day <= table.latest else None

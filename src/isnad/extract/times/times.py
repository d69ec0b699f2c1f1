"""Times found in a report's words.

Readers of small things (a day word, a date, a clock time) fill the slots of one `When`, one after another, as long as
they continue each other: «صباح» «أمس» «الاثنين» «21 ديسمبر». What cannot be a time (names, «اليوم التالي») is refused here.
"""

from __future__ import annotations

from collections.abc import Callable

from isnad.extract.text.words import Words
from isnad.extract.times.time_clock import read_clock
from isnad.extract.times.time_dates import read_date
from isnad.extract.times.time_days import read_day, read_part, read_weekday
from isnad.extract.times.time_feasts import read_feast
from isnad.extract.times.time_months import read_month
from isnad.extract.times.time_names import inside_name, says_time
from isnad.extract.times.time_slots import DASHES, Slots, fold_at, is_role, role, unit_at, whole
from isnad.extract.times.time_units import read_ago, read_edge, read_last, read_span, read_unit, read_within
from isnad.extract.times.time_years import read_year
from isnad.extract.times.when import TimeExpression, When
from isnad.knowledge.load import Knowledge
from isnad.knowledge.time_table import feast_heads

Reader = Callable[[Words, int, int, Slots], int]
# By the letter that knowledge/beginnings.py gives them; asked in the order of the letters of a word.
READERS: dict[str, Reader] = {
    "a": read_ago, "w": read_within, "l": read_last, "c": read_clock, "p": read_part, "d": read_day, "k": read_weekday, "e": read_edge,
    "f": read_feast, "s": read_span, "D": read_date, "u": read_unit, "m": read_month, "y": read_year,
}  # fmt: skip
CONNECTING = frozenset(
    ("،", ",", "(", ")", "من", "في", "الموافق", "المصادف", "-", "–", "—", "ب", "لعام", "يوم", "/", "علي", "حوالي", "عند", "قرابه")
)


def find_times(words: Words, knowledge: Knowledge) -> tuple[TimeExpression, ...]:
    """Every time told in the words, in order, none overlapping. Asked twice, it gives the same tuple again."""
    if words.times is None:
        words.times = tuple(_scan(words))
    return words.times


def _scan(words: Words) -> list[TimeExpression]:
    found: list[TimeExpression] = []
    types = words.types
    for first, end in words.sentences:
        at = first
        while at < end:
            if not types[at].dates:
                at += 1
                continue
            expression, last = _read_at(words, at, end) if _may_begin(words, at, end) else (None, at)
            if expression is not None:
                found.append(expression)
            at = max(last, at + 1)
    return found


def _may_begin(words: Words, at: int, end: int) -> bool:
    """A cheap first look, before the readers are asked."""
    kind = words.types[at]
    if kind.time is not None:
        if is_role(words, at, "from", "between"):
            after = words.types[at + 1] if at + 1 < end else None
            return after is not None and (after.time is not None or after.kind == "number" or bool(after.number))
        return True
    if kind.kind != "number":
        return kind.fold in feast_heads() or (at + 1 < end and words.types[at + 1].time is not None)
    if len(kind.raw) == 4 and is_role(words, at - 1, "in", "since", "until", "edge", "from", "between"):
        return True
    near = [words.types[k] for k in range(at + 1, min(at + 4, end))]
    return any(mark in kind.raw for mark in "/-:.") or any(k.time is not None or k.fold in ("/", ":", *DASHES) for k in near)


def _read_at(words: Words, at: int, end: int) -> tuple[TimeExpression | None, int]:
    """(the time that begins at word `at`, next word); a time inside a name is passed over whole."""
    cue = is_role(words, at, "since", "until", "from", "between", "within") and not is_role(words, at, "clock")
    slots: Slots = {}
    last = fill(words, at, end, slots)
    if last == at and cue:
        last = fill(words, at + 1, end, slots)
        last = last if last > at + 1 else at
    if last == at:
        return None, at
    other, last = _other_end(words, at, last, end, slots)
    since = is_role(words, at, "since") and "sense" not in slots
    if is_role(words, at, "until") and is_role(words, last - 1, "now"):
        slots["open"] = True
    first = at + 1 if cue and is_role(words, at, "from", "between", "within") and not other and slots.get("sense") is None else at
    if not says_time(slots):
        return None, at
    if inside_name(words, first, last, slots):
        return None, last
    start, stop = words.starts[first], words.ends[last - 1]
    when = When(**slots, since=since, to=When(**other) if other else None)
    return TimeExpression(first, last, start, stop, words.text[start:stop], when, words.field), last


def fill(words: Words, at: int, end: int, slots: Slots) -> int:
    """Let readers fill slots from word `at` on, over connecting words, as far as they come."""
    last = at
    while at < end:
        after = _read_one(words, at, end, slots)
        if after > at:
            at = last = after
            if slots.get("sense") not in (None, "this"):
                break
        elif slots and words.types[at].fold in CONNECTING and "sense" not in slots and at - last < 2:
            at += 1
        else:
            break
    if last < end and fold_at(words, last) == ")" and "(" in [words.types[k].raw for k in range(max(0, last - 4), last)]:
        last += 1
    return last


def _read_one(words: Words, at: int, end: int, slots: Slots) -> int:
    for letter in words.types[at].readers:
        after = READERS[letter](words, at, end, slots)
        if after > at:
            return min(after, end)
    return at


def _other_end(words: Words, at: int, last: int, end: int, slots: Slots) -> tuple[Slots, int]:
    """The second half of «من … إلى …», «بين … و…», and what each half takes from the other."""
    if is_role(words, at, "between") and fold_at(words, last) in ("،", ",") and fold_at(words, last + 1)[:1] == "و":
        last += 1
    joined = is_role(words, last, "to", "until") or fold_at(words, last) in ("الي", "وحتي", *DASHES)
    between = (
        is_role(words, at, "between")
        and last < end
        and (fold_at(words, last) == "و" or words.types[last].best.before[:1] == ("و",))
    ) or _paired(words, at, last, end, slots)
    if last + 1 >= end + between or not (joined or between) or not slots:
        return {}, last
    other: Slots = {}
    begin = last + (joined or fold_at(words, last) == "و")
    stop = fill(words, begin, end, other)
    if stop == begin and "month" in slots and (day := whole(words, begin)) and "day" in slots and day > slots["day"]:
        stop, other = begin + 1, {"day": day}
    if stop == begin or not _same_kind(slots, other):
        return {}, last
    for name in ("year", "year_shift", "month", "month_shift", "hijri", "part"):
        if name in other and name not in slots and not (name.startswith("month") and "day" not in slots):
            slots[name] = other[name]
    for name in ("weekday", "offset", "day", "month", "year", "month_shift"):
        if name == "month_shift" and "month" in other:
            continue
        if name in slots and name not in other and ("hour" in other or "day" in other):
            other[name] = slots[name]
    return other, stop


def _paired(words: Words, at: int, last: int, end: int, slots: Slots) -> bool:
    """«الثلاثاء والأربعاء», «أمس واليوم», «شهري أيار وحزيران»: two that follow each other, told as one stretch."""
    if last >= end or words.types[last].best.before[:1] != ("و",) or slots.keys() & {"part", "hour"}:
        return False
    if "weekday" in slots:
        return bool(role(words, last, "weekday") == (slots["weekday"] + 1) % 7)
    if "offset" in slots:
        return bool(role(words, last, "day") == slots["offset"] + 1)
    return "month" in slots and "day" not in slots and unit_at(words, at - 1) == ("month", 2)


def _same_kind(slots: Slots, other: Slots) -> bool:
    kinds = ("hour", "day", "month", "weekday", "year", "offset")
    return next((k for k in kinds if k in slots), "") == next((k for k in kinds if k in other), "-") or (
        "day" in slots and "day" in other
    )

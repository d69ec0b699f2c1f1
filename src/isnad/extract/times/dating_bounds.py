"""Between which days a report can have come out: years told as past, periods of the parties it names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from isnad.extract.text.matches import find_matches
from isnad.extract.text.words import Words
from isnad.extract.times.calendars import make_day
from isnad.extract.times.dating_evidence import past_bound
from isnad.extract.times.when import TimeExpression
from isnad.knowledge.dating_table import dating_table
from isnad.knowledge.entries import ActorEntry
from isnad.knowledge.load import Knowledge

GRACE = timedelta(days=400)  # for which a party is still spoken of in the present after its end


class Bounds(NamedTuple):
    """[low, high], and what they rest on."""

    low: date
    high: date
    why: str = ""


def bounds_of(fields: Sequence[Words], expressions: Sequence[TimeExpression], knowledge: Knowledge) -> Bounds:
    """The narrowest bounds that the words give."""
    table = dating_table()
    low, high, why = table.earliest, table.latest, []
    for words in fields:
        past = past_bound(words, [e for e in expressions if e.field == words.field])
        if past and past[0] > low:
            low, why = past[0], [f"; not before «{past[1]}»"]
    for text, actors in _parties(fields, knowledge).items():
        since, until = _first_since(actors), _last_until(actors)
        if since and since > low:
            low, why = since, [*why, f"; «{text}» has been so called since {since}"]
        if until and (last := until + GRACE) < high:
            high, why = last, [*why, f"; «{text}» was so called until {until}"]
    return Bounds(low, high, "".join(why)) if low <= high else Bounds(low, table.latest)


def _parties(fields: Sequence[Words], knowledge: Knowledge) -> dict[str, list[ActorEntry]]:
    """Parties named in the report by names of two words or more, never by loaded or short ones: name → whom it may mean."""
    named: dict[str, list[ActorEntry]] = {}
    for words in fields:
        for match in find_matches(words):
            if match.table == "actor" and not match.payload.note and match.last - match.first > 1:
                named.setdefault(words.slice(match.first, match.last), []).append(knowledge.actors[match.payload.id])
    return named


def _first_since(actors: list[ActorEntry]) -> date | None:
    """The earliest beginning, or None where one of them has none."""
    days = [_day(a.since, False) for a in actors]
    return None if None in days else min(d for d in days if d)


def _last_until(actors: list[ActorEntry]) -> date | None:
    """The latest end, or None where one of them goes on."""
    days = [_day(a.until, True) for a in actors]
    return None if None in days else max(d for d in days if d)


def _day(text: str, last: bool) -> date | None:
    """An ISO day; of a year or month its first day, or about its last."""
    parts = [int(p) for p in str(text).split("-") if p.isdigit()]
    if not parts:
        return None
    year, month, day = (*parts, *((12, 28) if last else (1, 1))[len(parts) - 1 :])[:3] if len(parts) < 3 else parts[:3]
    return make_day(year, month, day)

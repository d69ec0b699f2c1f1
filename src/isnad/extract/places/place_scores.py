"""What speaks for each place that a name can mean: kind, containers, neighbours, countries, the outlet's beat."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import add
from typing import Any, NamedTuple

from isnad.extract.places.distance import km
from isnad.extract.places.place_mentions import PlaceMention
from isnad.extract.weights import kept
from isnad.knowledge.entries import PlaceEntry
from isnad.knowledge.letters import fold

PRIOR = {
    "country": 2.5,
    "city": 1.5,
    "governorate": 0.9,
    "town": 1.0,
    "road": 0.8,
    "area": 0.7,
    "district": 0.5,
    "subdistrict": 0.4,
    "site": 0.3,
}
LIKE = {
    "city": {"town": 1.5, "district": 0.3}, "town": {"city": 1.4, "village": 1.2, "subdistrict": 0.4}, "village": {"town": 1.2},
    "subdistrict": {"town": 0.6, "city": 0.6}, "district": {"subdistrict": 0.8, "city": 0.6}, "governorate": {"area": 0.5},
    "site": {"area": 0.8, "village": 0.3, "town": 0.3}, "area": {"governorate": 0.4, "district": 0.5, "subdistrict": 0.5, "town": 0.3, "city": 0.3, "site": 0.5},
}  # fmt: skip
SPREAD = {
    "governorate": 80.0,
    "district": 35.0,
    "subdistrict": 20.0,
    "city": 40.0,
    "town": 20.0,
    "area": 50.0,
    "village": 12.0,
    "site": 12.0,
    "country": 600.0,
}


KEPT = 1024  # places whose distances to others are kept


class Scored(NamedTuple):
    """A candidate with its score and the reasons, strongest named first."""

    entry: PlaceEntry
    score: float
    reason: str
    within: float = 0.0  # what the named containers say, below 0 where they contradict
    strange: bool = False  # a small place in a country that the report does not speak of


class Anchor(NamedTuple):
    """Another place of the report: where, in which units, how sure (0 to 1), and where its mention stands."""

    entry: PlaceEntry
    weight: float
    sentence: int


class Evidence(NamedTuple):
    """What is known about one mention before a candidate is chosen.

    `inside` are groups of entries, one group a container; `countries` the share of each country in the report (0 to 1);
    `beat` the places that the outlet reports from.
    """

    mention: PlaceMention
    inside: tuple[tuple[PlaceEntry, ...], ...]
    countries: Mapping[str, float]
    beat: tuple[str, ...]


class Steady(NamedTuple):
    """What speaks for a candidate whatever its neighbours are: named parts, those before and those after the neighbours; the sum of the first."""

    before: tuple[tuple[str, float], ...]
    after: tuple[tuple[str, float], ...]
    first: float
    within: float
    strange: bool


def steady(entry: PlaceEntry, seen: Evidence) -> Steady:
    """The parts of a candidate's score that stay the same from round to round."""
    within = max(-2.5, sum(_within(entry, group) for group in seen.inside))
    before = (
        ("kind", PRIOR.get(entry.kind, 0.0)),
        ("noun", _noun(entry, seen.mention.noun)),
        ("name", _name(entry, seen.mention.name)),
        ("within", within),
    )
    after = (
        ("country", 2.0 * seen.countries.get(country_of(entry), 0.0)),
        ("party", 1.5 if seen.mention.party and entry.kind in ("country", "city") else 0.0),
        ("beat", 0.5 if seen.beat and not closure(entry).isdisjoint(seen.beat) else 0.0),
    )
    return Steady(before, after, reduce(add, [points for _, points in before]), within, _strange(entry, seen))


def score(entry: PlaceEntry, held: Steady, near: float, told: bool) -> Scored:
    """The score of one candidate; where `told`, parts are logged as `name±points`."""
    points = held.first + near
    for _, more in held.after:
        points += more
    reason = _reason((*held.before, ("near", near), *held.after)) if told else ""
    return Scored(entry, round(points, 3), reason, held.within, held.strange)


def _reason(parts: tuple[tuple[str, float], ...]) -> str:
    told = sorted([part for part in parts if not -0.05 < part[1] < 0.05], key=lambda part: -abs(part[1]))
    return " ".join([f"{n}{v:+.1f}" for n, v in told])


def _strange(entry: PlaceEntry, seen: Evidence) -> bool:
    """A village or a unit of a country that nothing else in the report speaks of, where others are spoken of."""
    if entry.kind in ("country", "city", "area", "site", "road") or seen.mention.party:
        return False
    own = seen.countries.get(country_of(entry), 0.0)
    return own < 0.02 and max(seen.countries.values(), default=0.0) > 0.3


def closure(entry: PlaceEntry) -> set[str]:
    """The place and all that contains it."""
    return {entry.id, *entry.parents}


def country_of(entry: PlaceEntry) -> str:
    """The country's id: the last parent, or its own."""
    return entry.parents[-1] if entry.parents else entry.id


def holds(container: PlaceEntry, entry: PlaceEntry) -> bool:
    """Whether a place lies in a container by its parents or by the container's list of parts."""
    inside = closure(entry)
    return (container.id in inside and container.id != entry.id) or bool(
        inside & set(container.shape) and container.kind != "road"
    )


def away(one: PlaceEntry, other: PlaceEntry) -> float | None:
    """Kilometres between two places, None where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return km(one.lat, one.lon, other.lat, other.lon)


def _noun(entry: PlaceEntry, noun: str) -> float:
    if not noun:
        return 0.0
    if entry.kind == noun:
        return 2.0
    return LIKE.get(noun, {}).get(entry.kind, 0.0 if noun in ("area", "site") else -1.0)


def _name(entry: PlaceEntry, name: str) -> float:
    plain = fold(name)
    folded = [fold(n) for n in entry.names]
    return 0.3 if folded and folded[0] == plain else 0.2 if plain in folded else 0.0


def _within(entry: PlaceEntry, group: Iterable[PlaceEntry]) -> float:
    """3 inside a container; where the container is a settlement or lies near, by distance; −2 far outside all it can mean."""
    return max((_in_one(entry, container) for container in group), default=0.0)


def _in_one(entry: PlaceEntry, container: PlaceEntry) -> float:
    if container.id == entry.id:
        return -1.0
    if holds(container, entry):
        return 3.0 if container.kind != "country" else 1.5
    distance, spread = away(entry, container), SPREAD.get(container.kind, 30.0)
    if distance is None:
        return 0.0
    return max(-2.0, 2.5 * (1.0 - distance / spread))


class Neighbour(NamedTuple):
    """Another place of the report, as seen from a sentence: the weight of its weightiest mention, and of all of them."""

    entry: PlaceEntry
    most: float
    all: float


class Nearness:
    """How near two places lie, worked out once a pair and kept from report to report."""

    def __init__(self, places: Mapping[str, PlaceEntry]) -> None:
        self._held: dict[Any, dict[str, tuple[float, float] | None]] = kept("near", places)
        if len(self._held) > KEPT:
            self._held.clear()

    def __call__(self, entry: PlaceEntry, neighbours: Iterable[Neighbour]) -> float:
        """Up to 3: the nearest of the weighted neighbours, and how near the others lie."""
        best = total = weights = 0.0
        held = self._held.setdefault(entry.id, {})
        for other, most, every in neighbours:
            known = other.id
            close = held[known] if known in held else held.setdefault(known, _closeness(entry, other))
            if close is None:
                continue
            beside, around = close
            if most * beside > best:
                best = most * beside
            total += every * around
            weights += every
        return 1.5 * best + 1.5 * (total / weights if weights else 0.0)


def _closeness(one: PlaceEntry, other: PlaceEntry) -> tuple[float, float] | None:
    """(beside, in one region), each 1 at no distance."""
    distance = away(one, other)
    return None if distance is None else (math.exp(-distance / 20.0), math.exp(-distance / 80.0))

"""Places with the claims told of them, and which of them get their name on the map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from isnad.publish.bundle.rows import Row, name_of
from isnad.publish.page.projection import WIDTH
from isnad.publish.places.extent import Extent, extent_of
from isnad.records import Record

View = dict[str, Any]


class Spot(Record, frozen=True):
    """A place with the claims told of it."""

    name: str
    precision: str
    extent: Extent
    claims: tuple[str, ...]


def find_spots(claims: Iterable[Row]) -> list[Spot]:
    """One a place, the less exactly known first, so that they are drawn below."""
    found: dict[tuple[str, float, float, str], tuple[Row, Extent, list[str]]] = {}
    for claim in claims:
        for place in claim["places"]:
            if extent := extent_of(place):
                key = (place["id"] or name_of(place), extent.lon, extent.lat, extent.shape)
                found.setdefault(key, (place, extent, []))[2].append(claim["id"])
    spots = [Spot(name_of(place), place["precision"], extent, tuple(dict.fromkeys(ids))) for place, extent, ids in found.values()]
    return sorted(spots, key=lambda spot: (-spot.extent.radius_km, -len(spot.claims)))


def label_spots(spots: list[View]) -> list[View]:
    """The most told places get their name beside them, as long as names do not run into one another."""
    taken: list[tuple[float, float, float, float]] = []
    for spot in sorted(spots, key=lambda spot: -len(spot["claims"])):
        wide = 8.0 * len(spot["name"]) + 14
        end = spot["x"] + wide + 14 < WIDTH
        left = spot["x"] + 10 if end else spot["x"] - wide - 10
        box = (left, spot["y"] - 14, left + wide, spot["y"] + 8)
        if not any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken):
            taken.append(box)
            spot["label"] = "after" if end else "before"
    return spots

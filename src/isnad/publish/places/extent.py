"""How exactly a place is known, and what may therefore be drawn of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from isnad.records import Record

POINTS = ("exact", "locality")
"""Precisions that may be drawn as a point; everything else is an area or a ring."""

RADIUS = {"exact": 1.0, "locality": 3.0, "subdistrict": 15.0, "district": 30.0, "governorate": 80.0, "country": 500.0}
"""Kilometres where a place does not say its own."""


class Extent(Record, frozen=True):
    """`ring` is drawn with `radius_km` around the point, `country` as the whole country where its outline is at hand."""

    shape: Literal["point", "ring", "country"]
    lon: float
    lat: float
    radius_km: float
    country: str = ""  # id in the gazetteer


def extent_of(place: Mapping[str, Any] | None) -> Extent | None:
    """What may be drawn of a place row; None where it is not known on the map."""
    if place is None or place["precision"] == "none" or not _on_earth(place["lat"], place["lon"]):
        return None
    radius = place["radius_km"] or RADIUS.get(place["precision"], 0.0)
    if place["precision"] in POINTS:
        return Extent("point", place["lon"], place["lat"], radius)
    if place["precision"] == "country":
        return Extent("country", place["lon"], place["lat"], radius, country_of(place))
    return Extent("ring", place["lon"], place["lat"], radius)


def country_of(place: Mapping[str, Any]) -> str:
    """The country that a place's id begins with: sy-aleppo, sy.ain-issa, sy → sy; «» where it tells none."""
    first = str(place["id"]).replace("-", ".").partition(".")[0]
    return first if len(first) == 2 else ""


def _on_earth(lat: float | None, lon: float | None) -> bool:
    return lat is not None and lon is not None and -90 <= lat <= 90 and -180 <= lon <= 180

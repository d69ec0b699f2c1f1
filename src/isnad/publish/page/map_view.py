"""The map as shapes: country outlines, and each place as exactly as it is known."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from isnad.publish.bundle.rows import Row, name_of
from isnad.publish.page.clip import Box, clip
from isnad.publish.page.label import area, roomiest
from isnad.publish.places.extent import Extent, extent_of
from isnad.publish.places.outlines import Bounds, Outline, outlines_near
from isnad.publish.places.ring import KM_PER_DEGREE, Point
from isnad.records import Record

View = dict[str, Any]
WIDTH, HEIGHT = 720.0, 440.0
LEAST_SPAN = 1.6
"""Degrees of latitude that a map shows at least, so that there is something to find one's way by."""
MARGIN = 1.35
SCALE_AT = (80.0, HEIGHT - 18)
ROOM = 6000.0
"""Square units that a country must have in sight to be named."""


class Spot(Record, frozen=True):
    """A place with the claims told of it."""

    name: str
    precision: str
    extent: Extent
    claims: tuple[str, ...]


class Projection(Record, frozen=True):
    """Equirectangular about its middle: degrees → the map's own units, y downwards."""

    west: float
    north: float
    across: float  # units a degree of longitude
    down: float  # units a degree of latitude

    def xy(self, lon: float, lat: float) -> Point:
        return round((lon - self.west) * self.across, 1), round((self.north - lat) * self.down, 1)

    @property
    def bounds(self) -> Bounds:
        return self.west, self.north - HEIGHT / self.down, self.west + WIDTH / self.across, self.north


def map_view(claims: Sequence[Row]) -> View | None:
    """Everything to draw, or None where no place is known on the map."""
    spots = find_spots(claims)
    if not spots:
        return None
    projection = fit([_bounds(spot.extent) for spot in spots])
    near = outlines_near(projection.bounds)
    whole = {spot.extent.country for spot in spots if spot.extent.shape == "country"} & {
        outline.id for outline in near if outline.id
    }
    drawn = [_spot(spot, projection, whole) for spot in spots]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "countries": [
            _country(outline, projection, outline.id in whole, [SCALE_AT, *((one["x"], one["y"]) for one in drawn)])
            for outline in near
        ],
        "spots": _labelled(drawn),
        "outlined": bool(near),
        "scale": _scale(projection),
    }


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


def fit(boxes: Sequence[Bounds]) -> Projection:
    """Show all boxes with a margin, and at least LEAST_SPAN degrees."""
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
    lon, lat = (west + east) / 2, (south + north) / 2
    squeeze = max(math.cos(math.radians(lat)), 0.1)
    high = max((north - south) * MARGIN, (east - west) * MARGIN * squeeze * HEIGHT / WIDTH, LEAST_SPAN)
    high = min(high, 180.0)
    down = HEIGHT / high
    return Projection(lon - WIDTH / 2 / (down * squeeze), lat + high / 2, down * squeeze, down)


def _bounds(extent: Extent) -> Bounds:
    reach = min(extent.radius_km, 250.0 if extent.shape == "country" else 1000.0) / KM_PER_DEGREE
    wide = reach / max(math.cos(math.radians(extent.lat)), 0.1)
    return extent.lon - wide, extent.lat - reach, extent.lon + wide, extent.lat + reach


def _country(outline: Outline, projection: Projection, told: bool, avoid: Sequence[Point]) -> View:
    """Its path, cut at the map's edge, and where its name stands: where its largest part in sight has most room."""
    box = Box(-20.0, -20.0, WIDTH + 20, HEIGHT + 20)
    rings = [clip([projection.xy(lon, lat) for lon, lat in ring], box) for polygon in outline.polygons for ring in polygon]
    rings = [_thinned(ring) for ring in rings if len(ring) > 2]
    seen = [clip(ring, Box(0.0, 0.0, WIDTH, HEIGHT)) for ring in rings]
    largest = max(seen, key=area, default=[])
    label = roomiest(largest, avoid) if area(largest) > ROOM else None
    half = 4.5 * max(len(outline.name), len(outline.name_ar))
    if label and not half < label[0] < WIDTH - half:
        label = None
    return {"name": outline.name, "name_ar": outline.name_ar, "path": "".join(map(_path, rings)), "label": label, "told": told}


def _spot(spot: Spot, projection: Projection, whole: set[str]) -> View:
    extent = spot.extent
    x, y = projection.xy(extent.lon, extent.lat)
    radius = extent.radius_km / KM_PER_DEGREE * projection.down
    shape = "none" if extent.country in whole and extent.shape == "country" else "point" if extent.shape == "point" else "ring"
    return {
        "name": spot.name,
        "precision": spot.precision,
        "shape": shape,
        "x": x,
        "y": y,
        "r": round(max(radius, 9.0), 1) if shape == "ring" else 6.5,
        "lon": extent.lon,
        "lat": extent.lat,
        "radius_km": extent.radius_km,
        "claims": spot.claims,
        "label": "",
    }


def _labelled(spots: list[View]) -> list[View]:
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


def _scale(projection: Projection) -> View:
    """A round number of kilometres that takes about a fifth of the width."""
    per_km = projection.down / KM_PER_DEGREE
    km = next(km for km in (1000, 500, 200, 100, 50, 20, 10, 5, 1) if km * per_km <= WIDTH / 4 or km == 1)
    return {"km": km, "width": round(km * per_km, 1)}


def _thinned(ring: list[Point]) -> list[Point]:
    """Without points that no eye tells apart."""
    kept = ring[:1]
    for point in ring[1:]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= 0.8:
            kept.append(point)
    return kept


def _path(ring: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z"

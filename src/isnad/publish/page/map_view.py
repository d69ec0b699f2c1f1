"""The map as shapes: country outlines, and each place as exactly as it is known."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from isnad.publish.bundle.rows import Row
from isnad.publish.page.clip import Box, clip
from isnad.publish.page.label import area, roomiest
from isnad.publish.page.projection import HEIGHT, WIDTH, Projection, fit
from isnad.publish.page.spots import Spot, find_spots, label_spots
from isnad.publish.places.extent import Extent
from isnad.publish.places.outlines import Bounds, Outline, outlines_near
from isnad.publish.places.ring import KM_PER_DEGREE, Point

View = dict[str, Any]
SCALE_AT = (80.0, HEIGHT - 18)
ROOM = 6000.0
"""Square units that a country must have in sight to be named."""


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
        "spots": label_spots(drawn),
        "outlined": bool(near),
        "scale": _scale(projection),
    }


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

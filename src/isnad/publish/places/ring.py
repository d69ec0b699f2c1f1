"""A ring around a point."""

from __future__ import annotations

import itertools
import math

Point = tuple[float, float]
"""Longitude, latitude; WGS 84 degrees."""

KM_PER_DEGREE = 111.195
CORNERS = 64


def ring(lon: float, lat: float, radius_km: float, corners: int = CORNERS) -> list[Point]:
    """A closed ring, counter-clockwise (RFC 7946), `radius_km` around the point; cut at the poles and the antimeridian."""
    angles = [2 * math.pi * at / corners for at in range(corners)]
    found = [_point(lon, lat, radius_km, angle) for angle in angles]
    return [*found, found[0]]


def _point(lon: float, lat: float, radius_km: float, angle: float) -> Point:
    north = radius_km / KM_PER_DEGREE * math.sin(angle)
    east = radius_km / KM_PER_DEGREE * math.cos(angle) / max(math.cos(math.radians(lat)), 0.01)
    return round(min(max(lon + east, -180.0), 180.0), 5), round(min(max(lat + north, -90.0), 90.0), 5)


def wound(outer: list[Point], inner: bool = False) -> list[Point]:
    """The ring as RFC 7946 wants it: an outer one counter-clockwise, an inner one clockwise; 5 decimals."""
    rounded = [(round(lon, 5), round(lat, 5)) for lon, lat in outer]
    doubled = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in itertools.pairwise(rounded))
    return rounded if (doubled > 0) == inner else rounded[::-1]

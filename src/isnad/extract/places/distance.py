"""Distances between places."""

from __future__ import annotations

import math

KM_PER_DEGREE = 111.195


def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points in degrees; good to 1 % within a country."""
    east = (lon - other_lon) * math.cos(math.radians((lat + other_lat) / 2))
    return KM_PER_DEGREE * math.hypot(lat - other_lat, east)


def beside(lat: float, lon: float, north: float, east: float) -> tuple[float, float]:
    """The point so many kilometres north and east of a point."""
    return lat + north / KM_PER_DEGREE, lon + east / (KM_PER_DEGREE * max(0.1, math.cos(math.radians(lat))))

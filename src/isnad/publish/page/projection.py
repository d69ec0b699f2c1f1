"""Degrees become units of the map."""

from __future__ import annotations

import math
from collections.abc import Sequence

from isnad.publish.places.outlines import Bounds
from isnad.publish.places.ring import Point
from isnad.records import Record

WIDTH, HEIGHT = 720.0, 440.0
LEAST_SPAN = 1.6
"""Degrees of latitude that a map shows at least, so that there is something to find one's way by."""
MARGIN = 1.35


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

"""Where a name fits into a shape."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from isnad.publish.places.ring import Point

STEPS = 18
"""Points tried along either side of the shape's box."""
WIDER = 2.2
"""A name is wider than high: distances up and down count so much more."""


def area(ring: Sequence[Point]) -> float:
    """Square units."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in _sides(ring))) / 2


def roomiest(ring: Sequence[Point], avoid: Sequence[Point] = ()) -> Point | None:
    """The point inside that is farthest from the edge and from what is drawn; None where the ring is too thin."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    grid = itertools.product(_between(min(xs), max(xs)), _between(min(ys), max(ys)))
    inside = [point for point in grid if _holds(ring, point)]
    if not inside:
        return None
    x, y = max(inside, key=lambda point: _room(ring, point, avoid))
    return round(x, 1), round(y, 1)


def _between(low: float, high: float) -> list[float]:
    return [low + (high - low) * (at + 0.5) / STEPS for at in range(STEPS)]


def _sides(ring: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(zip(ring, [*ring[1:], *ring[:1]], strict=True))


def _holds(ring: Sequence[Point], point: Point) -> bool:
    """Whether a ray from the point crosses an odd number of sides."""
    x, y = point
    crossed = ((a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])) > x for a, b in _sides(ring) if (a[1] > y) != (b[1] > y))
    return sum(crossed) % 2 == 1


def _room(ring: Sequence[Point], point: Point, avoid: Sequence[Point]) -> float:
    edge = min(_far(point, a, b) for a, b in _sides(ring))
    return min([edge, *(_far(point, spot, spot) * 0.8 for spot in avoid)])


def _far(point: Point, a: Point, b: Point) -> float:
    """Distance from a side, up and down counted more."""
    px, py = point[0] - a[0], (point[1] - a[1]) * WIDER
    dx, dy = b[0] - a[0], (b[1] - a[1]) * WIDER
    length = dx * dx + dy * dy
    at = min(max((px * dx + py * dy) / length, 0.0), 1.0) if length else 0.0
    return math.hypot(px - at * dx, py - at * dy)

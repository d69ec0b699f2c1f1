"""Cut a ring at the edges of a box (Sutherland and Hodgman)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from isnad.publish.places.ring import Point


class Box(NamedTuple):
    """Left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float


def clip(ring: list[Point], box: Box) -> list[Point]:
    """What of the ring lies in the box; [] where nothing does."""
    for inside, cross in _edges(box):
        kept: list[Point] = []
        for before, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            if inside(before) != inside(point):
                kept.append(cross(before, point))
            if inside(point):
                kept.append(point)
        ring = kept
        if not ring:
            return []
    return ring


def _edges(box: Box) -> list[tuple[Callable[[Point], bool], Callable[[Point, Point], Point]]]:
    return [
        (lambda p: p[0] >= box.left, lambda a, b: _at_x(a, b, box.left)),
        (lambda p: p[0] <= box.right, lambda a, b: _at_x(a, b, box.right)),
        (lambda p: p[1] >= box.top, lambda a, b: _at_y(a, b, box.top)),
        (lambda p: p[1] <= box.bottom, lambda a, b: _at_y(a, b, box.bottom)),
    ]


def _at_x(a: Point, b: Point, x: float) -> Point:
    return x, round(a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]), 1)


def _at_y(a: Point, b: Point, y: float) -> Point:
    return round(a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), 1), y

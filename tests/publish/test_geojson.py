"""GeoJSON: longitude first, rings for what is known less exactly, nothing for what is not known."""

import json
from pathlib import Path
from typing import Any

import pytest

from isnad.publish import geojson
from isnad.publish.bundle.selection import Selection
from isnad.publish.places.extent import extent_of
from isnad.publish.places.outlines import world
from isnad.publish.places.ring import ring, wound

from .conftest import golden


def write(selection: Selection, folder: Path) -> dict[str, Any]:
    [path] = geojson.write(selection, folder / "out" / "a.geojson")
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def test_it_is_as_the_golden_file(one_incident: Selection, tmp_path: Path) -> None:
    golden("strike.geojson", json.dumps(write(one_incident, tmp_path), ensure_ascii=False, indent=1) + "\n")


def test_points_rings_and_nothing(everything: Selection, tmp_path: Path) -> None:
    features = write(everything, tmp_path)["features"]
    by_place = {feature["properties"]["place"]: feature["geometry"] for feature in features}
    assert by_place["كفر زمرود"] == {"type": "Point", "coordinates": [39.42, 33.61]}
    district = by_place["الحوض الأدنى"]
    assert district["type"] == "Polygon" and district["coordinates"][0][0] == district["coordinates"][0][-1]
    assert by_place["تلة الصوان"] is None and by_place[None] is None
    precise = {feature["properties"]["precision"] for feature in features if (feature["geometry"] or {}).get("type") == "Point"}
    assert precise <= {"exact", "locality"}


def test_a_ring_is_as_wide_as_it_says_and_turns_left() -> None:
    found = ring(40.0, 36.0, 111.195)
    assert max(lat for _, lat in found) == pytest.approx(37.0) and wound(found) == found
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring(179.9, 89.9, 500))


def test_a_country_is_its_outline() -> None:
    place = {"id": "sy", "precision": "country", "lat": 35.0, "lon": 38.5, "radius_km": 500.0, "name": "سوريا", "text": "سوريا"}
    extent = extent_of(place)
    assert extent is not None and extent.shape == "country"
    if not world():
        pytest.skip("outlines are not in this installation (no npm when it was set up)")
    geometry = geojson._geometry(extent)
    assert geometry["type"] == "MultiPolygon" and wound(geometry["coordinates"][0][0]) == geometry["coordinates"][0][0]


def test_what_is_nowhere_is_not_drawn() -> None:
    somewhere = {"id": "x", "precision": "exact", "radius_km": None}
    for lat, lon in ((None, None), (91.0, 0.0), (0.0, 181.0)):
        assert extent_of({**somewhere, "lat": lat, "lon": lon}) is None
    assert extent_of(None) is None and extent_of({**somewhere, "lat": 1.0, "lon": 1.0, "precision": "none"}) is None

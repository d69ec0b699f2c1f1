"""GeoJSON: incidents and claims on the map; what is known only to a district is a ring, never a pin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from isnad.publish.bundle.datapackage import CAUTION, provenance_fields
from isnad.publish.bundle.figures import whole_figure
from isnad.publish.bundle.rows import Row, days_of, name_of, names
from isnad.publish.bundle.selection import Selection
from isnad.publish.bundle.tolls import toll_of
from isnad.publish.places.extent import Extent, extent_of
from isnad.publish.places.outlines import world
from isnad.publish.places.ring import Point, ring, wound

OUT = "file.geojson"
OPTIONS = ()


def write(selection: Selection, out: Path) -> list[Path]:
    """One FeatureCollection (RFC 7946, longitude first): a feature an incident, then a feature a claim and place.

    What is known nowhere has a null geometry. `isnad` holds query, ledger, policy and time.
    """
    features = [*_incidents(selection), *_claims(selection)]
    provenance = {**provenance_fields(selection.provenance), "caution": CAUTION}
    collection = {"type": "FeatureCollection", "isnad": provenance, "features": features}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(msgspec.json.encode(collection) + b"\n")
    return [out]


def _incidents(selection: Selection) -> Iterator[dict[str, Any]]:
    for incident in selection.incidents:
        killed = whole_figure(selection.figures.get(incident["id"], ()), "killed")
        yield _feature(
            incident["id"],
            incident["place"],
            kind="incident",
            act=incident["act"],
            start=incident["start"],
            end=incident["end"],
            claims=len(incident["claims"]),
            reports=len(incident["reports"]),
            voices=incident["voices"],
            policy=selection.provenance.policy,
            reported_killed=killed and {bound: killed[bound] for bound in ("low", "best", "high")},
        )


def _claims(selection: Selection) -> Iterator[dict[str, Any]]:
    """One feature a place, so that a claim on several places can be drawn on each."""
    for claim in selection.claims:
        places = claim["places"] or [None]
        for at, place in enumerate(places):
            identity = claim["id"] if len(places) == 1 else f"{claim['id']}.{at}"
            yield _feature(identity, place, **_told(claim))


def _told(claim: Row) -> dict[str, Any]:
    start, end = days_of(claim) or (None, None)
    killed = toll_of(claim, "killed")
    return {
        "kind": "claim",
        "claim": claim["id"],
        "act": claim["act"],
        "status": claim["status"],
        "start": start,
        "end": end,
        "agent": names(claim["agent"]),
        "target": names(claim["target"]),
        "reported_killed": {"low": killed.low, "high": killed.high} if killed else None,
        "speakers": names(claim["speakers"]),
        "outlet": claim["outlet"],
        "report": claim["report"],
        "url": claim["url"],
    }


def _feature(identity: str, place: Row | None, **properties: Any) -> dict[str, Any]:
    extent = extent_of(place)
    where = {
        "place": name_of(place) if place else None,
        "place_id": place["id"] if place else None,
        "precision": place["precision"] if place else "none",
        "radius_km": extent.radius_km if extent else None,
        "centre": [extent.lon, extent.lat] if extent else None,
    }
    return {"type": "Feature", "id": identity, "geometry": extent and _geometry(extent), "properties": properties | where}


def _geometry(extent: Extent) -> dict[str, Any]:
    if extent.shape == "point":
        return {"type": "Point", "coordinates": [extent.lon, extent.lat]}
    if extent.shape == "country":
        for outline in world():
            if outline.id and outline.id == extent.country:
                return {"type": "MultiPolygon", "coordinates": [_wound(polygon) for polygon in outline.polygons]}
    return {"type": "Polygon", "coordinates": [ring(extent.lon, extent.lat, extent.radius_km)]}


def _wound(polygon: list[list[Point]]) -> list[list[Point]]:
    return [wound(one, inner=at > 0) for at, one in enumerate(polygon)]

"""Country, administrative units and precision as ACLED writes them."""

from __future__ import annotations

from collections.abc import Mapping

from isnad.knowledge.entries import PlaceEntry
from isnad.publish.bundle.rows import Row, name_of
from isnad.publish.places.countries import Country, countries
from isnad.publish.places.extent import country_of
from isnad.records import Record

PRECISION = {"exact": 1, "locality": 1, "subdistrict": 2, "district": 2, "governorate": 3, "country": 3}
_UNITS = {"governorate": 0, "district": 1, "subdistrict": 2}


class Where(Record, frozen=True):
    """Names are English where the gazetteer has them; `country` is None where it cannot be told."""

    country: Country | None
    admin: tuple[str, str, str]
    location: str
    lat: float
    lon: float
    precision: int


def where_of(place: Row | None, places: Mapping[str, PlaceEntry]) -> Where | None:
    """None where the place has no spot on the map."""
    if place is None or place["lat"] is None or place["lon"] is None or place["precision"] not in PRECISION:
        return None
    entry = _entry(place["id"], places)
    return Where(
        country=countries().get(country_of(place)),
        admin=_admin(place, entry, places),
        location=(entry.name_en if entry else "") or name_of(place),
        lat=place["lat"],
        lon=place["lon"],
        precision=PRECISION[place["precision"]],
    )


def _admin(place: Row, entry: PlaceEntry | None, places: Mapping[str, PlaceEntry]) -> tuple[str, str, str]:
    """The units that the place lies in, itself one of them where it is one; else what the report says it lies in."""
    if entry is None:
        return (*place["within"][:1], "", "", "")[:3] if place["within"] else ("", "", "")
    found = ["", "", ""]
    for identity in (entry.id, *entry.parents):
        unit = _entry(identity, places)
        if unit and unit.kind in _UNITS:
            found[_UNITS[unit.kind]] = unit.name_en or unit.names[0]
    return found[0], found[1], found[2]


def _entry(identity: str, places: Mapping[str, PlaceEntry]) -> PlaceEntry | None:
    return places[identity] if identity in places else None  # noqa: SIM401  # `get` opens no packed place

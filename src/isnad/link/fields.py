"""Claims laid out for comparing: days as numbers, places as spots and areas, parties as sides. No text is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from isnad.knowledge.entries import PlaceEntry
from isnad.link.model import Model
from isnad.link.sql import run_sql

if TYPE_CHECKING:
    import duckdb

    from isnad.knowledge.load import Knowledge

KIN = {
    "force": "attack clash shell airstrike bomb shoot assassinate execute harm destroy operation capture repel intercept",
    "custody": "detain abduct release abuse prosecute surrender loot",
    "movement": "deploy withdraw overfly transfer halt besiege",
    "people": "displace return",
    "street": "protest riot disperse",
}
"""Acts that reports may tell of one happening by: only claims of one kin are compared."""

PLACING = {"bits": "11", "days": "32", "least": "16", "clear": "1.6"}
"""When an undated report goes to a day (see undated.sql): a mark of one day weighs 11 bits, of 32 days 6, of more nothing; the day has
16 bits at least, and 1.6 times as many as any that is not beside it. Three of four were right where the day is known (docs/linking.md)."""

_LISTS = pa.list_(pa.string())


def lay_out_fields(connection: duckdb.DuckDBPyConnection, knowledge: Knowledge, model: Model) -> int:
    """Make the table `fields` (see fields.sql) from the current claims; how many rows it has."""
    known = {
        "known_places": pa.Table.from_pylist(list(_places(knowledge.places)), schema=_PLACES),
        "known_parties": pa.Table.from_pylist(list(_parties(knowledge.actors)), schema=_PARTIES),
        "known_acts": pa.Table.from_pylist(_acts(), schema=_ACTS),
        "known_agencies": pa.table(
            {"name": sorted({name for actor in knowledge.actors.values() for name in (*actor.names, *actor.short)})}
        ),
        "known_names": pa.Table.from_pylist(_names(model), schema=_NAMES),
    }
    for name, table in known.items():
        connection.register(name, table)
    run_sql(connection, "told.sql")
    run_sql(connection, "undated.sql", **PLACING)
    run_sql(connection, "fields.sql")
    found = connection.execute("SELECT count(*) FROM fields").fetchall()
    return int(found[0][0])


_PLACES = pa.schema(
    {"id": pa.string(), "lat": pa.float64(), "lon": pa.float64(), "areas": _LISTS, "seat_of": _LISTS, "head_of": _LISTS}
)
_PARTIES = pa.schema({"id": pa.string(), "sides": _LISTS})
_ACTS = pa.schema({"act": pa.string(), "kin": pa.string()})
_NAMES = pa.schema({"name": pa.string(), "share": pa.int64()})


def _places(places: Mapping[str, PlaceEntry]) -> Iterable[dict[str, Any]]:
    """What each place lies in, countries left out; `head_of` are the areas of the same name around it, `seat_of` a governorate
    among them, which a report may mean."""
    drawn = _drawn(places)
    for place in places.values():
        above = [parent for parent in place.parents if parent in places and places[parent].kind != "country"]
        around = {area for inner in (place.id, *above) for area in drawn.get(inner, ())}
        head_of = [up for up in above if set(places[up].names) & set(place.names)]
        seat_of = [up for up in head_of if places[up].kind == "governorate"]
        areas = sorted({*above, *around})
        yield {"id": place.id, "lat": place.lat, "lon": place.lon, "areas": areas, "seat_of": seat_of, "head_of": head_of}


def _drawn(places: Mapping[str, PlaceEntry]) -> dict[str, list[str]]:
    """Place → areas (a countryside, a mountain) that are drawn around it."""
    found: dict[str, list[str]] = {}
    for area in places.values():
        for inner in area.shape:
            found.setdefault(inner, []).append(area.id)
    return found


def _parties(actors: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """Every party with what it belongs to, at any remove."""
    for identity in actors:
        sides, open_ = {identity}, [identity]
        while open_:
            new = {up for one in open_ if one in actors for up in actors[one].part_of} - sides
            sides |= new
            open_ = sorted(new)
        yield {"id": identity, "sides": sorted(sides)}


def _acts() -> list[dict[str, str]]:
    return [{"act": act, "kin": kin} for kin, acts in KIN.items() for act in acts.split()]


def _names(model: Model) -> list[dict[str, Any]]:
    return [{"name": name, "share": share} for name, share in model.names.items()]

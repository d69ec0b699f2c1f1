"""A place mention as a record: the resolved entry, its precision, its rivals, what it lies in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from isnad.extract.field import FieldReading
from isnad.extract.places.distance import beside, km
from isnad.extract.places.place_contexts import PROMINENT
from isnad.extract.places.place_mentions import ADJECTIVE, AREA, BACK, WRITTEN, PlaceMention
from isnad.extract.places.place_offsets import Offset, find_offset
from isnad.extract.places.place_scores import Scored, country_of, holds
from isnad.extract.places.resolve_places import Key, Resolved, resolve_mentions
from isnad.extract.text.words import Words
from isnad.knowledge.entries import PlaceEntry
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge
from isnad.records import Candidate, Field, Place, Precision

PRECISION: Mapping[str, Precision] = {
    "village": "exact", "site": "exact", "town": "locality", "city": "locality", "subdistrict": "subdistrict",
    "district": "district", "governorate": "governorate", "country": "country",
}  # fmt: skip
AROUND: Mapping[str, Precision] = {
    "village": "locality",
    "site": "locality",
    "town": "subdistrict",
    "city": "subdistrict",
    "area": "district",
}
RADIUS = {"exact": 1.0, "locality": 3.0, "subdistrict": 15.0, "district": 30.0, "governorate": 80.0, "country": 500.0}
CONTRADICTED = -0.6  # containers that say less of the best place than this leave the name without one
OPEN = 0.4  # two places whose scores lie closer than this stay open
APART = 25.0  # kilometres


def place_key(mention: PlaceMention) -> str:
    """What makes two mentions the same place before they are resolved: the first id, else the folded name."""
    return mention.ids[0] if mention.ids else fold(mention.name)


def resolve_places(fields: Sequence[FieldReading], outlet: str | None, knowledge: Knowledge) -> dict[Key, Place]:
    """The place that each mention of a report's fields means, by (field name, index of the mention)."""
    resolved = resolve_mentions(fields, outlet, knowledge)
    words: dict[str, Words] = {f.words.field: f.words for f in fields}
    return {
        key: _record(key, resolved, find_offset(words[key[0]], found.mention), words[key[0]].text)
        for key, found in resolved.items()
    }


def place_record(field: FieldReading, i: int, knowledge: Knowledge) -> Place:
    """The place of mention `i` of a field; worked out for the field alone where its report was not resolved."""
    if not field.resolved:
        field.resolved = resolve_places([field], None, knowledge)
    return field.resolved[field.words.field, i]


def _record(key: Key, resolved: Mapping[Key, Resolved], offset: Offset | None, text: str) -> Place:
    found = resolved[key]
    mention = found.mention
    place = Place(
        text[mention.start : mention.end],
        mention.start,
        mention.end,
        mention.name,
        field=cast(Field, key[0]),
        within=_within(found, resolved),
    )
    best = found.candidates[0] if found.candidates else None
    if best is None or best.strange or (best.within < CONTRADICTED and not _prominent(best.entry, mention)):
        return _unlisted(place, found, resolved)
    place = _listed(place, mention, found.candidates)
    return _beside(place, best.entry, mention, offset)


def _prominent(entry: PlaceEntry, mention: PlaceMention) -> bool:
    """A city, a governorate or a country called by its bare name is meant, whatever seems to contain it."""
    return entry.kind in PROMINENT and mention.noun in ("", entry.kind)


def _listed(place: Place, mention: PlaceMention, candidates: tuple[Scored, ...]) -> Place:
    best = candidates[0]
    entry = best.entry
    name = mention.name if mention.form == AREA else entry.names[0]
    precision = _precision(entry)
    rival = next(
        (
            c
            for c in candidates[1:]
            if best.score - c.score < OPEN and _apart(entry, c.entry) and not holds(c.entry, entry) and not holds(entry, c.entry)
        ),
        None,
    )
    if rival is not None:
        precision = "country" if country_of(entry) == country_of(rival.entry) else "none"
        shared = [p for p in entry.parents if p in rival.entry.parents]
        precision = "district" if len(shared) >= 3 else "governorate" if len(shared) == 2 else precision
    rivals = tuple(Candidate(c.entry.id, c.entry.names[0], c.entry.lat, c.entry.lon, c.score, c.reason) for c in candidates)
    return _replace(
        place,
        name=name,
        id=entry.id,
        kind=entry.kind,
        lat=entry.lat,
        lon=entry.lon,
        precision=precision,
        radius_km=RADIUS.get(precision),
        candidates=rivals,
        rule=_rule(mention, best.reason),
    )


def _rule(mention: PlaceMention, reason: str) -> str:
    how = {BACK: "taken up again", ADJECTIVE: "country's adjective", AREA: "area beside a place"}.get(mention.form, "listed name")
    return f"{how}: {reason}" if reason else how


def _precision(entry: PlaceEntry) -> Precision:
    if entry.kind != "area":
        return PRECISION.get(entry.kind, "none")
    if len(entry.parents) <= 1:
        return "country"
    return "governorate" if len(entry.parents) == 2 else "district" if entry.shape else "locality"


def _apart(one: PlaceEntry, other: PlaceEntry) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return km(one.lat, one.lon, other.lat, other.lon) > APART


def _beside(place: Place, entry: PlaceEntry, mention: PlaceMention, offset: Offset | None) -> Place:
    """An area beside a place: moved where a distance is told, wider than the place in any case."""
    if offset is not None and place.lat is not None and place.lon is not None:
        lat, lon = beside(place.lat, place.lon, offset.north, offset.east)
        return _replace(
            place,
            kind="area",
            lat=round(lat, 4),
            lon=round(lon, 4),
            precision="locality",
            radius_km=max(2.0, offset.km / 2),
            within=(*place.within, entry.names[0]),
        )
    if mention.form != AREA or entry.kind == "area":
        return place
    precision = AROUND.get(entry.kind, place.precision)
    return _replace(
        place, kind="area", precision=precision, radius_km=RADIUS.get(precision), within=(*place.within, entry.names[0])
    )


def _unlisted(place: Place, found: Resolved, resolved: Mapping[Key, Resolved]) -> Place:
    """A name without an entry: no id, and the point of the nearest container as an area of that container's size."""
    kind = found.mention.noun or ("area" if found.mention.form == AREA else "")
    rivals = tuple(Candidate(c.entry.id, c.entry.names[0], c.entry.lat, c.entry.lon, c.score, c.reason) for c in found.candidates)
    how = "unlisted name" if found.mention.form == WRITTEN else "container or country speaks against every listed place"
    place = _replace(place, kind=kind, candidates=rivals, rule=how)
    holder = next((resolved[k].candidates[0].entry for k in found.containers if resolved[k].candidates), None)
    if holder is None or holder.lat is None:
        return place
    precision = AROUND.get(holder.kind, PRECISION.get(holder.kind, "district"))
    return _replace(
        place,
        lat=holder.lat,
        lon=holder.lon,
        precision=precision,
        radius_km=RADIUS.get(precision),
        rule=f"{how}, in {holder.names[0]}",
    )


def _within(found: Resolved, resolved: Mapping[Key, Resolved]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(resolved[k].mention.name for k in found.containers))


def _replace(place: Place, **changes: object) -> Place:
    import msgspec

    return msgspec.structs.replace(place, **changes)

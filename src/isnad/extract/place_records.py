"""A place mention as a record: the resolved entry, its precision, its rivals."""

from __future__ import annotations

from isnad.extract.field import FieldReading
from isnad.knowledge.load import Knowledge
from isnad.records import Place

PRECISION = {"village": "exact", "site": "exact", "town": "locality", "city": "locality", "subdistrict": "subdistrict", "district": "district", "governorate": "governorate", "country": "country"}
RANK = {"city": 0, "town": 1, "country": 0, "governorate": 2, "district": 3, "subdistrict": 4, "site": 2, "area": 2, "village": 5, "road": 1}


def place_record(field: FieldReading, i: int, knowledge: Knowledge) -> Place:
    """The place of mention `i` with its best-known reading."""
    mention = field.places[i]
    entry = min((knowledge.places[p] for p in mention.ids), key=lambda e: RANK.get(e.kind, 6))
    text = field.words.text[mention.start : mention.end]
    return Place(text, mention.start, mention.end, entry.names[0], entry.id, entry.kind, lat=entry.lat, lon=entry.lon, precision=PRECISION.get(entry.kind, "none"))  # type: ignore[arg-type]

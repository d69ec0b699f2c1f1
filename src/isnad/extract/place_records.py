"""A place mention as a record: the resolved entry, its precision, its rivals."""

from __future__ import annotations

from isnad.extract.field import FieldReading
from isnad.extract.places import PlaceMention
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge
from isnad.records import Place

PRECISION = {"village": "exact", "site": "exact", "town": "locality", "city": "locality", "subdistrict": "subdistrict", "district": "district", "governorate": "governorate", "country": "country"}
RANK = {"city": 0, "town": 1, "country": 0, "governorate": 2, "district": 3, "subdistrict": 4, "site": 2, "area": 2, "village": 5, "road": 1}


def place_key(mention: PlaceMention) -> str:
    """What makes two mentions the same place before they are resolved: the first id, else the folded name."""
    return mention.ids[0] if mention.ids else fold(mention.name)


def place_record(field: FieldReading, i: int, knowledge: Knowledge) -> Place:
    """The place of mention `i` with its best-known reading."""
    mention = field.places[i]
    text = field.words.text[mention.start : mention.end]
    if not mention.ids:
        return Place(text, mention.start, mention.end, mention.name, kind=mention.noun, rule=mention.form)
    entry = min((knowledge.places[p] for p in mention.ids), key=lambda e: RANK.get(e.kind, 6))
    name = mention.name if mention.form == "area" else entry.names[0]
    return Place(text, mention.start, mention.end, name, entry.id, entry.kind, lat=entry.lat, lon=entry.lon, precision=PRECISION.get(entry.kind, "none"))  # type: ignore[arg-type]

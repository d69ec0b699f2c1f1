"""One row an incident, 31 columns; what cannot be one is counted with its reason."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from isnad.publish.acled_rows.codes import NOT_CODED, PROTESTS, RIOTS, Coded, code, disorder, is_codable
from isnad.publish.acled_rows.notes import notes
from isnad.publish.acled_rows.parties import CIVILIANS, Party, interaction
from isnad.publish.acled_rows.sides import Known, Sides, hit_of, sides_of
from isnad.publish.acled_rows.where import Where, where_of
from isnad.publish.bundle.figures import whole_figure
from isnad.publish.bundle.rows import plain
from isnad.publish.bundle.selection import Selection
from isnad.publish.bundle.versions import versions_of

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
Row = dict[str, Any]


def acled_rows(selection: Selection, known: Known) -> tuple[list[Row], Counter[str]]:
    """The rows by day, and how many incidents were left out for which reason."""
    rows: list[Row] = []
    left_out: Counter[str] = Counter()
    for incident in selection.incidents:
        made = _row(selection, incident, known)
        if isinstance(made, str):
            left_out[made] += 1
        else:
            rows.append(made)
    return rows, left_out


def _row(selection: Selection, incident: Mapping[str, Any], known: Known) -> Row | str:
    """The row, or the reason why there is none."""
    claims = selection.of(incident)
    done = [claim for claim in claims if is_codable(claim)]
    where = where_of(incident["place"], known.places)
    if reason := _reason(incident, done, where):
        return reason
    assert where is not None
    sides = sides_of(done, where, known)
    coded = code(hit_of(incident["act"], done, sides))
    if coded is None:
        return f"ACLED does not code the act «{incident['act']}»"
    versions = versions_of(claims, selection.voices.get(incident["id"], ()))
    told = notes(incident["start"][:10], where, incident["act"], versions, coded[0] in (PROTESTS, RIOTS))
    return {
        "event_id_cnty": incident["id"],
        **_when(incident),
        **_what(coded),
        **_who(sides),
        **_place(where),
        "source": "; ".join(dict.fromkeys(plain(claim["outlet"]) or claim["report"] for claim in claims)),
        "source_scale": "",
        "notes": told,
        "fatalities": _fatalities(selection, incident),
        "tags": "crowd size=no report" if coded[0] in (PROTESTS, RIOTS) else "",
        "timestamp": int(datetime.datetime.fromisoformat(selection.provenance.made).timestamp()),
    }


def _reason(incident: Mapping[str, Any], done: Sequence[Row], where: Where | None) -> str:
    if incident["act"] in NOT_CODED:
        return f"ACLED does not code the act «{incident['act']}»"
    if not done:
        return "told only as planned, possible, demanded, offered, agreed or denied"
    if not incident["start"]:
        return "no day told"
    return "" if where else "no place told that is known on the map"


def _fatalities(selection: Selection, incident: Mapping[str, Any]) -> int:
    """The policy's answer, else its lower bound, for everybody killed; 0 where nobody tells of any, as ACLED does."""
    figure = whole_figure(selection.figures.get(incident["id"], ()), "killed") or {}
    best = figure.get("best")
    return int(best if best is not None else figure.get("low") or 0)


def _when(incident: Mapping[str, Any]) -> Row:
    start, end = incident["start"][:10], (incident["end"] or incident["start"])[:10]
    days = (datetime.date.fromisoformat(end) - datetime.date.fromisoformat(start)).days
    return {"event_date": start, "year": int(start[:4]), "time_precision": 1 if days <= 1 else 2 if days <= 7 else 3}


def _what(coded: Coded) -> Row:
    return {"disorder_type": disorder(coded), "event_type": coded[0], "sub_event_type": coded[1]}


def _who(sides: Sides) -> Row:
    none = Party("", "")
    first, second = (sides.one or (none,))[0], (sides.other or (none,))[0]
    if len(sides.one) > 1 and second is none:
        second = sides.one[1]  # a clash makes both sides agents
    return {
        "actor1": first.name,
        "assoc_actor_1": "; ".join(party.name for party in sides.one[1:] if party is not second),
        "inter1": first.inter,
        "actor2": second.name,
        "assoc_actor_2": "; ".join(party.name for party in sides.other[1:]),
        "inter2": second.inter,
        "interaction": interaction(first.inter, second.inter),
        "civilian_targeting": "Civilian targeting" if second.inter == CIVILIANS else "",
    }


def _place(where: Where) -> Row:
    country = where.country
    return {
        "iso": country.iso if country else None,
        "region": country.region if country else "",
        "country": country.name if country else "",
        **dict(zip(("admin1", "admin2", "admin3"), where.admin, strict=True)),
        "location": where.location,
        "latitude": where.lat,
        "longitude": where.lon,
        "geo_precision": where.precision,
    }

"""ACLED's 31 columns: one row an incident, the dispute in its notes; acts that ACLED does not code are left out and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from isnad.errors import QueryError
from isnad.publish.acled_rows.rows import COLUMNS, acled_rows
from isnad.publish.acled_rows.sides import Known
from isnad.publish.bundle.datapackage import Column, Resource, write_datapackage
from isnad.publish.bundle.selection import Selection
from isnad.publish.csv import write_rows

OUT = "folder"
OPTIONS = ("excel",)

_NUMBERS = {"year", "time_precision", "iso", "geo_precision", "fatalities", "timestamp"}
_MEANS = {
    "event_id_cnty": "the ledger's id of the incident, not one of ACLED's",
    "actor1": "no direction is implied",
    "actor2": "no direction is implied",
    "interaction": "both kinds of party, in ACLED's order",
    "notes": "what was reported, who said it, and whether accounts differ",
    "fatalities": "reported deaths under the policy named in datapackage.json; who says what stands in notes",
    "source": "outlets of the reports",
    "source_scale": "not told: the ledger does not grade outlets",
    "timestamp": "when this bundle was made, seconds since 1970",
}


def write(selection: Selection, out: Path, excel: bool = False) -> list[Path]:
    """acled.csv, left_out.csv and datapackage.json under `out`. Raises QueryError where the ledger was not linked."""
    from isnad.knowledge.load import load_knowledge

    if selection.provenance.linking is None:
        raise QueryError("this ledger has no incidents yet, and ACLED's rows are incidents; link it first")
    knowledge = load_knowledge()
    rows, left_out = acled_rows(selection, Known(knowledge.actors, knowledge.places))
    out.mkdir(parents=True, exist_ok=True)
    write_rows(out / "acled.csv", COLUMNS, ([row[name] for name in COLUMNS] for row in rows), excel)
    write_rows(out / "left_out.csv", ("reason", "incidents"), left_out.most_common(), excel)
    notes = [
        *_notes(left_out),
        "ACLED's own data are coded by people from many more sources; these rows are read from the reports of this ledger.",
    ]
    counts = {"incidents": len(selection.incidents), "rows": len(rows), "left_out": dict(left_out)}
    return [
        out / "acled.csv",
        out / "left_out.csv",
        write_datapackage(out, _resources(out, len(rows), left_out), selection.provenance, notes, **counts),
    ]


def _notes(left_out: Mapping[str, int]) -> list[str]:
    return [f"left out: {count:,} incident{'' if count == 1 else 's'}: {reason}" for reason, count in left_out.items()]


def _resources(out: Path, rows: int, left_out: Counter[str]) -> list[Resource]:
    columns = [Column(name, _type(name), _MEANS.get(name, "as in ACLED's codebook")) for name in COLUMNS]
    reasons = (Column("reason", "string", "why incidents have no row"), Column("incidents", "integer", "how many"))
    return [
        Resource(out / "acled.csv", "Incidents in ACLED's 31 columns", columns, rows),
        Resource(out / "left_out.csv", "Incidents without a row, by reason", reasons, len(left_out)),
    ]


def _type(name: str) -> str:
    if name in ("latitude", "longitude"):
        return "number"
    return "integer" if name in _NUMBERS else "date" if name == "event_date" else "string"

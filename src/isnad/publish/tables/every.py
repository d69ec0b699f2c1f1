"""All tables of a bundle, in the order in which they are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from isnad.publish.bundle.datapackage import Resource, write_datapackage
from isnad.publish.bundle.selection import Selection
from isnad.publish.tables.claims import CLAIMS, LOSSES
from isnad.publish.tables.incidents import FIGURES, INCIDENTS, MEMBERS
from isnad.publish.tables.table import Table

TABLES = (CLAIMS, LOSSES, INCIDENTS, MEMBERS, FIGURES)

WriteTable = Callable[[Path, Table, list[list[object]]], None]


def write_tables(selection: Selection, folder: Path, suffix: str, write: WriteTable) -> list[Path]:
    """Every table as a file of the folder, and datapackage.json beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    resources = [_write(selection, folder / f"{table.name}.{suffix}", table, write) for table in TABLES]
    counts = {table.name: resource.rows for table, resource in zip(TABLES, resources, strict=True)}
    return [
        *(one.path for one in resources),
        write_datapackage(folder, resources, selection.provenance, _notes(selection), **counts),
    ]


def _write(selection: Selection, path: Path, table: Table, write: WriteTable) -> Resource:
    rows = list(table.filled(selection))
    write(path, table, rows)
    return Resource(path, table.title, [one.column for one in table.columns], len(rows))


def _notes(selection: Selection) -> Sequence[str]:
    if selection.provenance.linking is None:
        return ["The ledger was not linked: there are claims, but no incidents and no figures."]
    return []

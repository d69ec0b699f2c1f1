"""datapackage.json (Frictionless): what each file holds, column by column, and where all of it comes from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from isnad.publish.bundle.provenance import Provenance
from isnad.records import Record

CAUTION = "Every row is a claim that somebody made, as reported; nothing here is established as a fact."


class Column(Record, frozen=True):
    """A column: its name, its Frictionless type (string, integer, number, date, array …), and what it means."""

    name: str
    type: str
    means: str


class Resource(Record, frozen=True):
    """A file of the bundle, written already; `columns` empty where it is no table."""

    path: Path
    title: str
    columns: Sequence[Column] = ()
    rows: int = 0


def write_datapackage(
    folder: Path, resources: Iterable[Resource], provenance: Provenance, notes: Iterable[str] = (), **counts: object
) -> Path:
    """Write it beside the files; `notes` say what was left out and why."""
    package = {
        "profile": "tabular-data-package",
        "name": "isnad-bundle",
        "title": "Claims from news reports, as told, with who says so",
        "description": CAUTION,
        "created": provenance.made,
        "resources": [_resource(folder, resource) for resource in resources],
        "isnad": {**provenance_fields(provenance), **counts, "notes": list(notes)},
    }
    path = folder / "datapackage.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(package), indent=2) + b"\n")
    return path


def provenance_fields(provenance: Provenance) -> dict[str, Any]:
    """Its fields as plain values, in order."""
    fields: dict[str, Any] = msgspec.to_builtins(provenance)
    return fields


def _resource(folder: Path, resource: Resource) -> dict[str, Any]:
    raw = resource.path.read_bytes()
    kind = resource.path.suffix.lstrip(".")
    return {
        "name": resource.path.stem.replace("_", "-"),
        "path": resource.path.relative_to(folder).as_posix(),
        "title": resource.title,
        "format": kind,
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": "sha256:" + hashlib.sha256(raw).hexdigest(),
        "rows": resource.rows,
        "schema": {"fields": [{"name": c.name, "type": c.type, "description": c.means} for c in resource.columns]},
    }

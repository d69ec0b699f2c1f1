"""A gazetteer added to a knowledge folder: rows checked, containers looked up, written in isnad's own shape."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from isnad.errors import KnowledgeError
from isnad.knowledge.entries import PlaceEntry
from isnad.knowledge.gazetteers.geojson import read_geojson
from isnad.knowledge.gazetteers.geonames import read_geonames
from isnad.knowledge.gazetteers.rows import HEADER, Problem, Report, Row, checked
from isnad.knowledge.gazetteers.tables import read_csv
from isnad.knowledge.gazetteers.xlsx import read_xlsx
from isnad.knowledge.letters import fold

LEVELS = ("subdistrict", "district", "governorate")
READERS = {
    ".csv": read_csv,
    ".geojson": read_geojson,
    ".json": read_geojson,
    ".xlsx": read_xlsx,
    ".txt": read_geonames,
    ".zip": read_geonames,
}


class Added(NamedTuple):
    """What came of adding a file: where the rows stand now, how many, and what was wrong with the others."""

    path: Path
    places: int
    problems: tuple[Problem, ...]


def add_places(path: Path, folder: Path, known: Mapping[str, PlaceEntry]) -> Added:
    """Write the places of a gazetteer into `folder`/places; the same file again replaces its rows.

    Raises KnowledgeError where the file is of no format that can be read.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise KnowledgeError(f"{path}: not a gazetteer that can be read ({', '.join(READERS)})")
    problems: list[Problem] = []
    report: Report = lambda line, message: problems.append(Problem(path, line, message))  # noqa: E731
    rows = list(checked(reader(path, report), report))
    target = folder / "places" / f"{path.stem}.csv"
    _write(target, _with_parents(rows, known, report))
    return Added(target, len(rows), tuple(sorted(problems, key=lambda p: p.line)))


def _write(target: Path, rows: Iterable[tuple[str, ...]]) -> None:
    """Write beside the place and move there, so that a broken run leaves the old rows."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    with part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)
    part.replace(target)


def _with_parents(rows: list[Row], known: Mapping[str, PlaceEntry], report: Report) -> Iterator[tuple[str, ...]]:
    units, own = _units(known.values()), {row.id for row in rows}
    for row in rows:
        country = row.country.lower()
        parents = []
        for parent in row.parents:
            if parent in known or parent in own:
                parents.append(parent)
            else:
                report(row.line, f"the parent «{parent}» of «{row.id}» does not exist")
        for level, name in zip(LEVELS[-len(row.admins) :], row.admins, strict=False):
            found = units.get((country, level, fold(name)))
            if found:
                parents.append(found)
        if country in known and country not in parents:
            parents.append(country)
        place = ("|".join(row.names), row.name_en, row.kind, "|".join(dict.fromkeys(parents)), row.lat, row.lon)
        yield (row.id, *place, row.ref, row.flags, row.shape)


def _units(entries: Iterable[PlaceEntry]) -> dict[tuple[str, str, str], str]:
    """(country, kind, folded name) → id of every unit that places can lie in."""
    found: dict[tuple[str, str, str], str] = {}
    for entry in entries:
        if entry.kind in LEVELS and entry.parents:
            for name in (*entry.names, entry.name_en):
                found.setdefault((entry.parents[-1], entry.kind, fold(name)), entry.id)
    return found

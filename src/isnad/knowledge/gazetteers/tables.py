"""Tables with a header: isnad's own places, columns as name_ar and admin1, and OCHA's spreadsheets once they are rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from isnad.errors import KnowledgeError
from isnad.knowledge.gazetteers.rows import Report, Row, arabic_names, kind_of

COLUMNS: dict[str, tuple[str, ...]] = {  # what a column may be called, in lower case without blanks and underscores
    "id": ("id", "pcode", "placecode", "communitypcode", "admin4pcode", "p-code", "geonameid"),
    "name": ("nameslar", "namesar", "namear", "arabicname", "communitynamear", "admin4namear", "nameara", "الاسم"),
    "english": ("nameen", "englishname", "communitynameen", "admin4nameen", "name"),
    "others": ("altnames", "aliases", "alternatenames", "namealt"),
    "kind": ("kind", "type", "featuretype", "category"),
    "lat": ("lat", "latitude", "y", "latitudey", "latdd"),
    "lon": ("lon", "long", "lng", "longitude", "x", "longitudex", "londd"),
    "parents": ("parents",),
    "admin3": ("admin3", "admin3namear", "subdistrict", "admin3nameen"),
    "admin2": ("admin2", "admin2namear", "district", "admin2nameen"),
    "admin1": ("admin1", "admin1namear", "governorate", "admin1nameen"),
    "country": ("country", "countrycode", "admin0pcode", "iso2"),
    "flags": ("flags",), "shape": ("shape",), "ref": ("ref",),
}  # fmt: skip


def read_csv(path: Path, report: Report) -> Iterator[Row]:
    """Rows of a CSV file with a header. Raises KnowledgeError where it is not UTF-8."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from read_table(csv.reader(file), path, report)
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: not UTF-8") from error


def read_table(lines: Iterable[list[str]], path: Path, report: Report) -> Iterator[Row]:
    """Rows of a table whose first line names the columns. Raises KnowledgeError where no column holds Arabic names."""
    found = iter(lines)
    header = [str(cell).strip() for cell in next(found, [])]
    at = _columns(header)
    if "name" not in at:
        raise KnowledgeError(f"{path}:1: no column of Arabic names (names_ar or name_ar) in: {', '.join(header[:12])}")
    for number, cells in enumerate(found, 2):
        if not any(cells):
            continue
        if len(cells) < len(header):
            report(number, f"{len(cells)} columns instead of {len(header)}")
            continue
        yield _row(number, {name: cells[i].strip() for name, i in at.items()})


def _columns(header: list[str]) -> dict[str, int]:
    plain = [cell.lower().replace("_", "").replace(" ", "") for cell in header]
    return {
        name: next(plain.index(w) for w in words if w in plain)
        for name, words in COLUMNS.items()
        if any(w in plain for w in words)
    }


def _row(number: int, cells: dict[str, str]) -> Row:
    names = arabic_names([*cells["name"].split("|"), *cells.get("others", "").split("|")])
    kind = kind_of(cells["kind"]) if cells.get("kind") else "village"
    own = cells.get("id") or (f"user:{names[0]}:{cells.get('lat')}:{cells.get('lon')}" if names else "")
    parents = tuple(p for p in cells.get("parents", "").split("|") if p)
    admins = tuple(cells[level] for level in ("admin3", "admin2", "admin1") if cells.get(level))
    place = own.split(";")[0]
    return Row(
        number, place, names, cells.get("english", ""), kind, cells.get("lat", ""), cells.get("lon", ""), parents, admins,
        cells.get("country", "")[:2], cells.get("flags", ""), cells.get("shape", ""), cells.get("ref") or own,
    )  # fmt: skip

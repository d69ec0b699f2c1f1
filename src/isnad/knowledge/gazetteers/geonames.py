"""GeoNames' country dumps: tab-separated, as .txt or in a .zip, alternate names in the fourth column."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from isnad.errors import KnowledgeError
from isnad.knowledge.gazetteers.rows import Report, Row, arabic_names, kind_of

COLUMNS = 19


def read_geonames(path: Path, report: Report) -> Iterator[Row]:
    """Rows of a dump; those without an Arabic name or of a kind that reports do not name are left out without a word."""
    admins: dict[str, str] = {}
    rows = list(_rows(_lines(path), report, admins))
    for row in rows:
        yield row._replace(admins=tuple(admins[code] for code in row.admins if code in admins and admins[code] != row.names[0]))


def _rows(lines: Iterable[str], report: Report, admins: dict[str, str]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != COLUMNS:
            if line.strip():
                report(number, f"{len(cells)} columns instead of {COLUMNS}")
            continue
        row = _row(number, cells)
        if row.names and row.kind:
            if cells[7].startswith("ADM") and cells[7][3:] in ("1", "2", "3"):
                admins[_code(cells, int(cells[7][3:]))] = row.names[0]
            yield row


def _row(number: int, cells: list[str]) -> Row:
    names = arabic_names([*cells[3].split(","), cells[1]])
    codes = tuple(_code(cells, level) for level in (3, 2, 1) if cells[9 + level])
    return Row(
        number,
        f"gn:{cells[0]}",
        names,
        cells[1],
        kind_of(cells[7]),
        cells[4],
        cells[5],
        (),
        codes,
        cells[8],
        ref=f"gn:{cells[0]}",
    )


def _code(cells: list[str], level: int) -> str:
    """The code of the unit of a level that a row lies in."""
    return ".".join([cells[8], *cells[10 : 10 + level]])


def _lines(path: Path) -> Iterator[str]:
    if path.suffix.lower() != ".zip":
        with path.open(encoding="utf-8", errors="replace") as file:
            yield from file
        return
    try:
        with zipfile.ZipFile(path) as archive:
            names = [n for n in archive.namelist() if n.lower().endswith(".txt") and "readme" not in n.lower()]
            if not names:
                raise KnowledgeError(f"{path}: no .txt inside")
            with archive.open(names[0]) as raw:
                yield from io.TextIOWrapper(raw, encoding="utf-8", errors="replace")
    except (zipfile.BadZipFile, EOFError) as error:
        raise KnowledgeError(f"{path}: not a zip file that can be read: {error}") from error

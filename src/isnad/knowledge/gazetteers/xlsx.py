"""OCHA's spreadsheets: the first sheet of an .xlsx whose header names Arabic names, read without a spreadsheet library."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from isnad.errors import KnowledgeError
from isnad.knowledge.gazetteers.rows import Report, Row
from isnad.knowledge.gazetteers.tables import read_table

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LARGEST = 400_000_000  # bytes of one part, unpacked: a bomb is no gazetteer


def read_xlsx(path: Path, report: Report) -> Iterator[Row]:
    """Rows of the first sheet that has a column of Arabic names. Raises KnowledgeError where there is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            shared = _shared(archive)
            sheets = sorted(
                (n for n in archive.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)), key=lambda n: (len(n), n)
            )
            for sheet in sheets:
                try:
                    yield from read_table(_cells(archive, sheet, shared), path, report)
                    return
                except KnowledgeError:
                    if sheet == sheets[-1]:
                        raise
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError) as error:
        raise KnowledgeError(f"{path}: no spreadsheet that can be read: {error}") from error
    raise KnowledgeError(f"{path}: no sheet inside")


def _shared(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    return [
        "".join(t.text or "" for t in item.iter(SPACE + "t"))
        for item in _tree(archive, "xl/sharedStrings.xml").iter(SPACE + "si")
    ]


def _tree(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    if archive.getinfo(name).file_size > LARGEST:
        raise KnowledgeError(f"{archive.filename}: {name} is larger than {LARGEST:,} bytes")
    return ElementTree.fromstring(archive.read(name))


def _cells(archive: zipfile.ZipFile, sheet: str, shared: list[str]) -> Iterator[list[str]]:
    width = 0
    for row in _tree(archive, sheet).iter(SPACE + "row"):
        cells: dict[int, str] = {}
        for cell in row.iter(SPACE + "c"):
            cells[_column(cell.get("r") or "", len(cells))] = _text(cell, shared)
        width = width or max(cells, default=-1) + 1
        yield [cells.get(i, "") for i in range(width)]


def _column(reference: str, otherwise: int) -> int:
    letters = re.match(r"[A-Z]+", reference)
    if not letters:
        return otherwise
    number = 0
    for letter in letters.group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def _text(cell: ElementTree.Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(t.text or "" for t in cell.iter(SPACE + "t"))
    value = cell.findtext(SPACE + "v") or ""
    return shared[int(value)] if cell.get("t") == "s" and value.isdigit() and int(value) < len(shared) else value

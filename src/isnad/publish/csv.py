"""CSV: a folder of tables for spreadsheets and R; lists are joined by «; »."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterable, Sequence
from pathlib import Path

from isnad.publish.bundle.selection import Selection
from isnad.publish.tables.every import write_tables
from isnad.publish.tables.table import Table

OUT = "folder"
OPTIONS = ("excel",)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(selection: Selection, out: Path, excel: bool = False) -> list[Path]:
    """claims.csv, losses.csv, incidents.csv … and datapackage.json under `out`.

    With `excel`, each file begins with a byte order mark, and text that a spreadsheet would run gets ' before it.
    """
    return write_tables(selection, out, "csv", functools.partial(_write_table, excel))


def _write_table(excel: bool, path: Path, table: Table, rows: list[list[object]]) -> None:
    write_rows(path, [one.column.name for one in table.columns], rows, excel)


def write_rows(path: Path, header: Sequence[str], rows: Iterable[Iterable[object]], excel: bool = False) -> None:
    """One file, RFC 4180 quoting, UTF-8, lines end with a newline."""
    with path.open("w", encoding="utf-8-sig" if excel else "utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([cell(value, excel) for value in row] for row in rows)


def cell(value: object, excel: bool = False) -> str:
    """A value as text: nothing is «», lists are joined, truth is true or false."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    text = text.replace("\0", "\ufffd")
    return guarded(text) if excel else text


def guarded(text: str) -> str:
    """Text that a spreadsheet takes for a formula, with ' before it. Spaces before the sign do not hide it."""
    return f"'{text}" if text.lstrip(" \n\u00a0").startswith(_FORMULA) or text.startswith(("\t", "\r")) else text

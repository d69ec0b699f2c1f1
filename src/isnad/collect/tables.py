"""JSONL and CSV: `id, outlet, date (or published), url, title, text`, one report a row."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

from isnad.collect.lines import Line, read_lines
from isnad.collect.received import LONGEST_TEXT, Received
from isnad.collect.rows import receive, set_aside

_ID = re.compile(r'"id"\s*:\s*"([^"\\]{1,200})"')


def collect_jsonl(path: Path, longest: int = LONGEST_TEXT) -> Iterator[Received]:
    """One `Received` for every line that is not blank. Raises InputError where the file is no text."""
    for line in read_lines(path):
        origin = f"{path}:{line.number}"
        if line.problem:
            yield set_aside(line.problem, line.raw, origin)
        elif line.text.strip():
            yield _read_line(line, origin, longest)


def _read_line(line: Line, origin: str, longest: int) -> Received:
    try:
        fields = json.loads(line.text)
    except (ValueError, RecursionError) as error:
        found = _ID.search(line.text)
        reason = f"line is no JSON: {error}" if isinstance(error, ValueError) else "line is nested too deep"
        return set_aside(reason, line.raw, origin, found[1] if found else "")
    if not isinstance(fields, dict):
        return set_aside(f"line is a JSON {type(fields).__name__}, not an object", line.raw, origin)
    return receive(fields, line.raw, origin, longest)


def collect_csv(path: Path, longest: int = LONGEST_TEXT) -> Iterator[Received]:
    """One `Received` for every row under the header. A row that cannot be read does not stop the next."""
    csv.field_size_limit(1 << 30)
    taken: list[Line] = []
    rows = csv.reader(_feed(path, taken), strict=False)
    header: list[str] | None = None
    for cells, lines in _rows(rows, taken):
        if header is None:
            header = [name.strip().lower() for name in cells]
            if "text" not in header:
                yield set_aside("no column named text", _raw(lines), f"{path}:1")
                return
        elif cells or any(line.problem for line in lines):
            yield _read_row(header, cells, lines, f"{path}:{lines[0].number if lines else '?'}", longest)


def _feed(path: Path, taken: list[Line]) -> Iterator[str]:
    """Lines for the csv module; what it takes is noted, since a row's bytes may be several lines."""
    for line in read_lines(path):
        taken.append(line)
        yield line.text + "\n"


def _rows(rows: Iterator[list[str]], taken: list[Line]) -> Iterator[tuple[list[str], list[Line]]]:
    for cells in rows:
        lines = list(taken)
        taken.clear()
        yield cells, lines


def _read_row(header: list[str], cells: list[str], lines: list[Line], origin: str, longest: int) -> Received:
    raw = _raw(lines)
    if problem := next((line.problem for line in lines if line.problem), ""):
        return set_aside(problem, raw, origin)
    if len(cells) > len(header):
        return set_aside(f"row has {len(cells)} cells under {len(header)} columns", raw, origin)
    return receive(dict(zip(header, cells, strict=False)), raw, origin, longest)


def _raw(lines: list[Line]) -> bytes:
    return b"".join(line.raw for line in lines)

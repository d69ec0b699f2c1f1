"""A row of a gazetteer, checked; what is wrong is told with file and line, and the rest goes on."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from isnad.knowledge.files import read_yaml
from isnad.knowledge.letters import fold, has_arabic

HEADER = ("id", "names_ar", "name_en", "kind", "parents", "lat", "lon", "ref", "flags", "shape")


class Problem(NamedTuple):
    """What is wrong in one line of a file; lines count from 1, 0 stands for the whole file."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


Report = Callable[[int, str], None]
"""Told of a line and what is wrong with it."""


class Row(NamedTuple):
    """One place as a gazetteer has it; `admins` are names or ids of what contains it, nearest first; coordinates as written."""

    line: int
    id: str
    names: tuple[str, ...]
    name_en: str = ""
    kind: str = ""
    lat: str = ""
    lon: str = ""
    parents: tuple[str, ...] = ()
    admins: tuple[str, ...] = ()
    country: str = ""
    flags: str = ""
    shape: str = ""
    ref: str = ""


@cache
def kinds() -> dict[str, str]:
    """Other gazetteers' words for kinds, in lower case, to isnad's."""
    table = read_yaml(Path(__file__).with_name("kinds.yaml"))
    return {str(code).lower(): kind for kind, codes in table.items() for code in (*codes, kind)}


def kind_of(word: str) -> str:
    """isnad's kind for another gazetteer's word, "" where it is none of a place that reports name."""
    return kinds().get(word.strip().lower(), "")


def arabic_names(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are written in Arabic letters, each spelling once, in order."""
    found: dict[str, str] = {}
    for name in names:
        name = " ".join(name.replace("|", " ").split())
        if name and has_arabic(name) and not name.startswith("via:"):
            found.setdefault(fold(name), name)
    return tuple(found.values())


def checked(rows: Iterable[Row], report: Report) -> Iterator[Row]:
    """The rows with an Arabic name that can be used: with an id of their own, a kind, and coordinates on earth or none."""
    seen: dict[str, int] = {}
    for row in rows:
        if not row.names:
            continue  # nothing that an Arabic report could say
        wrong = _wrong(row)
        if not wrong and row.id in seen:
            wrong = f"the id «{row.id}» stands in line {seen[row.id]} already"
        if wrong:
            report(row.line, wrong)
            continue
        seen[row.id] = row.line
        yield row


def _wrong(row: Row) -> str:
    if not row.id:
        return "no id"
    if not row.kind:
        return f"«{row.id}» is of no kind that reports name"
    return _wrong_point(row)


def _wrong_point(row: Row) -> str:
    if not row.lat and not row.lon:
        return ""
    try:
        lat, lon = float(row.lat), float(row.lon)
    except ValueError:
        return f"«{row.lat}, {row.lon}» are no coordinates"
    if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180):
        return f"coordinates out of range: {row.lat}, {row.lon}"
    return ""

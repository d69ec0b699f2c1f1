"""A table: its name, its columns with how each is filled, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from isnad.publish.bundle.datapackage import Column
from isnad.publish.bundle.selection import Selection
from isnad.records import Record

Row = Mapping[str, Any]
Fill = Callable[[Row], object]


class Filled(Record, frozen=True):
    """A column and how it is filled from a row. Type `array` gives a list of strings."""

    column: Column
    fill: Fill


class Table(Record, frozen=True):
    """`rows` finds the raw rows in a selection."""

    name: str
    title: str
    columns: Sequence[Filled]
    rows: Callable[[Selection], Iterable[Row]]

    def filled(self, selection: Selection) -> Iterator[list[object]]:
        """One list of values a row, in the order of the columns."""
        return ([one.fill(row) for one in self.columns] for row in self.rows(selection))


def filled(name: str, means: str, fill: Fill | None = None, type: str = "string") -> Filled:
    """A column filled by `fill`, or by the field of its own name."""
    return Filled(Column(name, type, means), fill or (lambda row: row[name]))

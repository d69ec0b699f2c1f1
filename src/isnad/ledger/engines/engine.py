"""What an engine is: where rows live and reading runs. Narrow on purpose: another engine is one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeVar

import pyarrow as pa

from isnad.ledger.engines.pool import Work
from isnad.records import Report

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """A ledger's store and workers."""

    def map_reports(
        self, work: Work[Result], items: Iterable[Item], pick: Callable[[Item], Report | None], jobs: int
    ) -> Iterator[tuple[Item, Result | None]]:
        """Every item with the result for its report, in order."""

    def query(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[dict[str, Any]]:
        """Rows of an answer, column → value. Raises QueryError."""

    def append(self, table: str, rows: pa.Table) -> int:
        """Add rows; those whose key is there already are passed over. Returns how many were added."""

    def tables(self) -> list[str]:
        """Names of the tables, sorted."""

    def transaction(self) -> AbstractContextManager[None]:
        """All that is appended inside is written, or none of it."""

    def close(self) -> None:
        """Let the file go."""

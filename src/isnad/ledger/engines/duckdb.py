"""The engine for one machine: one DuckDB file and a process pool."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import duckdb
import pyarrow as pa

from isnad.errors import QueryError
from isnad.ledger.engines.pool import Work, map_in_order
from isnad.ledger.open import connect
from isnad.records import Report

Item = TypeVar("Item")
Result = TypeVar("Result")


class DuckEngine:
    """A ledger in a DuckDB file. Raises LedgerError where the file cannot be opened."""

    def __init__(self, path: Path, write: bool = False) -> None:
        self.path = path
        self.connection = connect(path, write)

    def __enter__(self) -> DuckEngine:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def map_reports(
        self, work: Work[Result], items: Iterable[Item], pick: Callable[[Item], Report | None], jobs: int
    ) -> Iterator[tuple[Item, Result | None]]:
        return map_in_order(work, items, pick, jobs)

    def query(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[dict[str, Any]]:
        try:
            found = self.connection.execute(sql, parameters)
            names = [column[0] for column in found.description or ()]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        except duckdb.Error as error:
            raise QueryError(f"{self.path}: {str(error).splitlines()[0]}") from error

    def append(self, table: str, rows: pa.Table) -> int:
        """Add rows in one statement, columns by name."""
        either = "INSERT OR IGNORE" if table in self._keyed else "INSERT"
        self.connection.register("appended", rows)
        found = self.connection.execute(f'{either} INTO "{table}" BY NAME SELECT * FROM appended').fetchone()
        self.connection.unregister("appended")
        return int(found[0]) if found else 0

    @functools.cached_property
    def _keyed(self) -> set[str]:
        """Tables with a key: a row that is there already is passed over."""
        found = self.query("SELECT table_name FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'")
        return {row["table_name"] for row in found}

    def tables(self) -> list[str]:
        return [row["table_name"] for row in self.query("SELECT table_name FROM duckdb_tables() ORDER BY 1")]

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def close(self) -> None:
        self.connection.close()

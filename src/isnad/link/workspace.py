"""A database in memory beside the ledger: what linking makes on its way never enters the file."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from isnad.ledger.engines.duckdb import DuckEngine

if TYPE_CHECKING:
    import duckdb

_NAME = "linking"
MEMORY = 3.0
"""GiB that DuckDB may take meanwhile; more goes to a folder beside the ledger until it is done."""


@contextlib.contextmanager
def workspace(engine: DuckEngine) -> Iterator[duckdb.DuckDBPyConnection]:
    """The engine's connection, where new tables go to memory and the ledger's are found by their names."""
    connection = engine.connection
    ledger = connection.execute("SELECT current_database()").fetchall()[0][0]
    quoted = ledger.replace('"', '""').replace("'", "''")
    connection.execute(f"ATTACH ':memory:' AS {_NAME}")
    connection.execute("SET enable_progress_bar = false")
    before = connection.execute("SELECT current_setting('memory_limit')").fetchall()[0][0]
    amount, unit = before.split()
    if unit == "TiB" or (unit == "GiB" and float(amount) > MEMORY):
        connection.execute(f"SET memory_limit = '{MEMORY} GiB'")
    try:
        connection.execute(f"SET search_path = '{_NAME},\"{quoted}\"'")
        yield connection
    finally:
        connection.execute(f"SET search_path = '\"{quoted}\"'")
        connection.execute(f"DETACH {_NAME}")
        connection.execute(f"SET memory_limit = '{before}'")

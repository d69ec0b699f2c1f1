"""An older ledger gets the tables that it has not yet. What was written down stays as it is."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

CHANGED = {2: ("links",)}
"""Version of the tables → tables of the judgment layer whose columns changed with it: derived rows, made again by `isnad link`."""


def upgrade_tables(connection: duckdb.DuckDBPyConnection, found: int, wanted: int) -> None:
    """Bring a ledger of version `found` to `wanted`, in one transaction."""
    there = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    changed = {table for version, tables in CHANGED.items() if found < version <= wanted for table in tables}
    wants = [sql for table, sql in table_statements().items() if table in changed or table not in there]
    drops = [f"DROP TABLE IF EXISTS {table};" for table in sorted(changed)]
    views = files("isnad.ledger").joinpath("views.sql").read_text("utf-8")
    connection.execute("BEGIN;" + "\n".join([*drops, *wants, views]))
    connection.execute("UPDATE ledger SET version = ?", [wanted])
    connection.execute("COMMIT")


def table_statements() -> dict[str, str]:
    """Table → the statement in tables.sql that makes it."""
    sql = files("isnad.ledger").joinpath("tables.sql").read_text("utf-8")
    return {found[1]: found[0] for found in re.finditer(r"CREATE TABLE (\w+) \(.*?\n\);", sql, re.DOTALL)}

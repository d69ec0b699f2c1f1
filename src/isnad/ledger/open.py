"""Open a ledger's file, or say in one sentence why it cannot be opened."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from isnad import __version__
from isnad.errors import LedgerError
from isnad.ledger.upgrade import upgrade_tables

if TYPE_CHECKING:
    import duckdb

VERSION = 2
"""Of the tables: raised when tables.sql changes."""


def connect(path: Path, write: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection to the ledger; with `write`, a missing file is made. Raises LedgerError."""
    if not write and not path.exists():
        raise LedgerError(f"{path}: no such ledger; `isnad read PATH --ledger {path}` makes one")
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise LedgerError(f"{path}: is a folder, not a ledger" if path.is_dir() else f"{path.parent}: no such folder")
    connection = _connect(path, write)
    try:
        _prepare(connection, path, write)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(path: Path, write: bool) -> duckdb.DuckDBPyConnection:
    import duckdb

    try:
        return duckdb.connect(str(path), read_only=not write)
    except duckdb.Error as error:
        raise LedgerError(f"{path}: {_reason(str(error))}") from None


def _reason(message: str) -> str:
    if "lock" in message:
        holder = re.search(r"PID (\d+)", message)
        return "is open elsewhere" + (f" (process {holder[1]})" if holder else "") + "; close it there and try again"
    if "not a valid DuckDB" in message or "deserialize" in message.lower():
        return "is no ledger (not a DuckDB file)"
    return f"cannot be opened: {message.splitlines()[0]}"


def _prepare(connection: duckdb.DuckDBPyConnection, path: Path, write: bool) -> None:
    tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables and write:
        make_tables(connection)
    elif "ledger" not in tables:
        raise LedgerError(f"{path}: is no ledger (a DuckDB file without isnad's tables)")
    else:
        _check_version(connection, path, write)


def _check_version(connection: duckdb.DuckDBPyConnection, path: Path, write: bool) -> None:
    found = connection.execute("SELECT * FROM ledger").fetchone()
    if found is None or not isinstance(found[0], int):
        raise LedgerError(f"{path}: is no ledger (its table `ledger` is not isnad's)")
    version, maker = found[0], found[1]
    if version > VERSION:
        raise LedgerError(
            f"{path}: was made by isnad {maker} with tables of version {version}; this isnad knows version {VERSION}"
        )
    if write and version < VERSION:
        upgrade_tables(connection, version, VERSION)


def make_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """All tables and views, with their comments, in one transaction."""
    tables = files("isnad.ledger").joinpath("tables.sql").read_text("utf-8")
    views = files("isnad.ledger").joinpath("views.sql").read_text("utf-8")
    comments = "".join(_comment(*column, comment) for column, comment in column_comments(tables).items())
    connection.execute(f"BEGIN; {tables} {views} {comments}")
    connection.execute("INSERT INTO ledger VALUES (?, ?)", [VERSION, __version__])
    connection.execute("COMMIT")


def _comment(table: str, column: str, comment: str) -> str:
    quoted = comment.replace("'", "''")
    return f"COMMENT ON COLUMN {table}.\"{column}\" IS '{quoted}';\n"


def column_comments(sql: str) -> dict[tuple[str, str], str]:
    """(table, column) → the comment behind it in tables.sql; empty where a column has none."""
    found: dict[tuple[str, str], str] = {}
    table = ""
    for line in sql.splitlines():
        if opening := re.match(r"CREATE TABLE (\w+) \(", line):
            table = opening[1]
        elif column := re.match(r'    "?(\w+)"? [A-Za-z]', line):
            found[table, column[1]] = line.partition("  -- ")[2].strip()
    return {key: comment for key, comment in found.items() if key[1] != "PRIMARY"}

"""SQL files of this folder."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def run_sql(connection: duckdb.DuckDBPyConnection, name: str, **settings: str) -> None:
    """Run a file of this folder, `$name` replaced by a setting."""
    sql = files("isnad.link").joinpath(name).read_text("utf-8")
    for setting, value in settings.items():
        sql = sql.replace(f"${setting}", value)
    connection.execute(sql)

"""tables.sql, records.py and docs/ledger.md say the same."""

from importlib.resources import files
from pathlib import Path

import duckdb
import pytest

from isnad import records
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.ledger.open import column_comments
from isnad.ledger.schemas import APPENDED
from isnad.ledger.shapes import row_schema

SQL = files("isnad.ledger").joinpath("tables.sql").read_text("utf-8")
DOCS = Path(__file__).parents[2] / "docs" / "ledger.md"
RECORDS: dict[str, type[records.Record]] = {
    "reports": records.Report,
    "blocks": records.Block,
    "clauses": records.Clause,
    "acts": records.Act,
    "claims": records.Claim,
    "ties": records.Tie,
    "labels": records.Label,
    "set_aside": records.SetAside,
    "verdicts": records.Verdict,
    "figures": records.Figure,
    "incidents": records.Incident,
}
DERIVED = {"incidents": {"figures"}}  # rows of their own


def types_of(engine: DuckEngine, table: str) -> dict[str, str]:
    return {row["column_name"]: row["column_type"] for row in engine.query(f'DESCRIBE "{table}"')}


def types_of_schema(schema: object) -> dict[str, str]:
    connection = duckdb.connect()
    connection.register("shape", schema.empty_table())  # type: ignore[attr-defined]
    return {row[0]: row[1] for row in connection.execute("DESCRIBE SELECT * FROM shape").fetchall()}


@pytest.mark.parametrize("table", RECORDS)
def test_every_field_of_a_record_has_its_column(engine: DuckEngine, table: str) -> None:
    wanted = {
        name: kind for name, kind in types_of_schema(row_schema(RECORDS[table])).items() if name not in DERIVED.get(table, ())
    }
    found = types_of(engine, table)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize("table", APPENDED)
def test_what_is_appended_fits_its_table(engine: DuckEngine, table: str) -> None:
    assert set(types_of_schema(APPENDED[table])) == set(types_of(engine, table))


def test_every_column_has_a_comment_in_the_file_and_in_the_database(engine: DuckEngine) -> None:
    comments = column_comments(SQL)
    in_database = {
        (row["table_name"], row["column_name"]): row["comment"]
        for row in engine.query(
            "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE table_name IN (SELECT table_name FROM duckdb_tables())"
        )
    }
    assert in_database == comments
    assert [column for column, comment in comments.items() if not comment] == []


def test_every_table_and_view_is_documented(engine: DuckEngine) -> None:
    docs = DOCS.read_text("utf-8")
    views = [row["view_name"] for row in engine.query("SELECT view_name FROM duckdb_views() WHERE NOT internal")]
    assert [name for name in [*engine.tables(), *views] if f"`{name}`" not in docs] == []

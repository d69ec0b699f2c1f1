"""csv and parquet: the same tables, exactly as they were asked for."""

import csv as reader
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from isnad.ledger.engines.duckdb import DuckEngine
from isnad.publish import csv, parquet
from isnad.publish.bundle.query import Query
from isnad.publish.bundle.selection import Selection, select
from isnad.publish.tables.every import TABLES

from .conftest import MADE, golden


def read(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(reader.DictReader(file))


def test_csv_is_as_the_golden_files(one_incident: Selection, tmp_path: Path) -> None:
    written = csv.write(one_incident, tmp_path)
    assert [path.name for path in written] == [*(f"{table.name}.csv" for table in TABLES), "datapackage.json"]
    for path in written:
        golden(f"strike-{path.name}", path.read_text("utf-8"))


def test_quotes_stand_where_the_offsets_say(everything: Selection, tmp_path: Path) -> None:
    csv.write(everything, tmp_path)
    for row in read(tmp_path / "claims.csv"):
        field, span = row["evidence_at"].split(":")
        start, end = map(int, span.split("-"))
        assert everything.reports[row["report"]][field][start:end].replace("\0", "\ufffd") == row["evidence"]


def test_excel_gets_a_mark_and_runs_nothing(everything: Selection, tmp_path: Path) -> None:
    csv.write(everything, tmp_path, excel=True)
    raw = (tmp_path / "claims.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = read(tmp_path / "claims.csv", "utf-8-sig")
    assert "'=cmd|' /C calc'!A0" in {row["agent"] for row in rows}
    for row in rows:
        for name, value in row.items():
            assert not value.startswith(("=", "+", "-", "@")) or name in ("latitude", "longitude"), (name, value)
    assert csv.cell(-3.5, excel=True) == "-3.5" and csv.cell(" @x", excel=True) == "' @x" and csv.cell("=1") == "=1"


def test_parquet_keeps_lists_and_says_where_it_comes_from(everything: Selection, tmp_path: Path) -> None:
    parquet.write(everything, tmp_path)
    table = pq.read_table(tmp_path / "claims.parquet")
    assert table.num_rows == len(everything.claims)
    chains = dict(zip(table["claim"].to_pylist(), table["speakers"].to_pylist(), strict=True))
    hospital = next(claim["id"] for claim in everything.claims if claim["report"] == "sample-05")
    assert chains[hospital] == ["مدير المستشفى الميداني", "إذاعة الموجة الزرقاء"]
    assert json.loads(table.schema.metadata[b"isnad"])["ledger"] == everything.provenance.ledger
    assert b"quoted words" in table.schema.field("evidence").metadata[b"description"]


@pytest.mark.parametrize("form", [csv, parquet])
def test_nothing_found_is_written_too(engine: DuckEngine, tmp_path: Path, form: object) -> None:
    nothing = select(engine, Query(where="false"), MADE)
    written = form.write(nothing, tmp_path)  # type: ignore[attr-defined]
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert len(written) == len(TABLES) + 1 and package["isnad"]["claims"] == 0 and package["isnad"]["query"] == "--where false"


def test_members_are_whole_though_one_claim_was_asked_for(engine: DuckEngine, tmp_path: Path) -> None:
    some = select(engine, Query(where="status = 'denied' AND act = 'airstrike'"), MADE)
    csv.write(some, tmp_path)
    assert len(read(tmp_path / "claims.csv")) == 1 and len(read(tmp_path / "incident_members.csv")) == 5

"""A small linked ledger of invented reports, made by hand so that neither reading nor linking can change it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pyarrow as pa
import pytest

from isnad.ledger.append import Read, append_batch
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.ledger.runs import Run, begin_run
from isnad.ledger.schemas import row_schema
from isnad.publish.bundle.query import Query
from isnad.publish.bundle.selection import Selection, select
from isnad.records import Claim, Figure, Incident, Place, Published, Reading, Report

from .telling import sample_reports
from .told import ceasefire, hostile, hostile_report, strike

MADE = "2031-05-01T12:00:00+00:00"


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("published") / "sample.duckdb"
    with DuckEngine(path, write=True) as engine:
        fill(engine)
    return path


@pytest.fixture
def engine(ledger: Path) -> Iterator[DuckEngine]:
    with DuckEngine(ledger) as engine:
        yield engine


@pytest.fixture
def everything(engine: DuckEngine) -> Selection:
    return select(engine, Query(), MADE)


@pytest.fixture
def one_incident(engine: DuckEngine) -> Selection:
    return select(engine, Query(incident="i-strike"), MADE)


@pytest.fixture
def one_thread(engine: DuckEngine) -> Selection:
    return select(engine, Query(thread="thread-1"), MADE)


def fill(engine: DuckEngine) -> None:
    """Readings, then one linking: an incident with figures and voices, one without place and day, and a thread."""
    reports = sample_reports()
    bad = hostile_report()
    struck, moved, hurt = strike(reports), ceasefire(reports), hostile(bad)
    append_batch(engine, Run(1, "k1", "0+test"), [*_reads({**reports, bad.id: bad}, [*struck, *moved, *hurt])])
    begin_run(engine, Run(2, "k1", "0+test", kind="link"))
    ids = _ledger_ids(engine)
    _link(engine, [ids[key(claim)] for claim in struck], [ids[key(hurt[1])]])
    _thread(engine, [ids[key(claim)] for claim in moved])


def key(claim: Claim) -> tuple[str, str, int]:
    return claim.report, claim.act, claim.trigger.start


def _reads(reports: dict[str, Report], claims: list[Claim]) -> Iterator[Read]:
    for report in reports.values():
        mine = tuple(claim for claim in claims if claim.report == report.id)
        if mine:
            how = "given" if report.published else "open"
            yield Read(
                report, Reading(report.id, Published(report.published, how), claims=mine), f"{report.id}{report.text}".encode()
            )


def _ledger_ids(engine: DuckEngine) -> dict[tuple[str, str, int], str]:
    return {
        (row["report"], row["act"], row["trigger"]["start"]): row["id"] for row in engine.query("SELECT * FROM current_claims")
    }


def _link(engine: DuckEngine, struck: list[str], nowhere: list[str]) -> None:
    claims = {row["id"]: row for row in engine.query("SELECT * FROM current_claims")}
    place = msgspec.convert(next(iter(claims[struck[0]]["places"])), type=Place)
    reports = tuple(claims[claim]["report"] for claim in struck)
    incidents = [
        Incident("i-strike", tuple(struck), reports, 4, "airstrike", "2031-03-04", "2031-03-04", place),
        Incident("i-nowhere", tuple(nowhere), ("hostile",), 1, "harm", None, None, None),
    ]
    _append(engine, "incidents", Incident, [{"run": 2, **msgspec.to_builtins(incident)} for incident in incidents])
    figures = [
        Figure("lowest", "1", "killed", "any", 3, 3, 3, (struck[0],), "lowest of 4 independent voices; 1 claim denies it"),
        Figure("lowest", "1", "injured", "any", 20, 20, 20, (struck[1],), "lowest of 2 independent voices"),
        Figure("low_best_high", "1", "killed", "any", 3, 12, 12, tuple(struck), "best: 2 of 4 independent voices"),
    ]
    rows = [{"run": 2, "incident": "i-strike", **msgspec.to_builtins(figure)} for figure in figures]
    _append(engine, "figures", Figure, rows)
    for report in reports:
        engine.query("INSERT INTO voices VALUES (2, 'i-strike', ?, ?, '')", [report, report])


def _append(engine: DuckEngine, table: str, record: type, rows: list[dict[str, object]]) -> None:
    extra = {"run": pa.int64()} if table == "incidents" else {"run": pa.int64(), "incident": pa.string()}
    schema = row_schema(record, **extra)
    if table == "incidents":
        schema = schema.remove(schema.get_field_index("figures"))
    engine.append(table, pa.Table.from_pylist(rows, schema=schema))


def _thread(engine: DuckEngine, claims: list[str]) -> None:
    reports = [f"sample-{number}" for number in (17, 18, 19, 20, 22, 23, 24)]
    parties, issues = ["x.army", "x.river"], ["halt", "withdraw"]
    row = ["thread-1", claims, reports, parties, issues, "2031-03-15", "2031-03-27"]
    engine.query("INSERT INTO threads VALUES (2, ?, ?, ?, ?, ?, ?, ?)", row)


def settled(text: str) -> str:
    """Ids of claims, which are hashes, as numbers in the order of their first mention; digests of files left out."""
    seen: dict[str, str] = {}
    text = re.sub(r"\bc[0-9a-f]{15}\b", lambda found: seen.setdefault(found[0], f"claim-{len(seen) + 1}"), text)
    return re.sub(r"\b[0-9a-f]{32,64}\b", "digest", text)


def golden(name: str, found: str) -> None:
    """Compare with tests/publish/golden/NAME; UPDATE_GOLDEN=1 writes it anew."""
    path = Path(__file__).with_name("golden") / name
    found = settled(found)
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, "utf-8", newline="")
    assert found == path.read_text("utf-8")

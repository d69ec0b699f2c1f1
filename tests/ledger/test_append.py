"""What is written once is written once, and nothing of it is lost."""

import msgspec
import pytest

from isnad.errors import QueryError
from isnad.ledger.append import append_batch
from isnad.ledger.claims import Asked, find_claim, find_claims
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.ledger.known import Known
from isnad.ledger.rows import reading_rows
from isnad.ledger.runs import Run, finish_run
from isnad.records import Reading

from .conftest import TEXT, make_aside, make_read, make_reading, make_report, make_run


def counts(engine: DuckEngine) -> dict[str, int]:
    return {table: engine.query(f'SELECT count(*) AS n FROM "{table}"')[0]["n"] for table in engine.tables()}


def write(engine: DuckEngine, run: Run, *ids: str) -> None:
    append_batch(engine, run, [make_read(make_report(id)) for id in ids] + [make_aside()])


def test_reading_twice_adds_nothing(engine: DuckEngine) -> None:
    write(engine, make_run(), "r1", "r2")
    before = counts(engine)
    assert (before["reports"], before["claims"], before["set_aside"], before["runs"]) == (2, 4, 1, 1)
    known = Known(engine, make_run(2))
    assert not known.wants(known.settle(make_report("r1")))
    append_batch(engine, make_run(2), [make_aside()])
    finish_run(engine, make_run(2), {})
    assert counts(engine) == before


def test_other_knowledge_with_the_same_answer_adds_a_reading_but_no_rows(engine: DuckEngine) -> None:
    write(engine, make_run(), "r1")
    before = counts(engine)
    again = make_run(2, knowledge="k2")
    assert Known(engine, again).wants(make_report("r1"))
    write(engine, again, "r1")
    after = counts(engine)
    assert {table for table in after if after[table] != before[table]} == {"readings", "runs", "entries"}


def test_the_latest_reading_counts_and_the_earlier_one_stays(engine: DuckEngine) -> None:
    write(engine, make_run(), "r1")
    read = make_read(make_report("r1"))
    thinner = msgspec.structs.replace(read, reading=msgspec.structs.replace(read.reading, claims=read.reading.claims[:1]))
    append_batch(engine, make_run(2, "k2"), [thinner])
    assert counts(engine)["claims"] == 3
    [claim] = find_claims(engine, Asked())
    assert claim["id"] == engine.query("SELECT id FROM claims WHERE position = 0 LIMIT 1")[0]["id"]


def test_claims_keep_every_field(engine: DuckEngine) -> None:
    report = make_report()
    append_batch(engine, make_run(), [make_read(report)])
    [stored, second] = engine.query("SELECT * EXCLUDE (reading, position) FROM claims ORDER BY position")
    claim = msgspec.to_builtins(make_reading(report).claims[0])
    assert stored == msgspec.convert(claim, dict) | {"id": stored["id"]} | lists(claim)
    assert second["links"][0]["to"] == stored["id"]


def lists(claim: dict[str, object]) -> dict[str, object]:
    """Tuples come back as lists."""
    decoded: dict[str, object] = msgspec.json.decode(msgspec.json.encode(claim))
    return {name: value for name, value in decoded.items() if isinstance(value, list | dict)}


def test_bytes_and_text_are_kept_exactly(engine: DuckEngine) -> None:
    read = make_read(make_report())
    append_batch(engine, make_run(), [read, make_aside()])
    assert engine.query("SELECT text FROM reports")[0]["text"] == TEXT
    assert {row["bytes"] for row in engine.query("SELECT bytes FROM raws")} == {read.raw, make_aside().raw}


def test_one_id_for_two_reports_keeps_both(engine: DuckEngine) -> None:
    append_batch(engine, make_run(), [make_read(make_report())])
    known = Known(engine, make_run(2))
    other = known.settle(make_report(text="قصف آخر"))
    assert other.id.startswith("r1~") and known.wants(other)
    assert known.settle(make_report(text="قصف آخر")).id == other.id
    assert known.settle(make_report()).id == "r1"


def test_ids_of_claims_are_stable_and_each_its_own() -> None:
    report = make_report()
    ids = [row["id"] for row in reading_rows(make_reading(report), report.sha256)[1]["claims"]]
    again = [row["id"] for row in reading_rows(make_reading(report), report.sha256)[1]["claims"]]
    assert ids == again and len(set(ids)) == 2
    twice = make_reading(report)
    twice = msgspec.structs.replace(twice, claims=(*twice.claims, msgspec.structs.replace(twice.claims[0], id="c3")))
    assert len({row["id"] for row in reading_rows(twice, report.sha256)[1]["claims"]}) == 3


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(), 2),
        (Asked(actor="x.forces"), 2),
        (Asked(actor="قوَّات الوادى"), 2),
        (Asked(place="الخريبه"), 1),
        (Asked(place="ريف الوادي"), 1),
        (Asked(since="2031-03-03", until="2031-03-03"), 1),
        (Asked(since="2031-03-04"), 0),
        (Asked(act="shell", status="denied"), 1),
        (Asked(speaker="طبي"), 1),
        (Asked(report="r2"), 0),
    ],
)
def test_questions(engine: DuckEngine, asked: Asked, found: int) -> None:
    append_batch(engine, make_run(), [make_read(make_report())])
    assert len(find_claims(engine, asked)) == found


def test_a_claim_by_the_beginning_of_its_id(engine: DuckEngine) -> None:
    append_batch(engine, make_run(), [make_read(make_report())])
    [first, *_] = find_claims(engine, Asked())
    assert find_claim(engine, first["id"][:8]) == first
    with pytest.raises(QueryError, match="several"):
        find_claim(engine, "c")
    with pytest.raises(QueryError, match="no claim"):
        find_claim(engine, "zz")


def test_views_open_the_lists(engine: DuckEngine) -> None:
    append_batch(engine, make_run(), [make_read(make_report())])
    rows = {
        view: len(engine.query(f"SELECT * FROM {view}"))
        for view in ("speakers", "losses", "claim_places", "claim_actors", "claim_evidence")
    }
    assert rows == {"speakers": 2, "losses": 1, "claim_places": 1, "claim_actors": 2, "claim_evidence": 3}


def test_a_reading_without_anything(engine: DuckEngine) -> None:
    read = make_read(make_report())
    empty = msgspec.structs.replace(read, reading=Reading("r1", read.reading.published))
    append_batch(engine, make_run(), [empty])
    assert find_claims(engine, Asked()) == []

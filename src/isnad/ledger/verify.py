"""Does the ledger still hold what was written? Bytes and rows are hashed again, every span is cut again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from isnad.ledger.engines.engine import Engine
from isnad.ledger.rows import Row, aside_id, hash_reading, verdict_hash
from isnad.ledger.schemas import IN_READING

PAGE = 500
"""Reports checked together."""

HashReport = Callable[[str, str], str]
"""Title and text → the hash that a report carries (see collect.identity)."""


def verify(engine: Engine, hash_report: HashReport) -> Iterator[str]:
    """One sentence for everything that does not hold, naming the place; none where all does."""
    yield from _check_raws(engine)
    yield from _check_strays(engine)
    for page in _pages(engine):
        texts = {row["id"]: row for row in page}
        yield from _check_reports(page, hash_report)
        yield from _check_readings(engine, texts)
    yield from _check_set_aside(engine)
    yield from _check_verdicts(engine)


def _check_raws(engine: Engine) -> Iterator[str]:
    for row in engine.query("SELECT sha256 FROM raws WHERE sha256(bytes) <> sha256 ORDER BY 1"):
        yield f"raw bytes {row['sha256'][:12]}: are not what was received"
    lost = "SELECT id FROM {} WHERE raw_sha256 NOT IN (SELECT sha256 FROM raws) ORDER BY 1"
    for table in ("reports", "set_aside"):
        for row in engine.query(lost.format(table)):
            yield f"{table} {row['id']}: its raw bytes are gone"


def _check_strays(engine: Engine) -> Iterator[str]:
    for row in engine.query("SELECT report FROM readings WHERE report NOT IN (SELECT id FROM reports) ORDER BY 1"):
        yield f"report {row['report']}: is gone, its reading is still there"
    for row in engine.query("SELECT id FROM reports WHERE id NOT IN (SELECT report FROM readings) ORDER BY 1"):
        yield f"report {row['id']}: its reading is gone"
    for table in IN_READING:
        stray = f'SELECT count(*) AS rows FROM "{table}" WHERE (reading, report) NOT IN (SELECT (id, report) FROM readings)'
        if rows := engine.query(stray)[0]["rows"]:
            yield f"{table}: {rows} rows belong to no reading"


def _pages(engine: Engine) -> Iterator[list[Row]]:
    last = ""
    while page := engine.query("SELECT * FROM reports WHERE id > $1 ORDER BY id LIMIT $2", [last, PAGE]):
        yield page
        last = page[-1]["id"]


def _check_reports(page: list[Row], hash_report: HashReport) -> Iterator[str]:
    for row in page:
        if hash_report(row["title"], row["text"]) != row["sha256"]:
            yield f"report {row['id']}: its title or text was changed"


def _check_readings(engine: Engine, texts: Mapping[str, Row]) -> Iterator[str]:
    readings = {row["id"]: row for row in _of_reports(engine, "readings", texts)}
    tables: dict[str, dict[str, list[Row]]] = {reading: {table: [] for table in IN_READING} for reading in readings}
    for table in IN_READING:
        for row in _of_reports(engine, table, texts, "ORDER BY reading, position"):
            yield from (
                f"{table} {row.get('id', '')} of report {row['report']}: {wrong}"
                for wrong in wrong_spans(row, texts[row["report"]])
            )
            if (reading := row.pop("reading")) in tables:
                tables[reading][table].append(row)
    for identity, row in readings.items():
        if hash_reading({name: row[name] for name in row if name not in ("id", "run")}, tables[identity]) != identity:
            yield f"reading {identity[:12]} of report {row['report']}: its rows were changed"


def _of_reports(engine: Engine, table: str, texts: Mapping[str, Row], order: str = "") -> list[Row]:
    return engine.query(f'SELECT * FROM "{table}" WHERE list_contains($1, report) {order}', [list(texts)])


def wrong_spans(row: Any, report: Row) -> Iterator[str]:
    """Every span in a row that leaves its field, or whose words are not what stands there."""
    if isinstance(row, list):
        for inner in row:
            yield from wrong_spans(inner, report)
    elif isinstance(row, dict):
        if isinstance(row.get("start"), int) and isinstance(row.get("end"), int) and row["start"] >= 0:
            yield from _wrong_span(row, report[row.get("field", "text")])
        for inner in row.values():
            yield from wrong_spans(inner, report)


def _wrong_span(row: Row, text: str) -> Iterator[str]:
    start, end = row["start"], row["end"]
    if not start <= end <= len(text):
        yield f"span {start}–{end} leaves its text"
    elif row.get("text") and text[start:end] != row["text"]:
        yield f"«{row['text']}» is not what stands at {start}–{end}"


def _check_set_aside(engine: Engine) -> Iterator[str]:
    for row in engine.query("SELECT * FROM set_aside ORDER BY id"):
        if row["id"] != aside_id(row):
            yield f"set_aside {row['id']}: was changed"


def _check_verdicts(engine: Engine) -> Iterator[str]:
    previous = ""
    for row in engine.query("SELECT * FROM verdicts ORDER BY position"):
        if row["previous"] != previous or row["hash"] != verdict_hash(row, previous):
            yield f"verdict {row['id']}: the chain of verdicts is broken here"
        previous = row["hash"]

"""Readings become rows. Whatever is there already is passed over, whole batches are written or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import pyarrow as pa

from isnad.ledger.engines.engine import Engine
from isnad.ledger.rows import Row, aside_id, reading_rows
from isnad.ledger.runs import Run, begin_run
from isnad.ledger.schemas import APPENDED, IN_READING
from isnad.records import Claim, Reading, Record, Report, SetAside


class Read(Record, frozen=True):
    """A report, its reading, and the bytes it came in."""

    report: Report
    reading: Reading
    raw: bytes


class Aside(Record, frozen=True):
    """An input set aside, and its bytes."""

    aside: SetAside
    raw: bytes


def append_batch(engine: Engine, run: Run, batch: Sequence[Read | Aside]) -> None:
    """Write a batch in one transaction: all of it or nothing."""
    read = [item for item in batch if isinstance(item, Read)]
    asides = _new_asides(engine, run, [item for item in batch if isinstance(item, Aside)])
    if not read and not asides:
        return
    tables = _read_tables(engine, run, read)
    tables["raws"] = list(_raws(batch))
    tables["set_aside"] = asides
    with engine.transaction():
        begin_run(engine, run)
        for table, schema in APPENDED.items():
            if rows := tables.get(table):
                engine.append(table, pa.Table.from_pylist(rows, schema=schema))


def _read_tables(engine: Engine, run: Run, read: Sequence[Read]) -> dict[str, list[Row]]:
    tables: dict[str, list[Row]] = {table: [] for table in APPENDED}
    made = [reading_rows(item.reading, item.report.sha256) for item in read]
    there = _there(engine, "readings", [identity for identity, _ in made])
    for item, (identity, rows) in zip(read, made, strict=True):
        tables["reports"].append({**msgspec.to_builtins(item.report), "run": run.id})
        tables["readings"] += [{**row, "run": run.id} for row in rows["readings"]]
        tables["entries"] += [{"knowledge": run.knowledge, "run": run.id, **entry} for entry in _entries(item.reading)]
        if identity not in there:
            for table in IN_READING:
                tables[table] += rows[table]
    return tables


def _new_asides(engine: Engine, run: Run, items: Sequence[Aside]) -> list[Row]:
    rows = {}
    for item in items:
        row: Row = {**msgspec.to_builtins(item.aside), "raw_sha256": _sha256(item.raw)}
        row = {name: value.encode("utf-8", "replace").decode() for name, value in row.items()}
        identity = aside_id(row)
        rows[identity] = {"id": identity, **row, "run": run.id}
    there = _there(engine, "set_aside", list(rows))
    return [row for identity, row in rows.items() if identity not in there]


def _there(engine: Engine, table: str, ids: list[str]) -> set[str]:
    return {row["id"] for row in engine.query(f'SELECT DISTINCT id FROM "{table}" WHERE list_contains($1, id)', [ids])}


def _raws(batch: Iterable[Read | Aside]) -> Iterator[Row]:
    for raw in {item.raw for item in batch}:
        yield {"sha256": _sha256(raw), "bytes": raw}


def _entries(reading: Reading) -> list[Row]:
    """Which rules and knowledge entries filled which slots of the reading's claims."""
    used = {(slot, rule) for claim in reading.claims for slot, rule in _rules(claim) if rule}
    return [{"slot": slot, "rule": rule} for slot, rule in sorted(used)]


def _rules(claim: Claim) -> Iterator[tuple[str, str]]:
    yield from ((why.slot, why.rule) for why in claim.why if why.slot != "confidence")  # no rule, but their sum
    for slot in ("agent", "target", "counterpart", "places", "losses", "speakers", "links"):
        yield from ((slot, record.rule) for record in getattr(claim, slot))
    if claim.time:
        yield "time", claim.time.rule


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()

"""What linking found becomes rows of the judgment layer, all under one run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
import pyarrow as pa

from isnad.ledger.engines.duckdb import DuckEngine
from isnad.ledger.schemas import JUDGED
from isnad.link.accounts import Account, read_accounts
from isnad.link.figures import figures_of
from isnad.link.figures.tellings import read_tellings
from isnad.link.sql import run_sql
from isnad.link.threads import Thread
from isnad.link.voices import Voice, find_voices

if TYPE_CHECKING:
    import duckdb

Rows = tuple[str, pa.Table]
"""A table of the ledger and rows for it."""
PAGE = 20_000
"""Incidents whose voices and figures are computed together."""


def write_links(connection: duckdb.DuckDBPyConnection, run: int, threshold: float) -> None:
    """Every pair that has a weight; `cut` says why the two stand apart, where they do."""
    connection.execute(f"""
        INSERT INTO links BY NAME
        SELECT {run} AS run, claim_l AS claim, claim_r AS other, weight, probability, agreements,
            CASE WHEN l.nr = r.nr THEN '' WHEN cuts.reason IS NOT NULL THEN cuts.reason ELSE 'weight below the threshold' END AS cut
        FROM weighed
        JOIN members AS l ON l.claim = claim_l JOIN members AS r ON r.claim = claim_r
        LEFT JOIN cuts USING (claim_l, claim_r)
    """)
    connection.execute("DELETE FROM linked_claims")
    connection.execute("INSERT INTO linked_claims SELECT claim, fingerprint FROM fingerprints")


def prepare_incidents(engine: DuckEngine, run: int) -> list[Rows]:
    """Make the tables that incidents are told from, and the rows of their voices and figures; nothing is written yet."""
    run_sql(engine.connection, "incidents.sql")
    found: list[Rows] = []
    for accounts in read_accounts(engine, PAGE):
        voices = {account.incident: find_voices(account.sources, account.similar) for account in accounts}
        rows = [
            {"run": run, "incident": incident, **msgspec.to_builtins(voice)}
            for incident, all_ in voices.items()
            for voice in all_
        ]
        figures = [row for account in accounts for row in _figures(account, voices[account.incident], run)]
        found += [_rows("voices", rows), _rows("figures", figures)]
    return found


def write_incidents(engine: DuckEngine, run: int, prepared: Iterable[Rows]) -> tuple[int, int]:
    """Incidents with their voices and figures; how many, and how many of two reports or more."""
    for table, rows in prepared:
        engine.append(table, rows)
    run_sql(engine.connection, "incident_rows.sql", run=str(run))
    counted = engine.query(
        "SELECT count(*) AS every, count(*) FILTER (WHERE len(reports) > 1) AS shared FROM incidents WHERE run = $1", [run]
    )
    return counted[0]["every"], counted[0]["shared"]


def write_threads(engine: DuckEngine, run: int, threads: Sequence[Thread]) -> int:
    """The threads; how many."""
    engine.append(*_rows("threads", [{"run": run, **msgspec.to_builtins(thread)} for thread in threads]))
    return len(threads)


def _figures(account: Account, voices: Sequence[Voice], run: int) -> Iterable[dict[str, Any]]:
    """A report that only recalls the happening has no say in its figures, unless all do."""
    voice_of = {voice.report: voice.voice for voice in voices}
    claims = [claim for claim in account.claims if not claim["recalled"]] or list(account.claims)
    told = read_tellings({**claim, "voice": voice_of.get(claim["report"], claim["report"])} for claim in claims)
    for figure in figures_of(told):
        yield {"run": run, "incident": account.incident, **msgspec.to_builtins(figure)}


def _rows(table: str, rows: Sequence[dict[str, Any]]) -> Rows:
    return table, pa.Table.from_pylist(list(rows), schema=JUDGED[table])

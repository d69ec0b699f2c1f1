"""The order of linking: lay out, block, weigh, group, write. Only what is new or changed is weighed again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from isnad.ledger.engines.duckdb import DuckEngine
from isnad.ledger.runs import Run, begin_run, finish_run, new_run
from isnad.link.fields import lay_out_fields
from isnad.link.grouping import group_claims
from isnad.link.model import Model
from isnad.link.scoring import score_candidates
from isnad.link.sql import run_sql
from isnad.link.threads import find_threads
from isnad.link.version import link_version
from isnad.link.workspace import workspace
from isnad.link.writing import prepare_incidents, write_incidents, write_links, write_threads
from isnad.records import Record

if TYPE_CHECKING:
    import duckdb

    from isnad.knowledge.load import Knowledge

CROWDED = 32
"""Reports at one place (on one day, or ever) from which two claims need more than the place in common to be compared."""
TOGETHER = 4.0
"""Weight of two claims that one report tells of one act at one place."""


class Linked(Record, frozen=True):
    """What came of a linking: claims that can belong to an incident, how many were compared anew, pairs weighed, links followed."""

    run: int
    claims: int
    compared: int
    pairs: int
    links: int
    cut: int
    incidents: int
    shared: int  # incidents of two reports or more
    threads: int


def link_ledger(engine: DuckEngine, knowledge: Knowledge, model: Model, everything: bool = False) -> Linked:
    """Link the current claims and write a new run of incidents, links, voices, figures and threads.

    With `everything`, nothing of the latest linking is used again; the outcome is the same. Where nothing is new since then, no run is
    added, and what the latest one found is returned.
    """
    verdicts = engine.query("SELECT coalesce(max_by(hash, position), '') AS last FROM verdicts")[0]["last"]
    settings = {"model": model.version, "code": link_version(), "verdicts": verdicts}
    run = new_run(engine, knowledge.digest, settings, [], kind="link")
    with workspace(engine) as connection:
        claims = lay_out_fields(connection, knowledge, model)
        before = _latest(engine)
        everything = everything or not _same_rules(before, run)
        compared = _weigh(connection, model, everything)
        if before and not compared and before["settings"] == run.settings and not _gone(connection):
            return msgspec.json.decode(before["summary"], type=Linked)
        links, cuts, pairs = group_claims(connection, engine, model)
        prepared, threads = prepare_incidents(engine, run.id), find_threads(engine)
        with engine.transaction():
            begin_run(engine, run)
            write_links(connection, run.id, model.threshold)
            incidents, shared = write_incidents(engine, run.id, prepared)
            write_threads(engine, run.id, threads)
            found = Linked(run.id, claims, compared, pairs, links - len(cuts), len(cuts), incidents, shared, len(threads))
            finish_run(engine, run, found)
    return found


def _latest(engine: DuckEngine) -> dict[str, Any] | None:
    """The row of the latest linking that was finished."""
    found = engine.query("SELECT * FROM runs WHERE kind = 'link' AND finished IS NOT NULL ORDER BY id DESC LIMIT 1")
    return found[0] if found else None


def _same_rules(before: dict[str, Any] | None, run: Run) -> bool:
    """Was the latest linking done with this model and code? What knowledge adds to a claim is in its fingerprint."""
    if before is None:
        return False
    mine, theirs = (msgspec.json.decode(settings, type=dict[str, str]) for settings in (run.settings, before["settings"]))
    return all(mine[name] == theirs.get(name) for name in ("model", "code"))


def _gone(connection: duckdb.DuckDBPyConnection) -> int:
    """How many claims of the latest linking the current readings have no more."""
    return int(connection.execute("SELECT count(*) FROM linked_claims ANTI JOIN fingerprints USING (claim)").fetchall()[0][0])


def _weigh(connection: duckdb.DuckDBPyConnection, model: Model, everything: bool) -> int:
    """Fill `weighed` (claim_l, claim_r, weight, probability, agreements) with old and new pairs; how many claims were compared."""
    run_sql(connection, "blocking.sql", crowded=str(CROWDED))
    run_sql(connection, "fingerprints.sql", everything=str(everything).lower())
    run_sql(connection, "candidates.sql", crowded=str(CROWDED))
    run_sql(connection, "resemblance.sql")
    score_candidates(connection, model)
    run_sql(connection, "together.sql")
    run_sql(connection, "weighed.sql", together=str(TOGETHER))
    return int(connection.execute("SELECT count(*) FROM changed").fetchall()[0][0])

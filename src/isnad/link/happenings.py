"""The order of linking: lay out, block, weigh, group, write. Only what is new or changed is weighed again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from isnad.ledger.engines.duckdb import DuckEngine
from isnad.ledger.runs import Run, begin_run, finish_run, new_run
from isnad.link.clusters import Cut, cluster
from isnad.link.fields import lay_out_fields
from isnad.link.groups import Edge, Told
from isnad.link.model import Model
from isnad.link.scoring import score_candidates
from isnad.link.sql import run_sql
from isnad.link.threads import find_threads
from isnad.link.verdicts import read_bonds
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
        edges, cuts, pairs = _group(connection, engine, model)
        prepared, threads = prepare_incidents(engine, run.id), find_threads(engine)
        with engine.transaction():
            begin_run(engine, run)
            write_links(connection, run.id, model.threshold)
            incidents, shared = write_incidents(engine, run.id, prepared)
            write_threads(engine, run.id, threads)
            found = Linked(run.id, claims, compared, pairs, edges - len(cuts), len(cuts), incidents, shared, len(threads))
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


def _group(connection: duckdb.DuckDBPyConnection, engine: DuckEngine, model: Model) -> tuple[int, list[Cut], int]:
    """Fill `members` and `cuts`; how many links there were, the cuts, and how many pairs had a weight."""
    claims = connection.execute(
        "SELECT claim, nr, if(day_how IS NULL, NULL, [day_from, day_to]), list_transform(spots, lambda spot: hash(spot)) FROM fields ORDER BY claim"
    ).fetchall()
    number = {claim: at for at, (claim, *_) in enumerate(claims)}
    told = [Told(nr, (days[0], days[1]) if days else None, frozenset(spots)) for _, nr, days, spots in claims]
    rows = connection.execute("SELECT claim_l, claim_r, weight FROM weighed ORDER BY claim_l, claim_r").fetchall()
    edges = [Edge(number[left], number[right], weight) for left, right, weight in rows]
    bonds = read_bonds(engine)
    together = [(number[a], number[b]) for a, b in bonds.together if a in number and b in number]
    apart = [(number[a], number[b]) for a, b in bonds.apart if a in number and b in number]
    groups, cuts = cluster(told, edges, model.threshold, model.fit, together, apart)
    _register(connection, "members", {"claim": [claim for claim, *_ in claims], "nr": groups})
    named = [claims[cut.left][0] for cut in cuts], [claims[cut.right][0] for cut in cuts], [cut.reason for cut in cuts]
    _register(connection, "cuts", dict(zip(("claim_l", "claim_r", "reason"), named, strict=True)))
    return sum(weight >= model.threshold for _, _, weight in rows), cuts, len(rows)


def _register(connection: duckdb.DuckDBPyConnection, name: str, columns: dict[str, Sequence[Any]]) -> None:
    import pyarrow as pa

    types = {column: pa.int64() if column == "nr" else pa.string() for column in columns}
    table = pa.table({column: pa.array(values, types[column]) for column, values in columns.items()})
    connection.register(f"{name}_made", table)
    connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM {name}_made")
    connection.unregister(f"{name}_made")

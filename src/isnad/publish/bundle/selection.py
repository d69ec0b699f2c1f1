"""The rows that were asked for: claims, the incidents they belong to, and all that hangs on these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from isnad.errors import QueryError
from isnad.ledger.claims import Asked, find_claims
from isnad.ledger.engines.engine import Engine
from isnad.publish.bundle.figures import select_figures
from isnad.publish.bundle.provenance import Provenance, trace
from isnad.publish.bundle.query import Query
from isnad.records import Record

Row = dict[str, Any]


class Selection(Record, frozen=True):
    """`claims` as asked, by day; `members` holds them and every other claim of `incidents`, by id.

    `figures` are those of the chosen policy, `voices` rows by incident, `reports` rows by id.
    """

    provenance: Provenance
    claims: Sequence[Row] = ()
    members: Mapping[str, Row] = {}
    incidents: Sequence[Row] = ()
    figures: Mapping[str, Sequence[Row]] = {}
    voices: Mapping[str, Sequence[Row]] = {}
    threads: Sequence[Row] = ()
    reports: Mapping[str, Row] = {}

    def of(self, group: Mapping[str, Any]) -> list[Row]:
        """The claims of an incident or a thread, in the order of its row; those of older readings are gone."""
        return [self.members[claim] for claim in group["claims"] if claim in self.members]


def select(engine: Engine, query: Query, made: str = "") -> Selection:
    """Everything for `query`. `made` is the ISO time to write down, else now. Raises QueryError."""
    held = set(engine.tables())
    claims, thread = _claims(engine, query, held)
    incidents = [] if thread else _touched(engine, "incidents", claims, held)
    members = _members(engine, claims, incidents)
    figures, version = select_figures(engine, query.policy, incidents, held)
    return Selection(
        provenance=trace(engine, query, version, made),
        claims=claims,
        members=members,
        incidents=incidents,
        figures=figures,
        voices=_voices(engine, incidents, held),
        threads=thread or _touched(engine, "threads", claims, held),
        reports=_reports(engine, members),
    )


def _claims(engine: Engine, query: Query, held: set[str]) -> tuple[list[Row], list[Row]]:
    """The claims as asked, by day, and the thread where one was."""
    if query.incident or query.thread:
        group = _group(engine, "incidents" if query.incident else "threads", query.incident or query.thread, held)
        found = _by_ids(engine, group["claims"])
        return [found[claim] for claim in dict.fromkeys(group["claims"]) if claim in found], ([group] if query.thread else [])
    if not query.where:
        return find_claims(engine, query.asked), []
    kept = [row["id"] for row in engine.query(f"SELECT id FROM current_claims WHERE ({query.where}\n)")]
    if query.asked != Asked():
        kept = sorted({claim["id"] for claim in find_claims(engine, query.asked)} & set(kept))
    return sorted(_by_ids(engine, kept).values(), key=_by_day), []


def _by_day(claim: Row) -> tuple[str, str, int]:
    """The order of `find_claims`."""
    day = claim["time"]["start"][:10] if claim["time"] else claim["published"]
    return day or "9999", claim["report"], claim["position"]


def _group(engine: Engine, table: str, prefix: str, held: set[str]) -> Row:
    found = _current(engine, table, "starts_with(id, $1)", [prefix], held)
    exact = [row for row in found if row["id"] == prefix] or found
    if len(exact) == 1:
        return exact[0]
    several = f"several {table} have ids that begin with {prefix!r}: {', '.join(row['id'] for row in exact[:9])}"
    raise QueryError(several if exact else f"no {table[:-1]} of this ledger has an id that begins with {prefix!r}")


def _current(engine: Engine, table: str, where: str, values: list[Any], held: set[str]) -> list[Row]:
    """Rows of the latest linking; none where the ledger was never linked, or is older than the table."""
    if table not in held:
        return []
    latest = f"run = (SELECT greatest((SELECT max(run) FROM incidents), (SELECT max(run) FROM {table})))"
    return engine.query(f"SELECT * FROM {table} WHERE {latest} AND {where} ORDER BY ALL", values)


def _touched(engine: Engine, table: str, claims: Sequence[Row], held: set[str]) -> list[Row]:
    """The incidents or threads that one of the claims stands in, by first day."""
    ids = [claim["id"] for claim in claims]
    found = _current(
        engine,
        table,
        f"id IN (SELECT id FROM (SELECT id, unnest(claims) AS claim FROM {table}) WHERE claim IN (SELECT unnest($1)))",
        [ids],
        held,
    )
    return sorted(found, key=lambda group: (group["start"] or "9999", group["id"]))


def _members(engine: Engine, claims: Sequence[Row], incidents: Iterable[Row]) -> dict[str, Row]:
    held = {claim["id"]: claim for claim in claims}
    missing = {claim for incident in incidents for claim in incident["claims"]} - held.keys()
    return {**held, **_by_ids(engine, missing)}


def _by_ids(engine: Engine, ids: Iterable[str]) -> dict[str, Row]:
    wanted = list(ids)
    rows = engine.query("SELECT * FROM current_claims WHERE id IN (SELECT unnest($1))", [wanted]) if wanted else []
    return {row["id"]: row for row in rows}


def _voices(engine: Engine, incidents: Iterable[Row], held: set[str]) -> dict[str, list[Row]]:
    """Rows of `voices` by incident."""
    found: dict[str, list[Row]] = {incident["id"]: [] for incident in incidents}
    for row in _current(engine, "voices", "incident IN (SELECT unnest($1))", [list(found)], held) if found else []:
        found[row["incident"]].append(row)
    return found


def _reports(engine: Engine, members: Mapping[str, Row]) -> dict[str, Row]:
    wanted = list({claim["report"] for claim in members.values()})
    columns = 'id, "text", title, outlet, url, sha256, published'
    rows = engine.query(f"SELECT {columns} FROM reports WHERE id IN (SELECT unnest($1))", [wanted]) if wanted else []
    return {row["id"]: row for row in rows}

"""The rows that were asked for: claims, the incidents they belong to, and all that hangs on these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from isnad.errors import QueryError
from isnad.ledger.claims import find_claims
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
    claims, thread = _claims(engine, query)
    incidents = _touched(_current(engine, "incidents", held), claims) if not thread else []
    members = _members(engine, [*claims], incidents)
    figures, version = select_figures(engine, query.policy, incidents, held)
    return Selection(
        provenance=trace(engine, query, version, made),
        claims=claims,
        members=members,
        incidents=incidents,
        figures=figures,
        voices=_by_incident(_current(engine, "voices", held), incidents),
        threads=thread or _touched(_current(engine, "threads", held), claims),
        reports=_reports(engine, members),
    )


def _claims(engine: Engine, query: Query) -> tuple[list[Row], list[Row]]:
    """The claims as asked, and the thread where one was."""
    if query.incident or query.thread:
        table = "incidents" if query.incident else "threads"
        group = _group(engine, table, query.incident or query.thread)
        wanted = dict.fromkeys(group["claims"])
        found = _by_ids(engine, wanted)
        return [found[claim] for claim in wanted if claim in found], ([group] if query.thread else [])
    found_claims = find_claims(engine, query.asked)
    if not query.where:
        return found_claims, []
    kept = {row["id"] for row in engine.query(f"SELECT id FROM current_claims WHERE ({query.where}\n)")}
    return [claim for claim in found_claims if claim["id"] in kept], []


def _group(engine: Engine, table: str, prefix: str) -> Row:
    found = [row for row in _current(engine, table, set(engine.tables())) if row["id"].startswith(prefix)]
    exact = [row for row in found if row["id"] == prefix] or found
    if len(exact) == 1:
        return exact[0]
    several = f"several {table} have ids that begin with {prefix!r}: {', '.join(row['id'] for row in exact[:9])}"
    raise QueryError(several if exact else f"no {table[:-1]} of this ledger has an id that begins with {prefix!r}")


def _current(engine: Engine, table: str, held: set[str]) -> list[Row]:
    """The rows of the latest linking; none where the ledger was never linked."""
    if not {table, "incidents"} <= held:
        return []
    latest = "SELECT greatest((SELECT max(run) FROM incidents), " + f"(SELECT max(run) FROM {table}))"
    return engine.query(
        f"SELECT * FROM {table} WHERE run = ({latest}) ORDER BY {'incident, report' if table == 'voices' else 'id'}"
    )


def _touched(groups: Iterable[Row], claims: Iterable[Row]) -> list[Row]:
    """The groups that one of the claims stands in, by first day."""
    wanted = {claim["id"] for claim in claims}
    found = [group for group in groups if not wanted.isdisjoint(group["claims"])]
    return sorted(found, key=lambda group: (group["start"] or "9999", group["id"]))


def _members(engine: Engine, claims: list[Row], incidents: Iterable[Row]) -> dict[str, Row]:
    held = {claim["id"]: claim for claim in claims}
    missing = {claim for incident in incidents for claim in incident["claims"]} - held.keys()
    return {**held, **_by_ids(engine, missing)}


def _by_ids(engine: Engine, ids: Iterable[str]) -> dict[str, Row]:
    rows = engine.query("SELECT * FROM current_claims WHERE list_contains($1, id)", [list(ids)])
    return {row["id"]: row for row in rows}


def _by_incident(rows: Iterable[Row], incidents: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {incident["id"]: [] for incident in incidents}
    for row in rows:
        if row["incident"] in found:
            found[row["incident"]].append(row)
    return found


def _reports(engine: Engine, members: Mapping[str, Row]) -> dict[str, Row]:
    wanted = list({claim["report"] for claim in members.values()})
    columns = 'id, "text", title, outlet, url, sha256, published'
    return {row["id"]: row for row in engine.query(f"SELECT {columns} FROM reports WHERE list_contains($1, id)", [wanted])}

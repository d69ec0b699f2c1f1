"""Ask the ledger for incidents: all of them, one by the beginning of its id, its claims, its links."""

from __future__ import annotations

from collections import defaultdict

from isnad.errors import QueryError
from isnad.ledger.engines.engine import Engine
from isnad.ledger.rows import Row

_FOUND = """
    SELECT *, len(reports) AS told_by FROM current_incidents
    WHERE len(reports) >= $least AND ($since IS NULL OR "end" >= $since) AND ($until IS NULL OR "start" <= $until)
        AND ($place IS NULL OR place.id = $place OR contains(folded(place."name"), folded($place)) OR contains(folded(place."text"), folded($place)))
        AND ($act IS NULL OR act = $act)
"""


def find_incidents(
    engine: Engine,
    least: int = 0,
    since: str | None = None,
    until: str | None = None,
    place: str | None = None,
    act: str | None = None,
    limit: int | None = None,
) -> list[Row]:
    """Rows of `current_incidents`, by day; with `limit`, those that most reports tell. Raises QueryError where nothing was linked."""
    _linked(engine)
    order = 'ORDER BY "start" NULLS LAST, id' if limit is None else f"ORDER BY told_by DESC, voices DESC, id LIMIT {limit}"
    return engine.query(_FOUND + order, {"least": least, "since": since, "until": until, "place": place, "act": act})


def find_incident(engine: Engine, prefix: str) -> Row:
    """The one incident whose id begins so. Raises QueryError where there is none, or several."""
    _linked(engine)
    found = engine.query("SELECT * FROM current_incidents WHERE starts_with(id, $1) ORDER BY id LIMIT 9", [prefix])
    if not found:
        raise QueryError(f"no incident has an id that begins with {prefix!r}; `isnad incidents` lists them")
    if len(found) > 1:
        raise QueryError(f"several incidents have ids that begin with {prefix!r}: {', '.join(row['id'] for row in found)}")
    return found[0]


def figures_of_incidents(engine: Engine) -> dict[str, list[Row]]:
    """Incident → its figures of the latest linking, by policy, harm and whom."""
    rows = engine.query(
        "SELECT * EXCLUDE (run) FROM figures WHERE run = (SELECT max(run) FROM incidents) ORDER BY incident, policy, harm, whom"
    )
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.pop("incident")].append(row)
    return found


def claims_of_incident(engine: Engine, incident: Row) -> list[Row]:
    """Its claims that the current readings still have, by day of publication, each with the `voice` of its report and why.

    A report that only recalls the happening has no voice.
    """
    return engine.query(
        """SELECT current_claims.*, voices.voice, voices.reason FROM current_claims
           LEFT JOIN voices ON voices.report = current_claims.report AND voices.incident = $1 AND voices.run = $2
           WHERE list_contains($3, current_claims.id) ORDER BY published NULLS LAST, current_claims.report, position""",
        [incident["id"], incident["run"], incident["claims"]],
    )


def links_of_incident(engine: Engine, incident: Row) -> list[Row]:
    """Links between its claims, heaviest first, and links that lead out of it, with the reason why they were cut."""
    return engine.query(
        """SELECT claim, other, weight, probability, agreements, cut FROM links
           WHERE run = $1 AND (list_contains($2, claim) OR list_contains($2, other)) ORDER BY weight DESC, claim, other""",
        [incident["run"], incident["claims"]],
    )


def _linked(engine: Engine) -> None:
    if not {"voices", "threads"} <= set(engine.tables()) or not engine.query("SELECT 1 AS yes FROM incidents LIMIT 1"):
        raise QueryError("nothing is linked yet; `isnad link` brings claims together as incidents")

"""Ask the ledger for claims: by party, place, day, act, speaker; or one by the beginning of its id."""

from __future__ import annotations

from typing import Any

from isnad.errors import QueryError
from isnad.ledger.engines.engine import Engine
from isnad.records import Record

_NAMED = "len(list_filter({list}, lambda x: x.id = ${name} OR contains(folded(x.name), folded(${name})) OR contains(folded(x.text), folded(${name})))) > 0"
_CONDITIONS = {
    "actor": _NAMED.format(list="list_concat(agent, target, counterpart)", name="actor"),
    "speaker": _NAMED.format(list="speakers", name="speaker"),
    "place": f"({_NAMED.format(list='places', name='place')} OR len(list_filter(places, "
    "lambda x: len(list_filter(x.within, lambda y: contains(folded(y), folded($place)))) > 0)) > 0)",
    "act": "act = $act",
    "status": "status = $status",
    "report": "report = $report",
    "since": """substr("time"."end", 1, 10) >= $since""",
    "until": """substr("time"."start", 1, 10) <= $until""",
}


class Asked(Record, frozen=True):
    """What to look for; None asks nothing. Names match by id or by a part of the name, letters folded; days are ISO."""

    actor: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    act: str | None = None
    speaker: str | None = None
    status: str | None = None
    report: str | None = None


def find_claims(engine: Engine, asked: Asked, limit: int | None = None) -> list[dict[str, Any]]:
    """Rows of `current_claims`, by day, then report, then position."""
    wanted = {name: getattr(asked, name) for name in asked.__struct_fields__ if getattr(asked, name) is not None}
    where = " AND ".join(_CONDITIONS[name] for name in wanted) or "true"
    order = """ORDER BY coalesce(substr("time"."start", 1, 10), published) NULLS LAST, report, position"""
    return engine.query(f"SELECT * FROM current_claims WHERE {where} {order} LIMIT {limit or 'ALL'}", wanted)


def find_claim(engine: Engine, prefix: str) -> dict[str, Any]:
    """The one claim whose id begins so. Raises QueryError where there is none, or several."""
    found = engine.query("SELECT * FROM current_claims WHERE starts_with(id, $1) ORDER BY id LIMIT 9", [prefix])
    if not found:
        raise QueryError(f"no claim has an id that begins with {prefix!r}; `isnad claims` lists them")
    if len(found) > 1:
        raise QueryError(f"several claims have ids that begin with {prefix!r}: {', '.join(row['id'][:10] for row in found)}")
    return found[0]


def find_report(engine: Engine, report: str) -> dict[str, Any]:
    """The report of this id. Raises QueryError where there is none."""
    found = engine.query("SELECT * FROM reports WHERE id = $1", [report])
    if not found:
        raise QueryError(f"no report has the id {report!r}")
    return found[0]

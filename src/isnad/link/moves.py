"""Claims as moves of a negotiation: who, about what, where, on which day, and which other moves a report links them to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from isnad.ledger.engines.engine import Engine
from isnad.records import Record

MOVES = ("demand", "offer", "agree", "reject", "breach", "threaten", "halt", "meet", "release", "withdraw", "transfer")
LINKED = ("content_of", "condition_for", "in_exchange_for", "in_response_to", "breaks")
VAGUE = ("other", "meet")
"""Contents that say nothing of what a negotiation is about."""


class Move(Record, frozen=True):
    """A claim as a move: its parties (ids, else names), its day (ISO), the acts that are its content, its places, the claims it links to."""

    claim: str
    report: str
    act: str
    day: str
    parties: frozenset[str]
    issues: frozenset[str]
    places: frozenset[str]
    linked: tuple[str, ...]


def read_moves(engine: Engine) -> list[Move]:
    """The moves among the current claims, in the order of their days."""
    contents = _contents(engine)
    moves = [_move(row, contents.get(row["id"], frozenset())) for row in engine.query(_MOVES, [list(MOVES)])]
    return sorted(moves, key=lambda move: (move.day, move.report, move.claim))


_MOVES = """
    SELECT id, report, act, agent, target, counterpart, places, links, coalesce(left("time"."start", 10), published) AS day
    FROM current_claims WHERE list_contains($1, act) AND status IN ('happened', 'ongoing', 'denied') AND day IS NOT NULL
"""


def _contents(engine: Engine) -> dict[str, frozenset[str]]:
    """Claim → acts that are its content."""
    rows = engine.query("""
        SELECT link."to" AS claim, list(DISTINCT act) AS acts
        FROM (SELECT act, unnest(links) AS link FROM current_claims) WHERE link.type = 'content_of' GROUP BY 1
    """)
    return {row["claim"]: frozenset(row["acts"]).difference(VAGUE) for row in rows}


def _move(row: Mapping[str, Any], issues: frozenset[str]) -> Move:
    actors = [*row["agent"], *row["counterpart"], *(row["target"] if row["act"] in ("threaten", "breach") else [])]
    linked = tuple(link["to"] for link in row["links"] if link["type"] in LINKED)
    own = frozenset({row["act"]} & {"halt", "release", "withdraw", "transfer"})
    return Move(
        row["id"], row["report"], row["act"], row["day"][:10], _parties(actors), issues | own, _places(row["places"]), linked
    )


def _parties(actors: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Known parties by id, others by name; «the parties», «the envoy» and whoever else goes by one word is nobody in particular."""
    named = (actor["id"] or (actor["name"] if " " in actor["name"] else "") for actor in actors)
    return frozenset(name for name in named if name and not name.startswith("kind."))


def _places(places: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(
        place["id"] or place["name"] for place in places if place["kind"] != "country" and (place["id"] or place["name"])
    )

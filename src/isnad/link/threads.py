"""Negotiation threads: demands, conditions, offers, refusals, deals and breaches of the same parties about the same issue."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from isnad.ledger.engines.engine import Engine
from isnad.records import Record

MOVES = ("demand", "offer", "agree", "reject", "breach", "threaten", "halt", "meet", "release", "withdraw", "transfer")
OPENING = ("demand", "offer", "agree", "reject", "breach")
"""A thread has at least one of these; the others join it."""
PAUSE = 14
"""Days without a move after which a thread is over."""
LINKED = ("content_of", "condition_for", "in_exchange_for", "in_response_to", "breaks")


class Thread(Record, frozen=True):
    """Moves in the order of their days; `issues` are the acts demanded, offered or agreed."""

    id: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    start: str | None
    end: str | None


class Move(Record, frozen=True):
    """A claim as a move: its parties (ids, else names), its day, the acts that are its content, the claims it is linked to."""

    claim: str
    report: str
    act: str
    day: str
    parties: frozenset[str]
    issues: frozenset[str]
    linked: tuple[str, ...]


def find_threads(engine: Engine) -> list[Thread]:
    """The threads of the current claims."""
    moves = [_move(row) for row in engine.query(_MOVES, [list(MOVES)])]
    contents = _contents(engine)
    moves = [Move(m.claim, m.report, m.act, m.day, m.parties, contents.get(m.claim, frozenset()), m.linked) for m in moves]
    groups = _group(sorted(moves, key=lambda move: (move.day, move.report, move.claim)))
    return [_thread(group) for group in groups if len(group) > 1 and any(move.act in OPENING for move in group)]


_MOVES = """
    SELECT id, report, act, agent, target, counterpart, links, coalesce(left("time"."start", 10), published) AS day
    FROM current_claims WHERE list_contains($1, act) AND status IN ('happened', 'ongoing', 'denied') AND day IS NOT NULL
"""


def _contents(engine: Engine) -> dict[str, frozenset[str]]:
    """Claim → acts that are its content."""
    rows = engine.query("""
        SELECT link."to" AS claim, list(DISTINCT act) AS acts
        FROM (SELECT act, unnest(links) AS link FROM current_claims) WHERE link.type = 'content_of' GROUP BY 1
    """)
    return {row["claim"]: frozenset(row["acts"]) for row in rows}


def _move(row: Mapping[str, Any]) -> Move:
    actors = [*row["agent"], *row["counterpart"], *(row["target"] if row["act"] in ("threaten", "breach") else [])]
    parties = frozenset(actor["id"] or actor["name"] for actor in actors if not actor["id"].startswith("kind."))
    linked = tuple(link["to"] for link in row["links"] if link["type"] in LINKED)
    return Move(row["id"], row["report"], row["act"], row["day"], parties, frozenset(), linked)


def _group(moves: Sequence[Move]) -> list[list[Move]]:
    """In the order of days: a move joins the thread it is linked to, else the latest one that shares its parties and issue."""
    threads: list[list[Move]] = []
    of: dict[str, int] = {}
    recent: dict[str, list[int]] = defaultdict(list)
    for move in moves:
        at = _linked_thread(move, of)
        if at is None:
            at = _fitting_thread(move, threads, recent)
        if at is None:
            at = len(threads)
            threads.append([])
        threads[at].append(move)
        of[move.claim] = at
        for party in move.parties:
            if at not in recent[party][-20:]:
                recent[party].append(at)
    return threads


def _linked_thread(move: Move, of: Mapping[str, int]) -> int | None:
    return next((of[claim] for claim in move.linked if claim in of), None)


def _fitting_thread(move: Move, threads: Sequence[Sequence[Move]], recent: Mapping[str, Sequence[int]]) -> int | None:
    """Two shared parties, or one and the same issue, within PAUSE days of the thread's last move."""
    near = {at for party in move.parties for at in recent.get(party, ())[-20:]}
    for at in sorted(near, reverse=True):
        thread = threads[at]
        if _days(thread[-1].day, move.day) > PAUSE:
            continue
        shared = len(move.parties & frozenset().union(*(other.parties for other in thread)))
        issue = move.issues & frozenset().union(*(other.issues for other in thread))
        if shared >= 2 or (shared and issue):
            return at
    return None


def _days(earlier: str, later: str) -> int:
    return abs((datetime.date.fromisoformat(later[:10]) - datetime.date.fromisoformat(earlier[:10])).days)


def _thread(moves: Sequence[Move]) -> Thread:
    return Thread(
        f"thread-{moves[0].claim[1:9]}",
        tuple(move.claim for move in moves),
        tuple(dict.fromkeys(move.report for move in moves)),
        tuple(_most(party for move in moves for party in move.parties)),
        tuple(_most(issue for move in moves for issue in move.issues)),
        min(move.day for move in moves),
        max(move.day for move in moves),
    )


def _most(names: Iterable[str]) -> list[str]:
    """Each once, the most frequent first."""
    counts: dict[str, int] = defaultdict(int)
    for name in names:
        counts[name] += 1
    return sorted(counts, key=lambda name: (-counts[name], name))

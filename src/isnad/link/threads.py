"""Negotiation threads: demands, conditions, offers, refusals, deals and breaches of the same parties about the same issue.

A move joins a thread when a report links it to one of the thread's moves, or when it fits at least half of the thread's moves of the
last days. So one party that talks to everybody, or one issue that everybody talks about, does not chain threads together.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from isnad.ledger.engines.engine import Engine
from isnad.link.moves import Move, read_moves
from isnad.records import Record

OPENING = ("demand", "offer", "agree", "reject", "breach")
"""A thread has at least one of these; the others join it."""
PAUSE = 14
"""Days without a move after which a thread is over."""
RECENT = 20
"""Threads of a party that are looked at, the latest first."""


class Thread(Record, frozen=True):
    """Moves in the order of their days; `issues` are the acts demanded, offered or agreed."""

    id: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    start: str | None
    end: str | None


def find_threads(engine: Engine) -> list[Thread]:
    """The threads of the current claims: two moves or more, of two parties or more, one of them an opening."""
    return [_thread(group) for group in _group(read_moves(engine)) if _negotiation(group)]


def _negotiation(moves: Sequence[Move]) -> bool:
    parties = frozenset().union(*(move.parties for move in moves))
    return len(moves) > 1 and len(parties) > 1 and any(move.act in OPENING for move in moves)


def fit(one: Move, other: Move) -> bool:
    """Two parties in common and the issue or the place; all parties in common and neither against it; or one party, the issue and the place."""
    shared = len(one.parties & other.parties)
    issue, place = one.issues & other.issues, one.places & other.places
    against = (one.issues and other.issues and not issue) or (one.places and other.places and not place)
    if shared >= 2 and not against:
        return bool(issue or place) or one.parties == other.parties
    return bool(shared and issue and place)


def _group(moves: Sequence[Move]) -> list[list[Move]]:
    """In the order of days; where several threads fit, the one that fits best, of equals the latest."""
    threads: list[list[Move]] = []
    of: dict[str, int] = {}
    recent: dict[str, list[int]] = defaultdict(list)
    for move in moves:
        at = next((of[claim] for claim in move.linked if claim in of), None)
        if at is None:
            at = _fitting_thread(move, threads, recent)
        if at is None:
            at = len(threads)
            threads.append([])
        threads[at].append(move)
        of[move.claim] = at
        for party in move.parties:
            if at not in recent[party][-RECENT:]:
                recent[party].append(at)
    return threads


def _fitting_thread(move: Move, threads: Sequence[Sequence[Move]], recent: Mapping[str, Sequence[int]]) -> int | None:
    near = {at for party in move.parties for at in recent.get(party, ())[-RECENT:]}
    share, at = max(((_share(move, threads[at]), at) for at in near), default=(0.0, 0))
    return at if share >= 0.5 else None


def _share(move: Move, thread: Sequence[Move]) -> float:
    """Of the thread's moves of the last days, the share that the move fits."""
    lately = [other for other in thread if _days(other.day, move.day) <= PAUSE]
    return sum(fit(move, other) for other in lately) / len(lately) if lately else 0.0


def _days(earlier: str, later: str) -> int:
    return abs((datetime.date.fromisoformat(later) - datetime.date.fromisoformat(earlier)).days)


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
    counts = Counter(names)
    return sorted(counts, key=lambda name: (-counts[name], name))

"""What verdicts ask of linking: which claims stay together, which stay apart."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from isnad.ledger.engines.engine import Engine
from isnad.ledger.verdicts import standing_verdicts
from isnad.records import Record, Verdict

Pair = tuple[str, str]


class Bonds(Record, frozen=True):
    """Pairs of claims that belong together, and pairs that do not; where both are asked for, the later verdict holds."""

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()


def read_bonds(engine: Engine) -> Bonds:
    """The bonds of all standing verdicts. An incident stands for the claims it had when the verdict was given."""
    together: dict[Pair, None] = {}
    apart: dict[Pair, None] = {}
    for verdict in standing_verdicts(engine):
        joined, parted = _asked(engine, verdict)
        for pair in joined:
            apart.pop(pair, None)
            together[pair] = None
        for pair in parted:
            together.pop(pair, None)
            apart[pair] = None
    return Bonds(tuple(together), tuple(apart))


def _asked(engine: Engine, verdict: Verdict) -> tuple[Iterable[Pair], Iterable[Pair]]:
    """`same` and `merge` bind every claim to the others; `split` parts the claims named from the rest of the incident."""
    if verdict.kind == "merge":
        claims = [claim for subject in verdict.subjects for claim in _claims_then(engine, subject, verdict.at)]
        return _all_pairs(claims), ()
    if verdict.kind == "same":
        return _all_pairs(verdict.subjects), ()
    if verdict.kind == "not_same":
        return (), _all_pairs(verdict.subjects)
    if verdict.kind == "split":
        incident, *leaving = verdict.subjects
        rest = [claim for claim in _claims_then(engine, incident, verdict.at) if claim not in leaving]
        return (*_all_pairs(leaving), *_all_pairs(rest)), (_pair(a, b) for a in leaving for b in rest)
    return (), ()


def _claims_then(engine: Engine, subject: str, at: str) -> list[str]:
    """The claims of an incident in the last linking before the verdict; a claim stands for itself."""
    rows = engine.query(
        """SELECT claims FROM incidents JOIN runs ON runs.id = incidents.run
           WHERE incidents.id = $1 AND runs.started <= $2::TIMESTAMPTZ ORDER BY run DESC LIMIT 1""",
        [subject, at],
    )
    return list(rows[0]["claims"]) if rows else [subject]


def _all_pairs(claims: Iterable[str]) -> list[Pair]:
    return [_pair(a, b) for a, b in itertools.combinations(dict.fromkeys(claims), 2)]


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)

"""Acts: which heads tell one, and which code they take. Lexicon and means propose, weights choose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from isnad.extract.claims.act_features import REACH, HeadParts, report_part
from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.extract.weights import THRESHOLD, Part, logistic, rate
from isnad.knowledge.load import Knowledge

GENERIC = frozenset(("attack", "harm", "destroy", "operation"))  # a told means makes them more particular


class Candidate(NamedTuple):
    """A head read as an act; `last` is the word after the phrase that named it."""

    head: int
    act: str
    last: int
    parts: tuple[Part, ...]


class Trigger(NamedTuple):
    """A head that tells an act, with its probability and what it rests on."""

    head: int
    act: str
    last: int
    score: float
    parts: tuple[Part, ...]


def find_candidates(field: FieldReading, knowledge: Knowledge) -> list[Candidate]:
    """Every (head, act) that the lexicon or a means beside the head proposes, with its features."""
    report = report_part(field)
    told = _told_kinds(field, knowledge)
    seen: Counter[str] = Counter()
    found: list[Candidate] = []
    for at, head in enumerate(field.heads):
        proposed = list(_proposed(field, head, told, knowledge))
        if not proposed:
            continue
        parts = HeadParts(field, at, report, knowledge)
        found += [
            Candidate(at, act, last, parts.of_act(act, how, rank, seen[act])) for rank, (act, last, how) in enumerate(proposed)
        ]
        for act in {a for a, _, _ in proposed}:
            seen[act] += 1
    return found


def _told_kinds(field: FieldReading, knowledge: Knowledge) -> tuple[str, ...]:
    """The particular kinds of force that the report tells anywhere, the commonest first: «القصف» later on is one of them."""
    kinds = set(knowledge.means_acts.values())
    counts = Counter(h.acts[0][0] for h in field.heads if h.acts and h.acts[0][0] in kinds)
    counts.update(knowledge.means_acts[m] for _, m in field.means if m in knowledge.means_acts)
    return tuple(act for act, _ in counts.most_common(2))


def _proposed(field: FieldReading, head: Head, told: tuple[str, ...], knowledge: Knowledge) -> Iterator[tuple[str, int, str]]:
    yielded = set()
    for act, last in head.acts:
        yielded.add(act)
        yield act, last, "content" if (act, last) in head.contents else "lexicon"
    if GENERIC & yielded or "shell" in yielded:
        for means in field.means_near(head.first, REACH):
            act = knowledge.means_acts.get(means, "")
            if act and act not in yielded:
                yielded.add(act)
                yield act, head.last, "means"
        for act in told:
            if act not in yielded and not (yielded & {"harm", "operation"}):
                yielded.add(act)
                yield act, head.last, "told"


def choose_acts(field: FieldReading, candidates: list[Candidate], knowledge: Knowledge) -> list[Trigger]:
    """For each head the best act, where its probability reaches the threshold; overlapping phrases of one act count once.

    Page furniture tells nothing, whatever its words.
    """
    weights = knowledge.weights.get("act", {})
    best: dict[int, Trigger] = {}
    for c in candidates:
        p = logistic(rate("act", weights, c.parts))
        if p >= THRESHOLD["act"] and (c.head not in best or p > best[c.head].score):
            best[c.head] = Trigger(c.head, c.act, c.last, p, c.parts)
    return [best[h] for h in sorted(best) if field.lines[field.line_of[field.heads[h].first]].kind != "furniture"]

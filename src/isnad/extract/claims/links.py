"""Links between claims: what is demanded belongs to its demand, what answers to what it answers."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.claims.acts import Trigger
from isnad.extract.clauses.clauses import path
from isnad.extract.field import FieldReading
from isnad.extract.weights import THRESHOLD, scores
from isnad.knowledge.load import Knowledge

TYPES = ("content_of", "condition_for", "in_exchange_for", "in_response_to", "breaks", "part_of", "purpose_of")
PARENTS = {"demanded": "demand", "offered": "offer", "agreed": "agree"}
UNBLAMED = frozenset(("accuse", "demand", "meet", "support"))  # said beside an accusation, seldom what somebody is accused of
REACH = 1  # sentences


class LinkOption(NamedTuple):
    features: tuple[str, ...]


def link_features(field: FieldReading, a: Trigger, b: Trigger, status_a: str, status_b: str) -> tuple[str, ...]:
    """What speaks for a link from act `a` to act `b` (content → demand, answer → offer)."""
    ha, hb = field.heads[a.head], field.heads[b.head]
    gap = ha.sentence - hb.sentence
    order = "later" if ha.first > hb.first else "earlier"
    relation = next((r for p, r, _ in path(field.nodes, a.head) if p == b.head), "none")
    depth = next((i for i, (p, _, _) in enumerate(path(field.nodes, a.head)) if p == b.head), 9)
    between = sum(bool(h.acts) for h in field.heads_in(min(ha.first, hb.first) + 1, max(ha.first, hb.first)))
    distance = min(abs(ha.first - hb.first) // 4, 8) if gap == 0 else "x"
    pre = field.words.types[ha.first].best.before[-1:] or ("",)
    cue = [field.words.types[p].fold for p in range(max(0, ha.first - 2), ha.first)]
    return (
        f"{a.act}>{b.act}", f">{b.act}", f"{a.act}>", f"{status_a}>{b.act}", f"{status_a}>{status_b}", f"gap={gap}/{order}", f"rel={relation}/{depth}", f"rel={relation}/{b.act}", f"between={min(between, 3)}/{gap}",
        f"distance={distance}/{order}", f"status={status_a}/rel={relation}", f"status={status_a}/{b.act}/{gap}/{order}", f"pre={pre[0]}/{b.act}", *(f"cue={c}" for c in cue), f"tense={ha.tense}/{hb.tense}/{order}",
        f"{b.act}/{distance}/{order}", f"{b.act}/between={min(between, 3)}/{gap}",
    )  # fmt: skip


def choose_links(
    field: FieldReading, triggers: list[Trigger], statuses: list[str], knowledge: Knowledge
) -> list[tuple[int, int, str]]:
    """(from, to, type) over trigger indexes: for each trigger at most one link of each type, the likeliest."""
    found: list[tuple[int, int, str]] = []
    weights = knowledge.answers.get("link", {})
    for i, a in enumerate(triggers):
        best: dict[str, tuple[float, int]] = {}
        for j, b in enumerate(triggers):
            if i == j or abs(field.heads[a.head].sentence - field.heads[b.head].sentence) > REACH:
                continue
            features = link_features(field, a, b, statuses[i], statuses[j])
            for kind, p in zip(TYPES, scores(weights, features, len(TYPES)), strict=True):
                if p >= max(THRESHOLD["link"], best.get(kind, (0.0, -1))[0]):
                    best[kind] = (p, j)
        if "content_of" not in best and (parent := _parent(field, triggers, statuses, i)) >= 0:
            best["content_of"] = (1.0, parent)
        found.extend((i, j, kind) for kind, (_, j) in best.items())
    return found


def _parent(field: FieldReading, triggers: list[Trigger], statuses: list[str], i: int) -> int:
    """The demand, offer or deal that a content of that status belongs to: above it in the tree, else the nearest before it; what stands under an accusation."""
    head = field.heads[triggers[i].head]
    above = [p for p, _, _ in path(field.nodes, triggers[i].head)]
    wanted = PARENTS.get(statuses[i], "")
    for j in sorted(
        range(len(triggers)), key=lambda j: (triggers[j].head not in above, abs(field.heads[triggers[j].head].first - head.first))
    ):
        other = field.heads[triggers[j].head]
        if j == i or other.first > head.first or head.sentence - other.sentence > REACH:
            continue
        if wanted and triggers[j].act == wanted:
            return j
        if (
            triggers[j].act == "accuse"
            and triggers[j].head in above[:2]
            and other.sentence == head.sentence
            and triggers[i].act not in UNBLAMED
        ):
            return j
    return -1

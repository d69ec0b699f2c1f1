"""Links between claims: what is demanded belongs to its demand, what answers to what it answers."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from itertools import accumulate
from operator import add
from typing import Any, NamedTuple

from isnad.extract.claims.acts import Trigger
from isnad.extract.clauses.clauses import path
from isnad.extract.field import FieldReading
from isnad.extract.weights import THRESHOLD, kept, logistic, totals
from isnad.knowledge.load import Knowledge

TYPES = ("content_of", "condition_for", "in_exchange_for", "in_response_to", "breaks", "part_of", "purpose_of")
PARENTS = {"demanded": "demand", "offered": "offer", "agreed": "agree"}
UNBLAMED = frozenset(("accuse", "demand", "meet", "support"))  # said beside an accusation, seldom what somebody is accused of
REACH = 1  # sentences
HOPELESS = math.log(THRESHOLD["link"] / (1.0 - THRESHOLD["link"])) - 0.01  # sums below it stay below the threshold


class LinkOption(NamedTuple):
    features: tuple[str, ...]


class Side(NamedTuple):
    """One act of a pair, with what its features ask for."""

    act: str
    status: str
    head: int
    first: int
    sentence: int
    tense: str
    pre: str
    cues: tuple[str, ...]
    above: tuple[tuple[int, str], ...]  # heads up to the root, with the relation below each


def side_of(field: FieldReading, trigger: Trigger, status: str) -> Side:
    """What the links of an act go by."""
    head, types = field.heads[trigger.head], field.words.types
    pre = types[head.first].best.before[-1:] or ("",)
    cues = tuple(types[p].fold for p in range(max(0, head.first - 2), head.first))
    above = tuple((p, r) for p, r, _ in path(field.nodes, trigger.head))
    return Side(trigger.act, status, trigger.head, head.first, head.sentence, head.tense, pre[0], cues, above)


def link_features(field: FieldReading, a: Trigger, b: Trigger, status_a: str, status_b: str) -> tuple[str, ...]:
    """What speaks for a link from act `a` to act `b` (content → demand, answer → offer)."""
    one, other = side_of(field, a, status_a), side_of(field, b, status_b)
    between = sum(bool(h.acts) for h in field.heads_in(min(one.first, other.first) + 1, max(one.first, other.first)))
    return tuple(f for make, told in _families(one, other, between) for f in make(*told))


def _families(a: Side, b: Side, between: int) -> tuple[tuple[Callable[..., tuple[str, ...]], tuple[Any, ...]], ...]:
    """The features of a pair by what they are made from: each family returns again and again."""
    gap = a.sentence - b.sentence
    order = "later" if a.first > b.first else "earlier"
    depth, relation = next(((i, r) for i, (p, r) in enumerate(a.above) if p == b.head), (9, "none"))
    distance = min(abs(a.first - b.first) // 4, 8) if gap == 0 else "x"
    near = min(between, 3)
    return (
        (_of_acts, (a.act, b.act, a.status, b.status)),
        (_of_tree, (relation, depth, b.act, a.status, gap, order)),
        (_of_words, (near, gap, distance, order, b.act)),
        (_of_cues, (a.pre, a.cues, b.act)),
        (_of_tenses, (a.tense, b.tense, order)),
    )


def _of_acts(a: str, b: str, status_a: str, status_b: str) -> tuple[str, ...]:
    return (f"{a}>{b}", f">{b}", f"{a}>", f"{status_a}>{b}", f"{status_a}>{status_b}")


def _of_tree(relation: str, depth: int, b: str, status_a: str, gap: int, order: str) -> tuple[str, ...]:
    return (
        f"gap={gap}/{order}", f"rel={relation}/{depth}", f"rel={relation}/{b}", f"status={status_a}/rel={relation}", f"status={status_a}/{b}/{gap}/{order}",
    )  # fmt: skip


def _of_words(near: int, gap: int, distance: int | str, order: str, b: str) -> tuple[str, ...]:
    return (f"between={near}/{gap}", f"distance={distance}/{order}", f"{b}/{distance}/{order}", f"{b}/between={near}/{gap}")


def _of_cues(pre: str, cues: tuple[str, ...], b: str) -> tuple[str, ...]:
    return (f"pre={pre}/{b}", *(f"cue={c}" for c in cues))


def _of_tenses(a: str, b: str, order: str) -> tuple[str, ...]:
    return (f"tense={a}/{b}/{order}",)


def _rated(weights: Mapping[str, Sequence[float]], a: Side, b: Side, between: int) -> list[float]:
    """The sums of weights of the link types for a pair."""
    held = kept("link", weights)
    rows = []
    for family in _families(a, b, between):
        row = held.get(family)
        if row is None:
            make, told = family
            row = held[family] = tuple(totals(weights, make(*told), len(TYPES), bias=make is _of_acts))
        rows.append(row)
    return [reduce(add, column) for column in zip(*rows, strict=True)]


def choose_links(
    field: FieldReading, triggers: list[Trigger], statuses: list[str], knowledge: Knowledge
) -> list[tuple[int, int, str]]:
    """(from, to, type) over trigger indexes: for each trigger at most one link of each type, the likeliest."""
    found: list[tuple[int, int, str]] = []
    sides = [side_of(field, trigger, status) for trigger, status in zip(triggers, statuses, strict=True)]
    acts = list(accumulate((bool(h.acts) for h in field.heads), initial=0))
    for i in range(len(sides)):
        best = _likeliest(field, sides, i, acts, knowledge)
        if "content_of" not in best and (parent := _parent(sides, i)) >= 0:
            best["content_of"] = (1.0, parent)
        found.extend((i, j, kind) for kind, (_, j) in best.items())
    return found


def _likeliest(
    field: FieldReading, sides: list[Side], i: int, acts: list[int], knowledge: Knowledge
) -> dict[str, tuple[float, int]]:
    """The likeliest partner for each type of link, where its probability reaches the threshold. `acts` counts heads with acts up to each head."""
    weights = knowledge.answers.get("link", {})
    best: dict[str, tuple[float, int]] = {}
    a = sides[i]
    for j, b in enumerate(sides):
        if i == j or abs(a.sentence - b.sentence) > REACH:
            continue
        low, high = sorted((a.head, b.head))
        rated = _rated(weights, a, b, max(0, acts[high] - acts[low + 1]))
        if max(rated) < HOPELESS:
            continue
        for kind, p in zip(TYPES, map(logistic, rated), strict=True):
            if p >= max(THRESHOLD["link"], best.get(kind, (0.0, -1))[0]):
                best[kind] = (p, j)
    return best


def _parent(sides: list[Side], i: int) -> int:
    """The demand, offer or deal that a content of that status belongs to: above it in the tree, else the nearest before it; what stands under an accusation."""
    a = sides[i]
    wanted = PARENTS.get(a.status, "")
    above = [p for p, _ in a.above]
    fit = [
        j
        for j, b in enumerate(sides)
        if j != i and b.first <= a.first and a.sentence - b.sentence <= REACH and (b.act in (wanted, "accuse"))
    ]
    for j in sorted(fit, key=lambda j: (sides[j].head not in above, abs(sides[j].first - a.first))):
        b = sides[j]
        if wanted and b.act == wanted:
            return j
        if b.act == "accuse" and b.head in above[:2] and b.sentence == a.sentence and a.act not in UNBLAMED:
            return j
    return -1

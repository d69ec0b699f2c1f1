"""Losses tied to the acts that cost them: each loss goes to the act that it fits best, or to none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.extract.claims.acts import Trigger
from isnad.extract.clauses.clauses import path
from isnad.extract.field import FieldReading
from isnad.extract.losses.losses import LossMention
from isnad.extract.weights import THRESHOLD, score
from isnad.knowledge.load import Knowledge

REACH = 3  # sentences


class LossOption(NamedTuple):
    trigger: int
    features: tuple[str, ...]


def loss_options(field: FieldReading, loss: LossMention, triggers: Sequence[Trigger], knowledge: Knowledge) -> list[LossOption]:
    """Acts of the loss's sentence and of up to three sentences before it."""
    sentence = field.sentence_of[loss.head]
    near = [i for i, t in enumerate(triggers) if 0 <= sentence - field.heads[t.head].sentence <= REACH]
    return [LossOption(i, _features(field, loss, triggers, i, len(near) - k, knowledge)) for k, i in enumerate(near)]


def _features(
    field: FieldReading, loss: LossMention, triggers: Sequence[Trigger], i: int, rank: int, knowledge: Knowledge
) -> tuple[str, ...]:
    trigger = triggers[i]
    head = field.heads[trigger.head]
    gap = field.sentence_of[loss.head] - head.sentence
    where = "before" if head.first < loss.head else "same" if head.first == loss.head else "after"
    low, high = min(head.first, loss.head), max(head.first, loss.head)
    between = (
        sum(bool(h.acts) and h.first not in (head.first, loss.head) for h in field.heads_in(low + 1, high)) if gap == 0 else 9
    )
    results = (
        [field.heads[p] for p, _, _ in path(field.nodes, _head_at(field, loss.head))] if _head_at(field, loss.head) >= 0 else []
    )
    under = any(h.first == head.first for h in results)
    result = any(
        h.light >= 0 or (h.operator >= 0 and knowledge.operators[h.operator]["operator"] == "result")
        for h in field.heads_in(max(0, loss.head - 4), loss.head)
    )
    family = knowledge.acts[trigger.act].family
    harm = loss.loss.harm
    others = [t.act for j, t in enumerate(triggers) if j != i and field.heads[t.head].sentence == head.sentence]
    distance = abs(head.first - loss.head) // 4
    inside = loss.first <= head.first < loss.last
    return (
        f"{trigger.act}/{harm}", f"{trigger.act}/{gap}/{where}", f"{family}/{harm}/{gap}", f"gap={gap}/{where}", f"between={min(between, 4)}/{where}", f"under={under}/{where}", f"result={result}/{where}/{gap}",
        f"harmact={trigger.act == 'harm'}/{'harm' in others}/{where}", f"rank={min(rank, 4)}/{gap}", f"distance={min(distance, 6) if gap == 0 else 'x'}/{where}", f"inside={inside}/{trigger.act}", f"force={family == 'force'}/{gap}/{where}",
        f"line={field.lines[field.line_of[head.first]].kind}/{gap}", f"sameline={field.line_of[head.first] == field.line_of[loss.head]}/{gap}", f"tense={head.tense}/{where}/{gap}", f"total={loss.loss.total}/{gap}",
    )  # fmt: skip


def _head_at(field: FieldReading, word: int) -> int:
    return next((i for i, h in enumerate(field.heads) if h.first == word), -1)


def choose_costs(
    field: FieldReading, losses: Sequence[LossMention], triggers: Sequence[Trigger], knowledge: Knowledge
) -> list[int]:
    """For each loss the index of its trigger, or -1."""
    weights = knowledge.weights.get("loss", {})
    chosen = []
    for loss in losses:
        best, top = -1, THRESHOLD["loss"]
        for option in loss_options(field, loss, triggers, knowledge):
            p = score(weights, option.features)
            if p >= top:
                best, top = option.trigger, p
        chosen.append(best)
    return chosen

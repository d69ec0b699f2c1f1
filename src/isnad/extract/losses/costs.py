"""Losses tied to the acts that cost them: each loss goes to the act that it fits best, or to none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.extract.claims import wording
from isnad.extract.claims.acts import Trigger
from isnad.extract.clauses.clauses import path
from isnad.extract.field import FieldReading
from isnad.extract.losses.losses import LossMention
from isnad.extract.tallies import among
from isnad.extract.weights import THRESHOLD, Part, logistic, rate
from isnad.knowledge.load import Knowledge

REACH = 3  # sentences


class LossOption(NamedTuple):
    """An act offered as what cost a loss."""

    trigger: int
    parts: tuple[Part, ...]


def loss_options(field: FieldReading, loss: LossMention, triggers: Sequence[Trigger], knowledge: Knowledge) -> list[LossOption]:
    """Acts of the loss's sentence and of up to three sentences before it."""
    sentence = field.sentence_of[loss.head]
    near = [i for i, t in enumerate(triggers) if 0 <= sentence - field.heads[t.head].sentence <= REACH]
    if not near:
        return []
    of_loss = _LossHead(field, loss, knowledge)
    return [LossOption(i, _parts(of_loss, triggers, i, len(near) - k, knowledge)) for k, i in enumerate(near)]


class _LossHead:
    """What is asked of a loss for every act: the heads above its own, and whether a word of result stands before it."""

    def __init__(self, field: FieldReading, loss: LossMention, knowledge: Knowledge) -> None:
        self.field, self.loss, self.at = field, loss, loss.head
        own = _head_at(field, loss.head)
        self.above = frozenset(p for p, _, _ in path(field.nodes, own)) if own >= 0 else frozenset()
        self.result = any(
            h.light >= 0 or (h.operator >= 0 and knowledge.operators[h.operator]["operator"] == "result")
            for h in field.heads_in(max(0, loss.head - 4), loss.head)
        )


def _parts(of: _LossHead, triggers: Sequence[Trigger], i: int, rank: int, knowledge: Knowledge) -> tuple[Part, ...]:
    trigger, field, at = triggers[i], of.field, of.at
    head = field.heads[trigger.head]
    gap = field.sentence_of[at] - head.sentence
    where = "before" if head.first < at else "same" if head.first == at else "after"
    between = min(4, among(field.tallies.acts, min(head.first, at) + 1, max(head.first, at))) if gap == 0 else 4
    family, loss = knowledge.acts[trigger.act].family, of.loss.loss
    harmed = any(t.act == "harm" for j, t in enumerate(triggers) if j != i and field.heads[t.head].sentence == head.sentence)
    distance = min(abs(head.first - at) // 4, 6) if gap == 0 else "x"
    line = field.line_of[head.first]
    return (
        (_of_harm, (trigger.act, family, loss.harm, gap, where)),
        (_of_way, (between, distance, where, trigger.head in of.above, of.result, gap)),
        (_of_others, (trigger.act == "harm", harmed, where, min(rank, 4), gap)),
        (
            _of_place,
            (of.loss.first <= head.first < of.loss.last, trigger.act, field.lines[line].kind, line == field.line_of[at], gap),
        ),
        (_of_tense, (head.tense, where, gap, loss.total)),
        *wording.round_pair(field.words, head, (of.loss.first, of.loss.last), f"{trigger.act}/{loss.harm}"),
    )


def _of_harm(act: str, family: str, harm: str, gap: int, where: str) -> tuple[str, ...]:
    return (f"{act}/{harm}", f"{act}/{gap}/{where}", f"{family}/{harm}/{gap}", f"force={family == 'force'}/{gap}/{where}")


def _of_way(between: int, distance: int | str, where: str, under: bool, result: bool, gap: int) -> tuple[str, ...]:
    return (
        f"gap={gap}/{where}", f"between={between}/{where}", f"under={under}/{where}", f"result={result}/{where}/{gap}", f"distance={distance}/{where}",
    )  # fmt: skip


def _of_others(harm: bool, harmed: bool, where: str, rank: int, gap: int) -> tuple[str, ...]:
    return (f"harmact={harm}/{harmed}/{where}", f"rank={rank}/{gap}")


def _of_place(inside: bool, act: str, kind: str, same: bool, gap: int) -> tuple[str, ...]:
    return (f"inside={inside}/{act}", f"line={kind}/{gap}", f"sameline={same}/{gap}")


def _of_tense(tense: str, where: str, gap: int, total: bool) -> tuple[str, ...]:
    return (f"tense={tense}/{where}/{gap}", f"total={total}/{gap}")


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
            p = logistic(rate("loss", weights, option.parts))
            if p >= top:
                best, top = option.trigger, p
        chosen.append(best)
    return chosen

"""What one telling of a loss leaves open and another in the same report tells: «مقتل 12 شخصاً», then «قتل 12 جندياً»."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.extract.losses.loss_mention import LossMention
from isnad.records import Whom

OPEN = "person"
FEWEST = 2  # a single victim is too often another


def told_elsewhere(mentions: Sequence[LossMention]) -> list[LossMention]:
    """The same losses, with whom they struck where the only other telling of harm and number says so."""
    known: dict[tuple[str, int | None, int | None], set[Whom]] = {}
    for mention in mentions:
        loss = mention.loss
        if loss.whom != OPEN and not loss.part_of:
            known.setdefault((loss.harm, loss.low, loss.high), set()).add(loss.whom)
    return [_filled(m, known.get((m.loss.harm, m.loss.low, m.loss.high), set())) for m in mentions]


def _filled(mention: LossMention, known: set[Whom]) -> LossMention:
    loss = mention.loss
    if loss.whom != OPEN or loss.part_of or len(known) != 1 or loss.low is None or loss.low < FEWEST or loss.vague:
        return mention
    return mention._replace(loss=replace(loss, whom=next(iter(known))))

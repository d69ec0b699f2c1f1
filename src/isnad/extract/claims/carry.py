"""What is in focus carries on: parties and places that the words of an act leave out are taken from acts told before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.extract.claims import wording
from isnad.extract.claims.acts import Trigger
from isnad.extract.clauses.clauses import path
from isnad.extract.field import FieldReading
from isnad.extract.weights import THRESHOLD, Part, logistic, plain, rate
from isnad.knowledge.load import Knowledge

REACH = 4  # triggers back
SENTENCES = 4


class CarryOption(NamedTuple):
    """Take these mentions, which fill `role` of an earlier act or stand out in the report."""

    fillers: tuple[int, ...]
    role: str
    parts: tuple[Part, ...]


def party_options(
    field: FieldReading,
    triggers: Sequence[Trigger],
    at: int,
    wanted: str,
    filled: Sequence[dict[str, list[int]]],
    voices: Sequence[int],
) -> list[CarryOption]:
    """Parties of earlier triggers (and of the act above) that could fill `wanted` of trigger `at`."""
    above = [p for p, _, _ in path(field.nodes, triggers[at].head)]
    own = own_words(field, triggers[at])
    return [
        CarryOption(tuple(fillers), role, ((plain, act_features(field, triggers, at, source, role, wanted, above, voices)), own))
        for source in sorted(sources(field, triggers, at, above), reverse=True)
        for role, fillers in filled[source].items()
        if fillers and role != "place"
    ]


def own_words(field: FieldReading, trigger: Trigger) -> Part:
    """The words round an act that leaves a role open: some never have it filled."""
    return wording.round_head(field.words, field.heads[trigger.head], trigger.act)


def sources(field: FieldReading, triggers: Sequence[Trigger], at: int, above: list[int]) -> set[int]:
    """The triggers near by whose fillers may be meant again: those before, those above, the next of the sentence."""
    sentence = field.heads[triggers[at].head].sentence
    near = {j for j in range(max(0, at - REACH), at) if sentence - field.heads[triggers[j].head].sentence <= SENTENCES}
    near |= {j for j in range(len(triggers)) if triggers[j].head in above}
    near |= {j for j in range(at + 1, min(at + 2, len(triggers))) if field.heads[triggers[j].head].sentence == sentence}
    return near - {at}


def act_features(
    field: FieldReading,
    triggers: Sequence[Trigger],
    at: int,
    source: int,
    role: str,
    wanted: str,
    above: list[int],
    voices: Sequence[int],
) -> tuple[str, ...]:
    """What trigger `source`, whose `role` is offered, is to trigger `at`."""
    a, s = triggers[at], triggers[source]
    ha, hs = field.heads[a.head], field.heads[s.head]
    gap = ha.sentence - hs.sentence
    rank = at - source
    depth = above.index(s.head) if s.head in above else -1
    relation = field.nodes[a.head].relation if depth == 0 else ""
    below = a.head in [p for p, _, _ in path(field.nodes, s.head)]
    definite = "ال" in field.words.types[ha.first].best.before
    before = field.words.types[ha.first - 1].fold if ha.first else "edge"
    conj = field.words.types[ha.first].best.before[:1] == ("و",)
    return (
        f"{role}/gap={gap}/rank={rank}", f"{role}/{s.act}>{a.act}", f"{role}/>{a.act}", f"{role}/{s.act}>", f"{role}/same={s.act == a.act}/{gap}", f"{role}/depth={depth}/{relation}", f"{role}/depth={depth}/{s.act}", f"{role}/below={below}",
        f"{role}/tense={ha.tense}/{hs.tense}/{gap}", f"{role}/verb={ha.verb}/conj={conj}/{gap}/{rank}", f"{role}/definite={definite}/{gap}", f"{role}/this={before in ('هذا', 'هذه', 'ذلك', 'تلك')}", f"{role}/voice={voices[at] == voices[source]}/{gap}",
        f"{role}/lines={min(3, field.line_of[ha.first] - field.line_of[hs.first])}", f"{role}/suffix={bool(field.words.types[ha.first].best.after)}/{gap}", f"wanted={wanted}/{role}", f"{role}/line={field.lines[field.line_of[hs.first]].kind}/{gap}",
    )  # fmt: skip


def choose_carry(options: Sequence[CarryOption], knowledge: Knowledge, wanted: str) -> CarryOption | None:
    """The likeliest source, or None where nothing reaches the threshold."""
    weights = knowledge.weights.get("carry:" + wanted, {})
    best, top = None, THRESHOLD["carry:" + wanted]
    for option in options:
        p = logistic(rate("carry:" + wanted, weights, option.parts))
        if p >= top:
            best, top = option, p
    return best

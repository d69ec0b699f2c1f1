"""One claim for one act: triggers that tell the same act in the same report come together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.extract.claims import wording
from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.likeness import likeness
from isnad.extract.field import FieldReading
from isnad.extract.weights import THRESHOLD, Part, logistic, plain, rate
from isnad.knowledge.load import Knowledge


class Told(NamedTuple):
    """A trigger with what the earlier stages found for it, in comparable form."""

    trigger: Trigger
    status: str
    agents: frozenset[str]
    targets: frozenset[str]
    places: frozenset[str]
    day: str
    losses: frozenset[str]
    means: frozenset[str]
    voice: str


def merge_parts(field: FieldReading, a: Told, b: Told, between: int = 0) -> tuple[Part, ...]:
    """What speaks for and against a later trigger `b` telling the act of an earlier `a` again."""
    ha, hb = field.heads[a.trigger.head], field.heads[b.trigger.head]
    act = b.trigger.act
    gap = hb.sentence - ha.sentence
    words = field.words
    kind_a, kind_b = field.lines[field.line_of[ha.first]].kind, field.lines[field.line_of[hb.first]].kind
    before = words.types[hb.first - 1].fold if hb.first else "edge"
    definite = "ال" in words.types[hb.first].best.before
    agree = {
        name: _agree(x, y)
        for name, x, y in (
            ("agents", a.agents, b.agents),
            ("targets", a.targets, b.targets),
            ("places", a.places, b.places),
            ("losses", a.losses, b.losses),
            ("means", a.means, b.means),
        )
    }
    day = "none" if not a.day or not b.day else "same" if a.day == b.day else "other"
    voice = "same" if a.voice == b.voice else "one" if not a.voice or not b.voice else "other"
    features = [
        f"gap={min(gap, 4)}", f"gap={min(gap, 4)}/{act}", f"act={act}", f"lines={kind_a}/{kind_b}", f"day={day}", f"voice={voice}", f"voice={voice}/{act}", f"status={a.status == b.status}", f"status={a.status}/{b.status}",
        f"definite={definite}/{hb.tense}", f"this={before in ('هذا', 'هذه', 'تلك', 'ذلك')}", f"key={ha.key == hb.key}", f"tense={ha.tense}/{hb.tense}", f"near={min((hb.first - ha.last) // 4, 6) if gap == 0 else 'x'}",
        f"near={min((hb.first - ha.last) // 4, 6) if gap == 0 else 'x'}/{ha.tense}/{hb.tense}", f"sameline={field.line_of[ha.first] == field.line_of[hb.first]}", f"rel={field.nodes[b.trigger.head].relation}/{gap == 0}",
        f"child={field.nodes[b.trigger.head].parent == a.trigger.head}",
    ]  # fmt: skip
    conflict = sum(v == "other" for v in agree.values()) + (day == "other")
    accord = sum(v in ("same", "share") for v in agree.values()) + (day == "same")
    features += [
        f"between={min(between, 3)}",
        f"between={min(between, 3)}/{kind_a}/{kind_b}",
        f"between={min(between, 3)}/{gap == 0}/{ha.tense}/{hb.tense}",
        f"conflict={conflict}/accord={accord}",
        f"conflict={conflict}/accord={accord}/{min(gap, 2)}",
    ]
    features += [f"{name}={value}" for name, value in agree.items()]
    features += [f"{name}={value}/{kind_a == 'headline'}" for name, value in agree.items()]
    features += [
        f"places={agree['places']}/agents={agree['agents']}",
        f"places={agree['places']}/day={day}",
        f"places={agree['places']}/losses={agree['losses']}",
        f"places={agree['places']}/{act}",
    ]
    alike = likeness(field, a.trigger.head, b.trigger.head, act)
    return (plain, (*features, *alike)), wording.round_head(words, hb, act)


def _agree(a: frozenset[str], b: frozenset[str]) -> str:
    if not a or not b:
        return "none" if not a and not b else "one"
    return "same" if a == b else "share" if a & b else "other"


def merge(field: FieldReading, told: Sequence[Told], knowledge: Knowledge) -> list[list[int]]:
    """Groups of trigger indexes. A trigger opens a claim where it likely tells an act that no earlier group tells.

    Else it joins the group that it fits best, or, an uncertain trigger that fits none, is left out: a doubtful word that may
    be an act told before is no claim of its own.
    """
    groups: list[list[int]] = []
    for i, b in enumerate(told):
        best, top = _best_group(field, told, i, groups, knowledge)
        if b.trigger.score * (1 - top) >= THRESHOLD["claim"]:
            groups.append([i])
        elif top >= THRESHOLD["merge"]:
            groups[best].append(i)
    return groups


def _best_group(
    field: FieldReading, told: Sequence[Told], i: int, groups: list[list[int]], knowledge: Knowledge
) -> tuple[int, float]:
    """The group of the same act that trigger `i` fits best, and how well: between its best and its average fit."""
    weights = knowledge.weights.get("merge", {})
    same = [j for j in range(i) if told[j].trigger.act == told[i].trigger.act]
    best, top = -1, 0.0
    for g, members in enumerate(groups):
        if told[members[0]].trigger.act != told[i].trigger.act or _denied(told, members[0]) != _denied(told, i):
            continue
        pairs = (merge_parts(field, told[j], told[i], len(same) - 1 - same.index(j)) for j in members)
        rated = [logistic(rate("merge", weights, parts)) for parts in pairs]
        p = (max(rated) + sum(rated) / len(rated)) / 2
        if p > top:
            best, top = g, p
    return best, top


def _denied(told: Sequence[Told], at: int) -> bool:
    """Whether a telling denies: who denies an act tells no act again, but a claim of their own (codebook §6)."""
    return told[at].status == "denied"

"""Who stands in which role and where it happened, looked at once more when every act of the report has been looked at.

A party that acts in the sentence before, or in another telling of the act, likelier acts here too: the first look's probabilities
of the other acts speak with that of the act itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.roles import ROLES
from isnad.extract.field import FieldReading
from isnad.extract.weights import THRESHOLD, Part, features_of, logistic, rate
from isnad.knowledge.load import Knowledge

ASKED = (*ROLES, "place")
Sight = TypeVar("Sight")
CLASSES = ((0.1, "0"), (0.25, "2"), (0.45, "4"), (0.7, "6"))  # a probability in words
NAME = {role: f"again:{role}" for role in ASKED}


class Seen(NamedTuple):
    """A mention at first sight: `name` is what it shares with other mentions of the same, `role` its probability in one role."""

    mention: int
    name: str
    role: str
    probability: float
    total: float


class Looked(NamedTuple):
    """What the first look saw for one act."""

    seen: tuple[Seen, ...]

    def best(self, role: str) -> dict[str, float]:
        """Name → its highest probability in a role."""
        found: dict[str, float] = {}
        for one in self.seen:
            if one.role == role:
                found[one.name] = max(one.probability, found.get(one.name, 0.0))
        return found


class Again(NamedTuple, Generic[Sight]):
    """What a first look saw (a mention, or a time: second_days.py), offered once more."""

    seen: Sight
    parts: tuple[Part, ...]

    @property
    def features(self) -> tuple[str, ...]:
        """What speaks for and against it."""
        return features_of(self.parts)


class FirstLook:
    """What was seen of all acts of a report, by role and name."""

    def __init__(self, field: FieldReading, triggers: Sequence[Trigger], looks: Sequence[Looked]) -> None:
        self.triggers, self.looks = triggers, looks
        self.sentences = [field.heads[t.head].sentence for t in triggers]
        self.best = {role: [look.best(role) for look in looks] for role in ASKED}

    def again(self, at: int) -> list[Again[Seen]]:
        """The options of one act."""
        others = [j for j in range(len(self.triggers)) if j != at]
        alike = [j for j in others if self.triggers[j].act == self.triggers[at].act]
        here = [j for j in others if self.sentences[j] == self.sentences[at]]
        return [Again(one, self._parts(at, one, others, alike, here)) for one in self.looks[at].seen]

    def _parts(self, at: int, one: Seen, others: list[int], alike: list[int], here: list[int]) -> tuple[Part, ...]:
        best, act, own = self.best[one.role], self.triggers[at].act, class_of(one.probability)
        before = best[at - 1] if at else {}
        near = bool(at) and self.sentences[at - 1] == self.sentences[at]
        previous = class_of(before.get(one.name, 0.0)) if at else "none"
        following = class_of(best[at + 1].get(one.name, 0.0)) if at + 1 < len(best) else "none"
        top = bool(before) and max(before, key=lambda name: before[name]) == one.name
        rivals = [p for name, p in best[at].items() if name != one.name]
        return (
            (_of_own, (half(one.total), sum(p > one.probability for p in rivals), class_of(max(rivals, default=0.0)), act)),
            (_of_beside, (previous, near, following, own, top, self._most(best, one.name, here))),
            (_of_rest, (self._most(best, one.name, alike), self._most(best, one.name, others), own)),
            (_of_acts, (self.triggers[at - 1].act if at else "", act, previous)),
        )

    @staticmethod
    def _most(best: list[dict[str, float]], name: str, where: Iterable[int]) -> str:
        found = [best[j].get(name, 0.0) for j in where]
        return class_of(max(found)) if found else "none"


def class_of(probability: float) -> str:
    """A probability as a feature names it."""
    return next((name for limit, name in CLASSES if probability < limit), "9")


def half(total: float) -> float:
    """A sum of weights to the half, within five of nought."""
    return max(-5.0, min(5.0, round(2 * total) / 2))


def _of_own(total: float, better: int, rival: str, act: str) -> tuple[str, ...]:
    return f"own={total}", f"own={total}/{rival}", f"better={min(better, 4)}", f"better={min(better, 4)}/{act}"


def _of_beside(previous: str, near: bool, following: str, own: str, top: bool, here: str) -> tuple[str, ...]:
    return (
        f"previous={previous}/{near}", f"previous={previous}/own={own}", f"following={following}", f"top={top}/{near}", f"here={here}", f"here={here}/own={own}",
    )  # fmt: skip


def _of_rest(alike: str, anywhere: str, own: str) -> tuple[str, ...]:
    return f"alike={alike}", f"alike={alike}/own={own}", f"any={anywhere}", f"any={anywhere}/own={own}"


def _of_acts(before: str, act: str, previous: str) -> tuple[str, ...]:
    return (f"acts={before}>{act}/{previous}",)


def look_again(
    field: FieldReading, triggers: Sequence[Trigger], looks: Sequence[Looked], knowledge: Knowledge
) -> list[dict[str, list[int]]]:
    """Role → mentions for every act: each party takes the role in which it stands best, where that reaches the threshold."""
    first = FirstLook(field, triggers, looks)
    return [_chosen(first.again(at), knowledge) for at in range(len(triggers))]


def _chosen(options: Iterable[Again[Seen]], knowledge: Knowledge) -> dict[str, list[int]]:
    """Whom and what the second look keeps; who is named twice in a sentence still has one role."""
    best: dict[tuple[bool, str], tuple[float, str]] = {}
    kept: dict[tuple[bool, str], list[tuple[int, str]]] = {}
    for option in options:
        role = option.seen.role
        weights = knowledge.weights.get(NAME[role])
        p = logistic(rate(NAME[role], weights, option.parts)) if weights else option.seen.probability
        worth = p / THRESHOLD[NAME[role]]
        key = (role == "place", option.seen.name)
        if worth >= 1.0:
            kept.setdefault(key, []).append((option.seen.mention, role))
            best[key] = max(best.get(key, (0.0, "")), (worth, role))
    found: dict[str, list[int]] = {role: [] for role in ASKED}
    for key, mentions in kept.items():
        for mention, role in mentions:
            if role == best[key][1]:
                found[role].append(mention)
    return found

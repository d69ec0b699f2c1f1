"""What the first look saw of an act: who may stand in which role, and where it may have been."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from isnad.extract.claims.roles import ROLES
from isnad.extract.weights import Part, features_of

ASKED = (*ROLES, "place")
Sight = TypeVar("Sight")
CLASSES = ((0.1, "0"), (0.25, "2"), (0.45, "4"), (0.7, "6"))  # a probability in words


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


def class_of(probability: float) -> str:
    """A probability as a feature names it."""
    return next((name for limit, name in CLASSES if probability < limit), "9")


def half(total: float) -> float:
    """A sum of weights to the half, within five of nought."""
    return max(-5.0, min(5.0, round(2 * total) / 2))

"""Why a choice was likely, in words that a person can read: the weights of its features, summed by what they look at."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import add

from isnad.extract.weights import BIAS, Make, Part, weights_of, worded

REASONS: dict[Callable[..., tuple[str, ...]], str] = {worded: "the words round it"}
OTHER = "the rest"


def reason(told: str) -> Callable[[Make], Make]:
    """Says what the features of a function look at."""

    def mark(make: Make) -> Make:
        REASONS[make] = told
        return make

    return mark


def reasons(name: str, weights: Mapping[str, float], parts: Iterable[Part]) -> list[tuple[str, float]]:
    """(reason, weight) of an option, the weightiest first: log odds that speak for it, or below nought against it."""
    found: dict[str, float] = {}
    for part in parts:
        told = REASONS.get(part[0], OTHER)
        found[told] = reduce(add, weights_of(name, weights, part), found.get(told, 0.0))
    return sorted(((told, total) for told, total in found.items() if abs(total) >= 0.05), key=lambda r: -abs(r[1]))


def calibrated(weights: Mapping[str, float], probability: float) -> float:
    """A chooser's probability as the share of such claims that were right in cross-validation (Platt scaling)."""
    p = min(max(probability, 1e-6), 1.0 - 1e-6)
    total = weights.get(BIAS, 0.0) + weights.get("logit", 1.0) * math.log(p / (1.0 - p))
    return 1.0 / (1.0 + math.exp(-total))


def in_words(name: str, weights: Mapping[str, float], parts: Iterable[Part], probability: float, sure: float) -> str:
    """A confidence taken apart: «0.87, from 0.91: the word itself +2.1, its form -0.3; before all that -3.0»."""
    told = ", ".join(f"{why} {total:+.1f}" for why, total in reasons(name, weights, parts))
    return f"{sure:.2f}, from {probability:.2f}: {told}; before all that {weights.get(BIAS, -5.0):+.1f}"

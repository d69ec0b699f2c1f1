"""Small linear choosers: named features, weights from a data file, the same answer every time.

`make weights` learns them from coded reports; a chooser without weights falls back to its bias.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import reduce
from operator import add
from typing import Any, TypeVar

BIAS = "bias"
THRESHOLD = {  # probability from which a chooser says yes; chosen by cross-validation on the ledger's F1
    "act": 0.33, "claim": 0.36, "again:agent": 0.33, "again:target": 0.26, "again:counterpart": 0.26, "again:place": 0.35, "time": 0.33, "again:time": 0.33, "speaker": 0.35, "merge": 0.2, "link": 0.25, "content": 0.4, "loss": 0.3,
    "carry:agent": 0.3, "carry:place": 0.25,
}  # fmt: skip

# Features by what they are made from: the function that spells them out and its arguments. The same few values return again and
# again, so their sum is kept; a feature is added in the function, and what it needs among the arguments.
Part = tuple[Callable[..., tuple[str, ...]], tuple[Hashable, ...]]
Make = TypeVar("Make", bound=Callable[..., tuple[str, ...]])
SELDOM: set[Callable[..., tuple[str, ...]]] = set()

ENOUGH = 1 << 17  # sums that a chooser keeps
_KEPT: dict[str, tuple[object, dict[Hashable, Any]]] = {}


def score(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """The probability of yes: the logistic of the sum of the features' weights."""
    return logistic(reduce(add, filter(None, map(weights.get, features)), weights.get(BIAS, -5.0)))


def scores(weights: Mapping[str, Sequence[float]], features: Iterable[str], n: int) -> list[float]:
    """The probabilities of `n` answers that share their features: one look-up a feature, one weight an answer."""
    return [logistic(total) for total in totals(weights, features, n)]


def totals(weights: Mapping[str, Sequence[float]], features: Iterable[str], n: int, bias: bool = True) -> list[float]:
    """The sums of the weights of `n` answers. `reduce` adds in order, in every Python alike; `sum` does not."""
    rows = (weights.get(BIAS, (-5.0,) * n) if bias else (0.0,) * n, *filter(None, map(weights.get, features)))
    return [reduce(add, column) for column in zip(*rows, strict=True)]


def features_of(parts: Iterable[Part]) -> tuple[str, ...]:
    """The features that parts stand for, in order."""
    return tuple(feature for make, told in parts for feature in make(*told))


def rate(name: str, weights: Mapping[str, float], parts: Sequence[Part]) -> float:
    """The sum of weights of an option's features; a part that was met before is neither spelled out nor looked up again."""
    held = kept(name, weights)
    rows = list(map(held.get, parts))
    for n, row in enumerate(rows):
        if row is None:
            rows[n] = total = _sum_of(weights, parts[n])
            if parts[n][0] not in SELDOM:
                held[parts[n]] = total
    return reduce(add, rows, weights.get(BIAS, -5.0))


def rates(name: str, weights: Mapping[str, Sequence[float]], parts: Sequence[Part], n: int) -> list[float]:
    """The sums of weights of `n` answers over the same features, as `rate` gives one."""
    held = kept(name, weights)
    rows = list(map(held.get, parts))
    for at, row in enumerate(rows):
        if row is None:
            rows[at] = totals = _sums_of(weights, parts[at])
            if parts[at][0] not in SELDOM:
                held[parts[at]] = totals
    return [reduce(add, column) for column in zip(weights.get(BIAS, (-5.0,) * n), *filter(None, rows), strict=True)]


def _sum_of(weights: Mapping[str, float], part: Part) -> float:
    make, told = part
    return reduce(add, filter(None, map(weights.get, make(*told))), 0.0)


def _sums_of(weights: Mapping[str, Sequence[float]], part: Part) -> tuple[float, ...]:
    """The sums of a part, one an answer; () where none of its features has weights."""
    make, told = part
    rows = list(filter(None, map(weights.get, make(*told))))
    return tuple(rows[0]) if len(rows) == 1 else tuple([reduce(add, column) for column in zip(*rows, strict=True)])


def seldom(make: Make) -> Make:
    """Marks a function whose features seldom return together (they name words): their sums are not kept."""
    SELDOM.add(make)
    return make


def kept(name: str, weights: object) -> dict[Hashable, Any]:
    """What a chooser keeps of its present weights from report to report: features that return together, summed once."""
    held = _KEPT.get(name)
    if held is None or held[0] is not weights or len(held[1]) > ENOUGH:
        held = _KEPT[name] = (weights, {})
    return held[1]


def logistic(total: float) -> float:
    """The probability that a sum of weights stands for."""
    return 1.0 / (1.0 + math.exp(-(30.0 if total > 30.0 else -30.0 if total < -30.0 else total)))


def calibrated(weights: Mapping[str, float], probability: float) -> float:
    """A chooser's probability as the share of such claims that were right in cross-validation (Platt scaling)."""
    p = min(max(probability, 1e-6), 1.0 - 1e-6)
    total = weights.get(BIAS, 0.0) + weights.get("logit", 1.0) * math.log(p / (1.0 - p))
    return 1.0 / (1.0 + math.exp(-total))


def strongest(name: str, weights: Mapping[str, float], parts: Iterable[Part], n: int = 3) -> list[tuple[str, float]]:
    """The features that weighed most, for `isnad why`."""
    held = kept("why " + name, weights)
    rated: list[tuple[str, float]] = []
    for part in parts:
        row = held.get(part)
        if row is None:
            make, told = part
            row = held[part] = _heaviest([(f, weights[f]) for f in make(*told) if f in weights], n)
        rated += row
    return _heaviest(rated, n)


def _heaviest(rated: list[tuple[str, float]], n: int) -> list[tuple[str, float]]:
    return sorted(rated, key=lambda r: -abs(r[1]))[:n]

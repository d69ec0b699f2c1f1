"""Small linear choosers: named features, weights from a data file, the same answer every time.

`make weights` learns them from coded reports; a chooser without weights falls back to its bias.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

BIAS = "bias"
THRESHOLD = {  # probability from which a chooser says yes; chosen by cross-validation on the ledger's F1
    "act": 0.44, "agent": 0.3, "target": 0.22, "counterpart": 0.22, "place": 0.35, "time": 0.4, "speaker": 0.35, "merge": 0.35, "link": 0.3, "loss": 0.3,
    "carry:agent": 0.3, "carry:place": 0.25,
}  # fmt: skip


def score(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """The probability of yes: the logistic of the sum of the features' weights."""
    total = weights.get(BIAS, -5.0)
    for feature in features:
        total += weights.get(feature, 0.0)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def scores(weights: Mapping[str, Sequence[float]], features: Iterable[str], n: int) -> list[float]:
    """The probabilities of `n` answers that share their features: one look-up a feature, one weight an answer."""
    total = list(weights.get(BIAS, (-5.0,) * n))
    for feature in features:
        row = weights.get(feature)
        if row is not None:
            for i, weight in enumerate(row):
                total[i] += weight
    return [1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, t)))) for t in total]


def calibrated(weights: Mapping[str, float], probability: float) -> float:
    """A chooser's probability as the share of such claims that were right in cross-validation (Platt scaling)."""
    p = min(max(probability, 1e-6), 1.0 - 1e-6)
    total = weights.get(BIAS, 0.0) + weights.get("logit", 1.0) * math.log(p / (1.0 - p))
    return 1.0 / (1.0 + math.exp(-total))


def strongest(weights: Mapping[str, float], features: Iterable[str], n: int = 3) -> list[tuple[str, float]]:
    """The features that weighed most, for `isnad why`."""
    rated = [(f, weights[f]) for f in features if f in weights]
    return sorted(rated, key=lambda r: -abs(r[1]))[:n]

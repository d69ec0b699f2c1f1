"""Small linear choosers: named features, weights from a data file, the same answer every time.

`make weights` learns them from coded reports; a chooser without weights falls back to its bias.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

BIAS = "bias"


def score(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """The probability of yes: the logistic of the sum of the features' weights."""
    total = weights.get(BIAS, 0.0)
    for feature in features:
        total += weights.get(feature, 0.0)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def strongest(weights: Mapping[str, float], features: Iterable[str], n: int = 3) -> list[tuple[str, float]]:
    """The features that weighed most, for `isnad why`."""
    rated = [(f, weights[f]) for f in features if f in weights]
    return sorted(rated, key=lambda r: -abs(r[1]))[:n]

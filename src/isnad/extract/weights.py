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
    "act": 0.38, "claim": 0.38, "again:agent": 0.31, "again:target": 0.24, "again:counterpart": 0.25, "again:place": 0.35, "time": 0.33, "again:time": 0.33, "speaker": 0.35, "merge": 0.2, "link": 0.2, "content": 0.4, "loss": 0.26,
    "carry:agent": 0.3, "carry:place": 0.25,
}  # fmt: skip

# Features by what they are made from: the function that spells them out and its arguments. The same few values return again and
# again, so their sum is kept; a feature is added in the function, and what it needs among the arguments.
Part = tuple[Callable[..., tuple[str, ...]], tuple[Hashable, ...]]
Group = tuple[str, str, tuple[str, ...]]  # where words stand, the act that they stand by, the words
Make = TypeVar("Make", bound=Callable[..., tuple[str, ...]])
SELDOM: set[Callable[..., tuple[str, ...]]] = set()

ENOUGH = 1 << 17  # sums that a chooser keeps
_KEPT: dict[str, tuple[object, dict[Hashable, Any]]] = {}


def features_of(parts: Iterable[Part]) -> tuple[str, ...]:
    """The features that parts stand for, in order."""
    return tuple(feature for make, told in parts for feature in make(*told))


def rate(name: str, weights: Mapping[str, float], parts: Sequence[Part]) -> float:
    """The sum of weights of an option's features; a part that was met before is neither spelled out nor looked up again."""
    held = kept(name, weights)
    rows = [None if part[0] in SELDOM else held.get(part) for part in parts]
    for n, row in enumerate(rows):
        if row is None:
            rows[n] = total = reduce(add, weights_of(name, weights, parts[n]), 0.0)
            if parts[n][0] not in SELDOM:
                held[parts[n]] = total
    return reduce(add, rows, weights.get(BIAS, -5.0))


def rates(name: str, weights: Mapping[str, Sequence[float]], parts: Sequence[Part], n: int) -> list[float]:
    """The sums of weights of `n` answers over the same features, as `rate` gives one."""
    held = kept(name, weights)
    rows = [None if part[0] in SELDOM else held.get(part) for part in parts]
    for at, row in enumerate(rows):
        if row is None:
            rows[at] = totals = _sums(list(weights_of(name, weights, parts[at])))
            if parts[at][0] not in SELDOM:
                held[parts[at]] = totals
    return [reduce(add, column) for column in zip(weights.get(BIAS, (-5.0,) * n), *filter(None, rows), strict=True)]


def weights_of(name: str, weights: Mapping[str, Any], part: Part) -> Iterable[Any]:
    """The weights of a part's features, of those that have one."""
    make, told = part
    if make is not worded:
        return filter(None, map(weights.get, make(*told)))
    tables, found = _tables(name, weights), list[Any]()
    for where, act, words in told:  # type: ignore[misc]
        table = tables.get((where, act))  # type: ignore[has-type]
        if table:
            found += filter(None, map(table.get, words))  # type: ignore[has-type]
    return found


def _tables(name: str, weights: Mapping[str, Any]) -> dict[Hashable, Any]:
    """A chooser's weights of words, by where a word stands and by act: no name need be spelled out to find one."""
    tables: dict[Hashable, Any] = kept("words of " + name, weights)
    if not tables:
        tables["", ""] = {}
        for feature, weight in weights.items():
            told, bar, act = feature.rpartition("|")
            where, colon, word = told.partition(":")
            if bar and colon:
                tables.setdefault((where, act), {})[word] = weight
    return tables


def _sums(rows: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """The sums of several answers; () where there is nothing to add. `reduce` adds in order, in every Python alike; `sum` does not."""
    return tuple(rows[0]) if len(rows) == 1 else tuple([reduce(add, column) for column in zip(*rows, strict=True)])


def seldom(make: Make) -> Make:
    """Marks a function whose features seldom return together (they name words): their sums are not kept."""
    SELDOM.add(make)
    return make


@seldom
def plain(*features: str) -> tuple[str, ...]:
    """Features that are spelled out already."""
    return features


@seldom
def worded(*groups: Group) -> tuple[str, ...]:
    """Words, each with where it stands and the act that it stands by. `rate` finds their weights without spelling them out."""
    return tuple([f"{where}:{word}|{act}" for where, act, words in groups for word in words])


def kept(name: str, weights: object) -> dict[Hashable, Any]:
    """What a chooser keeps of its present weights from report to report: features that return together, summed once."""
    held = _KEPT.get(name)
    if held is None or held[0] is not weights or len(held[1]) > ENOUGH:
        held = _KEPT[name] = (weights, {})
    return held[1]


def logistic(total: float) -> float:
    """The probability that a sum of weights stands for."""
    return 1.0 / (1.0 + math.exp(-(30.0 if total > 30.0 else -30.0 if total < -30.0 else total)))

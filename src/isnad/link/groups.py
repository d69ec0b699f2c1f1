"""Groups of claims while links are followed: which claims and days each has, and how well two of them fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from isnad.records import Record

UNMET = -2.0
"""Weight of a pair of reports between two groups of which blocking or the floor kept every pair of claims out (log2)."""
ELSEWHERE = -5.0
"""The same where the two name spots and none in common."""
MOST = 8.0
"""No single pair speaks louder than this when groups are weighed."""

Days = tuple[int, int] | None
"""First and last day, as numbers: told, else bounded by publication; None where neither is known."""


class Told(Record, frozen=True):
    """What a claim tells, as far as grouping asks: its report, by number, its days, the spots it names."""

    report: int
    days: Days = None
    spots: frozenset[int] = frozenset()


class Edge(Record, frozen=True):
    """Two claims, by number, and their match weight."""

    left: int
    right: int
    weight: float


class Groups:
    """Claims in groups; a group has the number of one of its claims."""

    def __init__(self, told: Sequence[Told], edges: Iterable[Edge], apart: Iterable[tuple[int, int]]) -> None:
        self.told = told
        self.report = [claim.report for claim in told]
        self.of = list(range(len(told)))
        self.members: dict[int, list[int]] = {}
        self.days: list[Days] = [claim.days for claim in told]
        self.near: dict[int, list[tuple[int, float]]] = {}
        self.apart: dict[int, set[int]] = {}
        for edge in edges:
            weight = max(-MOST, min(MOST, edge.weight))
            self.near.setdefault(edge.left, []).append((edge.right, weight))
            self.near.setdefault(edge.right, []).append((edge.left, weight))
        for left, right in apart:
            self.apart.setdefault(left, set()).add(right)
            self.apart.setdefault(right, set()).add(left)

    def find(self, claim: int) -> int:
        while self.of[claim] != claim:
            self.of[claim] = self.of[self.of[claim]]
            claim = self.of[claim]
        return claim

    def claims(self, group: int) -> list[int]:
        return self.members.get(group) or [group]

    def mean(self, left: int, right: int) -> float:
        """Mean over the pairs of reports between two groups, each by its best pair of claims; a report with itself does not count."""
        mine, theirs = self._spots(left), self._spots(right)
        best = self._best(left, right)
        total, pairs = sum(best.values()), len(best)
        for one, here in mine.items():
            for other, there in theirs.items():
                if one != other and (one, other) not in best:
                    pairs += 1
                    total += ELSEWHERE if here and there and here.isdisjoint(there) else UNMET
        return total / pairs if pairs else MOST

    def _best(self, left: int, right: int) -> dict[tuple[int, int], float]:
        if len(self.claims(left)) > len(self.claims(right)):
            return {(one, other): weight for (other, one), weight in self._best(right, left).items()}
        found: dict[tuple[int, int], float] = {}
        for claim in self.claims(left):
            for other, weight in self.near.get(claim, ()):
                if self.report[claim] != self.report[other] and self.find(other) == right:
                    pair = (self.report[claim], self.report[other])
                    found[pair] = max(weight, found.get(pair, -MOST))
        return found

    def _spots(self, group: int) -> dict[int, set[int]]:
        """Report → all spots that its claims in the group name."""
        found: dict[int, set[int]] = {}
        for claim in self.claims(group):
            found.setdefault(self.report[claim], set()).update(self.told[claim].spots)
        return found

    def stretch(self, left: int, right: int) -> int:
        """Days from the first to the last of both groups together; 0 where one of them has none."""
        mine, theirs = self.days[left], self.days[right]
        return max(mine[1], theirs[1]) - min(mine[0], theirs[0]) if mine and theirs else 0

    def told_as_two(self, left: int, right: int) -> tuple[int, int]:
        """Reports that tell both groups: how many at places that have nothing in common, and how many at a common one."""
        mine, theirs = (self._by_report(group) for group in (left, right))
        apart = common = 0
        for report in mine.keys() & theirs.keys():
            pairs = [(a, b) for a in mine[report] for b in theirs[report] if a and b]
            shared = any(a & b for a, b in pairs)
            apart, common = apart + (bool(pairs) and not shared), common + shared
        return apart, common

    def _by_report(self, group: int) -> dict[int, set[frozenset[int]]]:
        """Report → the spots of each of its claims in the group."""
        found: dict[int, set[frozenset[int]]] = {}
        for claim in self.claims(group):
            found.setdefault(self.report[claim], set()).add(self.told[claim].spots)
        return found

    def held_apart(self, left: int, right: int) -> bool:
        """Does a verdict keep a claim of one from a claim of the other?"""
        return bool(self.apart.get(left)) and not self.apart[left].isdisjoint(self.claims(right))

    def join(self, left: int, right: int) -> None:
        """The smaller group goes into the larger one."""
        if left == right:
            return
        if len(self.claims(left)) < len(self.claims(right)):
            left, right = right, left
        self.of[right] = left
        self.members[left] = self.claims(left) + self.members.pop(right, [right])
        self.days[left] = _both(self.days[left], self.days[right])
        if right in self.apart:
            self.apart[left] = self.apart.get(left, set()) | self.apart.pop(right)


def _both(left: Days, right: Days) -> Days:
    if left is None or right is None:
        return left or right
    return min(left[0], right[0]), max(left[1], right[1])

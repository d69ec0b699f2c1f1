"""Links become groups of claims: best links first, and no chain of weak ones.

Two groups become one when the mean weight over all pairs between them reaches `fit`; a pair that was never close enough to be
compared counts as UNMET. So one strong link cannot draw two large groups together, as it does in connected components, and each
refusal is kept with its reason. The outcome depends on the links alone, not on their order or on earlier runs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from isnad.records import Record

UNMET = -4.0
"""Weight of a pair between two groups that blocking or the floor kept out (log2)."""
MOST = 8.0
"""No single pair speaks louder than this when groups are weighed."""


class Edge(Record, frozen=True):
    """Two claims, by number, and their match weight."""

    left: int
    right: int
    weight: float


class Cut(Record, frozen=True):
    """A link that was not followed, and why."""

    left: int
    right: int
    reason: str


class Groups:
    """Claims in groups; numbers of claims and of groups are the same, a group has the number of one of its claims."""

    def __init__(self, reports: Sequence[int], edges: Iterable[Edge], apart: Iterable[tuple[int, int]] = ()) -> None:
        self.of = list(range(len(reports)))
        self.members: dict[int, list[int]] = {}
        self.reports: dict[int, Counter[int]] = {}
        self.first_report = reports
        self.weights: dict[int, dict[int, tuple[float, int]]] = {}
        self.apart: dict[int, set[int]] = {}
        for edge in edges:
            weight = max(UNMET, min(MOST, edge.weight))
            self.weights.setdefault(edge.left, {})[edge.right] = (weight, 1)
            self.weights.setdefault(edge.right, {})[edge.left] = (weight, 1)
        for left, right in apart:
            self.apart.setdefault(left, set()).add(right)
            self.apart.setdefault(right, set()).add(left)

    def find(self, claim: int) -> int:
        while self.of[claim] != claim:
            self.of[claim] = self.of[self.of[claim]]
            claim = self.of[claim]
        return claim

    def mean(self, left: int, right: int) -> float:
        """Mean weight over the pairs between two groups; pairs within one report were never asked and do not count."""
        total, met = self.weights.get(left, {}).get(right, (0.0, 0))
        pairs = len(self._members(left)) * len(self._members(right)) - self._within(left, right)
        return (total + UNMET * max(0, pairs - met)) / max(pairs, met, 1)

    def held_apart(self, left: int, right: int) -> bool:
        """Does a verdict keep a claim of one from a claim of the other?"""
        return bool(self.apart.get(left)) and not self.apart[left].isdisjoint(self._members(right))

    def join(self, left: int, right: int) -> None:
        """The smaller group goes into the larger one."""
        if left == right:
            return
        if len(self._members(left)) < len(self._members(right)):
            left, right = right, left
        self.of[right] = left
        self.members[left] = self._members(left) + self._members(right)
        self.reports[left] = self._counted(left) + self._counted(right)
        self.apart[left] = self.apart.get(left, set()) | self.apart.pop(right, set())
        self._move_weights(left, right)
        self.members.pop(right, None)
        self.reports.pop(right, None)

    def _move_weights(self, left: int, right: int) -> None:
        mine = self.weights.setdefault(left, {})
        for other, (weight, met) in self.weights.pop(right, {}).items():
            del self.weights[other][right]
            if other != left:
                before, count = mine.get(other, (0.0, 0))
                mine[other] = self.weights[other][left] = (before + weight, count + met)

    def _members(self, group: int) -> list[int]:
        return self.members.get(group) or [group]

    def _counted(self, group: int) -> Counter[int]:
        return self.reports.get(group) or Counter([self.first_report[group]])

    def _within(self, left: int, right: int) -> int:
        small, large = sorted((self._counted(left), self._counted(right)), key=len)
        return sum(count * large[report] for report, count in small.items() if report in large)


def cluster(
    reports: Sequence[int],
    edges: Sequence[Edge],
    threshold: float,
    fit: float,
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> tuple[list[int], list[Cut]]:
    """Group of every claim, and the links that were cut. `reports` is each claim's report, by number.

    Links below `threshold` join nothing but count in the mean. `together` and `apart` are verdicts: they come first and hold.
    """
    groups = Groups(reports, edges, apart)
    for left, right in together:
        groups.join(groups.find(left), groups.find(right))
    links = sorted((edge for edge in edges if edge.weight >= threshold), key=lambda e: (-e.weight, e.left, e.right))
    refused = [edge for edge in links if not _follow(groups, edge, fit)]
    refused = [edge for edge in refused if not _follow(groups, edge, fit)]  # groups that grew may fit now
    found = [groups.find(claim) for claim in range(len(reports))]
    return found, [_cut(groups, edge) for edge in refused if groups.find(edge.left) != groups.find(edge.right)]


def _follow(groups: Groups, edge: Edge, fit: float) -> bool:
    left, right = groups.find(edge.left), groups.find(edge.right)
    if left != right and (groups.held_apart(left, right) or groups.mean(left, right) < fit):
        return False
    groups.join(left, right)
    return True


def _cut(groups: Groups, edge: Edge) -> Cut:
    left, right = groups.find(edge.left), groups.find(edge.right)
    if groups.held_apart(left, right):
        return Cut(edge.left, edge.right, "verdict: not the same")
    return Cut(edge.left, edge.right, f"weak chain: mean weight {groups.mean(left, right):.1f} between the two groups")


def sizes(found: Mapping[int, int] | Sequence[int]) -> Counter[int]:
    """Group → how many claims it has."""
    return Counter(found.values() if isinstance(found, Mapping) else found)

"""Links become groups of claims: best links first, and no chain of weak ones.

Two groups become one when the mean weight over all pairs of their reports reaches `fit`; a pair that was never close enough to be
compared counts as UNMET. So one strong link cannot draw two large groups together, as it does in connected components, and each
refusal is kept with its reason. The outcome depends on the links alone, not on their order or on earlier runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from isnad.records import Record

UNMET = -2.0
"""Weight of a pair of reports between two groups of which blocking or the floor kept every pair of claims out (log2)."""
SPAN = 2
"""Days between the first and the last day of one happening, at most: longer ones are told as several."""
MOST = 8.0
"""No single pair speaks louder than this when groups are weighed."""


Days = tuple[int, int] | None
"""First and last day, as numbers: told, else bounded by publication; None where neither is known."""


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
    """Claims in groups; a group has the number of one of its claims."""

    def __init__(
        self, reports: Sequence[int], days: Sequence[Days], edges: Iterable[Edge], apart: Iterable[tuple[int, int]]
    ) -> None:
        self.report = reports
        self.of = list(range(len(reports)))
        self.members: dict[int, list[int]] = {}
        self.days: list[Days] = list(days)
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
        if len(self.claims(left)) > len(self.claims(right)):
            left, right = right, left
        best = self._best(left, right)
        mine, theirs = ({self.report[claim] for claim in self.claims(group)} for group in (left, right))
        pairs = len(mine) * len(theirs) - len(mine & theirs)
        return (sum(best.values()) + UNMET * (pairs - len(best))) / pairs if pairs else MOST

    def _best(self, left: int, right: int) -> dict[tuple[int, int], float]:
        found: dict[tuple[int, int], float] = {}
        for claim in self.claims(left):
            for other, weight in self.near.get(claim, ()):
                if self.report[claim] != self.report[other] and self.find(other) == right:
                    pair = (self.report[claim], self.report[other])
                    found[pair] = max(weight, found.get(pair, -MOST))
        return found

    def stretch(self, left: int, right: int) -> int:
        """Days from the first to the last of both groups together; 0 where one of them has none."""
        mine, theirs = self.days[left], self.days[right]
        return max(mine[1], theirs[1]) - min(mine[0], theirs[0]) if mine and theirs else 0

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


def cluster(
    reports: Sequence[int],
    days: Sequence[Days],
    edges: Sequence[Edge],
    threshold: float,
    fit: float,
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> tuple[list[int], list[Cut]]:
    """Group of every claim, and the links that were cut. `reports` is each claim's report, by number; `days` what it tells of days.

    Links below `threshold` join nothing but count in the mean. `together` and `apart` are verdicts: they come first and hold.
    """
    groups = Groups(reports, days, edges, apart)
    for left, right in together:
        groups.join(groups.find(left), groups.find(right))
    links = sorted((edge for edge in edges if edge.weight >= threshold), key=lambda e: (-e.weight, e.left, e.right))
    refused = [edge for edge in links if not _follow(groups, edge, fit)]
    refused = [edge for edge in refused if not _follow(groups, edge, fit)]  # groups that grew may fit now
    found = [groups.find(claim) for claim in range(len(reports))]
    return found, [_cut(groups, edge, fit) for edge in refused if groups.find(edge.left) != groups.find(edge.right)]


def _follow(groups: Groups, edge: Edge, fit: float) -> bool:
    left, right = groups.find(edge.left), groups.find(edge.right)
    if left != right and _objection(groups, left, right, fit):
        return False
    groups.join(left, right)
    return True


def _objection(groups: Groups, left: int, right: int, fit: float) -> str:
    """Why the two groups may not become one; empty where they may."""
    if groups.held_apart(left, right):
        return "verdict: not the same"
    if (stretch := groups.stretch(left, right)) > SPAN:
        return f"days: together the two groups would stretch over {stretch + 1} days"
    if (mean := groups.mean(left, right)) < fit:
        return f"weak chain: mean weight {mean:.1f} between the two groups"
    return ""


def _cut(groups: Groups, edge: Edge, fit: float) -> Cut:
    reason = _objection(groups, groups.find(edge.left), groups.find(edge.right), fit)
    return Cut(edge.left, edge.right, reason or "weak chain: the groups grew apart")

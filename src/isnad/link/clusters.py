"""Links become groups of claims: best links first, and no chain of weak ones.

Two groups become one when the mean weight over all pairs of their reports reaches `fit`; a pair that was never close enough to be
compared counts as UNMET. So one strong link cannot draw two large groups together, as it does in connected components, and each
refusal is kept with its reason. The outcome depends on the links alone, not on their order or on earlier runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from isnad.link.groups import Edge, Groups, Told
from isnad.records import Record

SPAN = 2
"""Days between the first and the last day of one happening, at most: longer ones are told as several."""


class Cut(Record, frozen=True):
    """A link that was not followed, and why."""

    left: int
    right: int
    reason: str


def cluster(
    told: Sequence[Told],
    edges: Sequence[Edge],
    threshold: float,
    fit: float,
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> tuple[list[int], list[Cut]]:
    """Group of every claim, and the links that were cut. Claims go by their number in `told`.

    Links below `threshold` join nothing but count in the mean. `together` and `apart` are verdicts: they come first and hold.
    """
    groups = Groups(told, edges, apart)
    for left, right in together:
        groups.join(groups.find(left), groups.find(right))
    links = sorted((edge for edge in edges if edge.weight >= threshold), key=lambda e: (-e.weight, e.left, e.right))
    refused = [edge for edge in links if not _follow(groups, edge, fit)]
    refused = [edge for edge in refused if not _follow(groups, edge, fit)]  # groups that grew may fit now
    found = [groups.find(claim) for claim in range(len(told))]
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
    apart, common = groups.told_as_two(left, right)
    if apart > common:
        return f"told as two: {apart} of the reports tell{'s' if apart == 1 else ''} both, at different places"
    if (mean := groups.mean(left, right)) < fit:
        return f"weak chain: mean weight {mean:.1f} between the two groups"
    return ""


def _cut(groups: Groups, edge: Edge, fit: float) -> Cut:
    reason = _objection(groups, groups.find(edge.left), groups.find(edge.right), fit)
    return Cut(edge.left, edge.right, reason or "weak chain: the groups grew apart")

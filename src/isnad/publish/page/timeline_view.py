"""When: above the line the days on which it was told, below the days on which it is said to have happened."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from isnad.publish.bundle.rows import Row, days_of

View = dict[str, Any]
WIDTH, MIDDLE, HEIGHT = 720.0, 112.0, 254.0
EDGE = 64.0
MOST_DOTS = 7
"""Claims of one day that still get a dot each; more become a bar with their number."""
MOST_LINES = 60
LONG = 45
"""Days over which a claim is drawn at its ends no more: a season or a year would fill the line."""
BINS = ((200, 1), (1400, 7), (6000, 30))
"""Up to so many days in all, a column is so many days wide; beyond, a year."""


def timeline_view(claims: Sequence[Row]) -> View | None:
    """Columns above and below, lines between, ticks; None where no day is told."""
    told = {claim["id"]: claim["published"] for claim in claims if claim["published"]}
    done = {claim["id"]: days[0] for claim in claims if (days := days_of(claim)) and _length(days) <= LONG}
    every = [_number(day) for day in (*told.values(), *done.values())]
    if not every:
        return None
    axis = _Axis(min(every), max(every))
    both = sorted(told.keys() & done.keys())
    lines = {(axis.x(done[one]), axis.x(told[one])) for one in both}
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "middle": MIDDLE,
        "above": _columns(told, axis, -1),
        "below": _columns(done, axis, 1),
        "lines": sorted(lines) if len(lines) <= MOST_LINES else [],
        "ticks": axis.ticks(),
        "undated": sum(1 for claim in claims if claim["id"] not in done),
        "step": axis.step,
    }


class _Axis:
    """Days along the width; columns are `step` days wide."""

    def __init__(self, first: int, last: int) -> None:
        span = last - first
        self.step = next((step for limit, step in BINS if span <= limit), 365)
        self.first = first
        self.span = max(span, 1)
        self.alone = span == 0

    def x(self, day: str) -> float:
        at = (_number(day) - self.first) // self.step * self.step
        return WIDTH / 2 if self.alone else round(EDGE + at / self.span * (WIDTH - 2 * EDGE), 1)

    def ticks(self) -> list[tuple[float, str]]:
        """Up to six days with where they stand."""
        count = 1 if self.alone else min(5, self.span)
        days = {self.first + round(self.span * at / count) for at in range(count + 1)} if not self.alone else {self.first}
        shown = [datetime.date.fromordinal(day).isoformat() for day in sorted(days)]
        return [
            (WIDTH / 2 if self.alone else round(EDGE + (_number(day) - self.first) / self.span * (WIDTH - 2 * EDGE), 1), day)
            for day in shown
        ]


def _columns(days: dict[str, str], axis: _Axis, side: int) -> list[View]:
    """A stack of dots a column, each the way to its claim; or a bar, where there are too many."""
    stacks: dict[float, list[str]] = {}
    for claim, day in days.items():
        stacks.setdefault(axis.x(day), []).append(claim)
    top = max(map(len, stacks.values()), default=1)
    dots = top <= MOST_DOTS
    return [
        {"x": x, "claims": claims, "dots": _dots(claims, side) if dots else [], **_bar(len(claims), top, side)}
        for x, claims in stacks.items()
    ]


def _dots(claims: Sequence[str], side: int) -> list[tuple[str, float]]:
    return [(claim, MIDDLE + side * (14 + 10 * at)) for at, claim in enumerate(claims)]


def _bar(count: int, top: int, side: int) -> View:
    high = round(4 + 62 * count / top, 1)
    return {"count": count, "high": high, "y": MIDDLE - 6 - high if side < 0 else MIDDLE + 6}


def _number(day: str) -> int:
    return datetime.date.fromisoformat(day[:10]).toordinal()


def _length(days: tuple[str, str]) -> int:
    return _number(days[1]) - _number(days[0])

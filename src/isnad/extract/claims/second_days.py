"""When acts happened, looked at once more when every act of the report has been looked at.

Acts told one after another happened on one day more often than not: what the first look chose for an act's neighbours, and for the
report as a whole, speaks with what it saw in the act's own sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from isnad.extract.claims.act_times import TimeOption, days_of
from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.sights import Again, half
from isnad.extract.field import FieldReading
from isnad.extract.times.anchored import Anchored
from isnad.extract.weights import THRESHOLD, Part, logistic, rate
from isnad.knowledge.load import Knowledge

NAME = "again:time"
Days = tuple[str, str]


class SeenTime(NamedTuple):
    """An option of the first look with its sum of weights."""

    option: TimeOption
    total: float


def see_times(options: Sequence[TimeOption], knowledge: Knowledge) -> tuple[SeenTime, ...]:
    """The first look at one act's times."""
    weights = knowledge.weights.get("time", {})
    return tuple(SeenTime(option, rate("time", weights, option.parts)) for option in options)


class FirstDays:
    """What the first look chose for all acts of a report."""

    def __init__(
        self, field: FieldReading, triggers: Sequence[Trigger], times: Sequence[Anchored], sights: Sequence[tuple[SeenTime, ...]]
    ) -> None:
        heads = [field.heads[t.head] for t in triggers]
        self.times, self.sights, self.triggers, self.heads = times, sights, triggers, heads
        self.lines = [field.line_of[h.first] for h in heads]
        self.chosen = [self._first(sight) for sight in sights]
        self.shares = Counter(self.chosen)

    def _first(self, sight: Sequence[SeenTime]) -> Days | None:
        best = max(sight, key=lambda s: s.total, default=None)
        return days_of(self.times[best.option.time]) if best and logistic(best.total) >= THRESHOLD["time"] else None

    def again(self, at: int) -> list[Again[SeenTime]]:
        """The options of one act."""
        best = max((s.total for s in self.sights[at]), default=0.0)
        return [Again(s, (*self._parts(at, s, s.total == best), *s.option.parts)) for s in self.sights[at]]

    def _parts(self, at: int, seen: SeenTime, top: bool) -> tuple[Part, ...]:
        days, others = days_of(self.times[seen.option.time]), len(self.chosen) - 1
        share = round(4 * (self.shares[days] - (self.chosen[at] == days)) / max(1, others))
        open_ = 4 * self.shares[None] // (others + 1)
        before, after = self._near(at, -1, days), self._near(at, 1, days)
        gap = self.heads[at].sentence - self.times[seen.option.time].sentence
        own = half(seen.total)
        return (
            (_of_sight, (own, top)),
            (_of_near, (before, after, self._near(at, -2, days), own)),
            (_of_share, (share, open_, own)),
            (_of_place, (max(-1, min(gap, 4)), before, share)),
            (_of_act, (self.triggers[at].act, self.heads[at].tense, before, share)),
        )

    def _near(self, at: int, step: int, days: Days) -> str:
        """Whether the act before or after took these days, others or none, and whether it is told beside this one."""
        other = at + step
        if not 0 <= other < len(self.chosen):
            return "edge"
        took = "none" if self.chosen[other] is None else "same" if self.chosen[other] == days else "other"
        beside = self.heads[other].sentence == self.heads[at].sentence
        return took + ("/sentence" if beside else "/line" if self.lines[other] == self.lines[at] else "/apart")


def _of_sight(own: float, top: bool) -> tuple[str, ...]:
    return f"sight={own}", f"sight={own}/{top}"


def _of_near(before: str, after: str, second: str, own: float) -> tuple[str, ...]:
    return (
        f"before={before}", f"after={after}", f"before={before}/{after}", f"before={before}/{second}", f"before={before}/sight={own // 1}",
        f"after={after}/sight={own // 1}",
    )  # fmt: skip


def _of_share(share: int, open_: int, own: float) -> tuple[str, ...]:
    return f"share={share}", f"share={share}/open={open_}", f"share={share}/sight={own // 1}"


def _of_place(gap: int, before: str, share: int) -> tuple[str, ...]:
    return f"before={before}/away={gap}", f"share={share}/away={gap}"


def _of_act(act: str, tense: str, before: str, share: int) -> tuple[str, ...]:
    return f"before={before}/{act}", f"before={before}/{tense}", f"share={share}/{tense}"


def choose_days(first: FirstDays, at: int, knowledge: Knowledge) -> int:
    """The time that dates an act at second sight, or -1; with no weights for that, the first look's."""
    weights = knowledge.weights.get(NAME)
    if weights:
        rated = [(rate(NAME, weights, option.parts), option.seen.option.time) for option in first.again(at)]
    else:
        rated = [(seen.total, seen.option.time) for seen in first.sights[at]]
    total, best = max(rated, key=lambda r: r[0], default=(0.0, -1))
    return best if rated and logistic(total) >= THRESHOLD[NAME if weights else "time"] else -1

"""How time suites are scored: the start of the first time read, compared at the expected grain."""

from __future__ import annotations

from tests.suites.reading import Case, times_of

LENGTH = {
    "year": 4, "month": 7, "day": 10, "week": 10, "hour": 13, "minute": 16, "second": 16, "season": 7, "quarter": 7,
    "decade": 4,
}  # fmt: skip


def starts_right(case: Case, future: bool = False) -> bool:
    """Whether the first time read starts where it should, at its grain; for vague ones, whether none is placed."""
    times, want = times_of(case["input"], case["reference_date"], future), case["expected"]
    if want["kind"] in ("none", "vague-past", "vague"):
        return not times
    if not times:
        return False
    size = LENGTH[want["grain"]]
    return times[0].start.ljust(16, "0")[:size] == _expected(want["start"], times[0].start)[:size]


def _expected(start: str, ours: str) -> str:
    """An hour that the day alone cannot tell (00:00) is not asked for."""
    return start[:10] + "000000" if len(start) == 10 or (start.endswith("00:00:00") and len(ours) == 10) else start


def future_right(case: Case) -> bool:
    return starts_right(case, True)

"""Every suite with the share that it must keep, and what the best other tool reaches on the same cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.suites import number_scores as numbers
from tests.suites import time_scores as times
from tests.suites.number_scores import Score, score
from tests.suites.reading import Case, times_of
from tests.suites.word_scores import segmentation


class Suite(NamedTuple):
    """A suite: how it is measured, its floor, its target, and the best other score known (whose, on how many)."""

    name: str
    measure: Callable[[], Score]
    floor: float
    target: float | None
    other: str


def _instants(case: Case) -> bool:
    return case["expected"]["kind"] == "instant" and "holiday" not in case["expected"]


def _month(case: Case) -> bool:
    month = case["expected"].get("month")
    return month is not None and [t.start for t in times_of(f"15 {case['input']} 2019", None)] == [f"2019-{month:02d}-15"]


def _hijri_month(case: Case) -> bool:
    found = times_of(f"15 {case['input']} 1440 هـ", None)
    return len(found) == 1 and found[0].precision == "day"


def _hijri_day(case: Case) -> bool:
    return [t.start for t in times_of(case["input"], None)] == [case["expected"]["start"]]


def _negative(case: Case) -> bool:
    return bool(case["expected"]["kind"] == "none")


SUITES = [
    Suite("seg-ud-pud, words", segmentation, 0.982, 0.98, "–"),
    Suite("own-news-ar-numbers", lambda: score("own-news-ar-numbers", numbers.news), 0.95, 0.92, "Maha 60/97 of values"),
    Suite("duckling-ar-numeral", lambda: score("duckling-ar-numeral", numbers.one_value), 0.98, 0.95, "Maha 158/163 (Duckling, its own: 163)"),
    Suite("nemo-ar, those with a value", lambda: score("nemo-ar", numbers.one_value, numbers.decimal_or_cardinal), 0.97, 0.95, "Maha 24/30 of cardinals"),
    Suite("recognizers NumberModel, gold", lambda: score("recognizers-number-ar-NumberModel", numbers.values_in, numbers.gold), 0.70, 0.80, "Maha 103/300, pyarabic 75/300 (with `mt`)"),
    Suite("own-news-ar-time, starts", lambda: score("own-news-ar-time", times.starts_right, lambda c: not _negative(c)), 0.95, 0.90, "HeidelTime 96/146"),
    Suite("own-news-ar-time, negatives quiet", lambda: score("own-news-ar-time", times.starts_right, _negative), 1.0, 1.0, "dateparser 13/16"),
    Suite("duckling-ar-time, instants (future)", lambda: score("duckling-ar-time", times.future_right, _instants), 0.85, 0.75, "Maha 112/146 (Duckling, its own: 142)"),
    Suite("duckling-ar-time, the rest", lambda: score("duckling-ar-time", times.future_right, lambda c: not _instants(c)), 0.80, None, "HeidelTime 7/31"),
    Suite("CLDR month names", lambda: score("cldr-ar-names-distinct", _month, lambda c: "month" in c["expected"]), 1.0, 1.0, "Duckling 24/40"),
    Suite("CLDR Hijri month names", lambda: score("cldr-ar-names-distinct", _hijri_month, lambda c: "hijri_month" in c["expected"]), 1.0, None, "–"),
    Suite("hijridate pairs", lambda: score("hijridate-pairs", _hijri_day), 1.0, 1.0, "Maha 1/100"),
]  # fmt: skip


def table() -> str:
    """The suites' scores as Markdown rows."""
    rows = []
    for suite in SUITES:
        right, every, _ = suite.measure()
        share = f"{right}/{every} ({right / every:.3f})" if every else "not there"
        rows.append(f"| {suite.name} | {share} | {suite.target if suite.target is not None else '–'} | {suite.other} |")
    return "\n".join(["| suite | isnad | target | best other |", "|---|---|---|---|", *rows])

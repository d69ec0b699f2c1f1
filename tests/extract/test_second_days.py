"""What the first look chose for an act's neighbours speaks in the second look at its day."""

from __future__ import annotations

import pytest

from isnad.extract.claims.act_times import TimeOption
from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.second_days import FirstDays, SeenTime, choose_days
from isnad.extract.field import FieldReading
from isnad.extract.times.anchored import Anchored
from isnad.knowledge.load import Knowledge, load_knowledge
from isnad.records import Span, Time

TEXT = "قصفت قوات القناديل قرية الواحة. هاجم مسلحون الحاجز. قصفت القوات القرية ثانية."
SURE, UNSURE = 2.0, -2.0


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def day(at: int, sentence: int, iso: str) -> Anchored:
    return Anchored(at, at + 1, sentence, Time(iso, iso, "day", iso, Span(0, 1, "text")))


def first_days(knowledge: Knowledge, totals: list[list[float]]) -> FirstDays:
    """Three acts, each offered the same two days with these sums of weights."""
    field = FieldReading(TEXT, "text", None, knowledge)
    told = [Trigger(i, h.acts[0][0], h.last, 0.9, ()) for i, h in enumerate(field.heads) if h.verb and h.acts]
    times = [day(0, 0, "2019-03-13"), day(1, 0, "2019-03-12")]
    sights = [tuple(SeenTime(TimeOption(i, ()), total) for i, total in enumerate(row)) for row in totals]
    return FirstDays(field, told, times, sights)


def test_neighbours_speak(knowledge: Knowledge) -> None:
    first = first_days(knowledge, [[SURE, UNSURE], [UNSURE, UNSURE], [UNSURE, SURE]])
    assert first.chosen == [("2019-03-13", "2019-03-13"), None, ("2019-03-12", "2019-03-12")]
    one, two = (set(option.features) for option in first.again(1))
    assert {"before=same/line", "after=other/line"} <= one or {"before=same/apart", "after=other/apart"} <= one
    assert {"before=other/line", "after=same/line"} <= two or {"before=other/apart", "after=same/apart"} <= two


def test_without_weights_the_first_look_holds(knowledge: Knowledge) -> None:
    first = first_days(knowledge, [[UNSURE, SURE], [UNSURE, UNSURE], []])
    taught, knowledge.weights = knowledge.weights, {}
    try:
        assert [choose_days(first, at, knowledge) for at in range(3)] == [1, -1, -1]
    finally:
        knowledge.weights = taught

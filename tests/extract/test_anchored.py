"""A time that «منذ» opens from afar dates what stands between the two, and what is told around them with the stretch since."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.extract.times.anchored import Anchored, anchored
from isnad.extract.times.times import find_times
from isnad.knowledge.load import load_knowledge
from tests.extract.reading import words_of

PUBLISHED = date(2019, 3, 14)


def told(text: str) -> list[Anchored]:
    words = words_of(text)
    return list(anchored(words, find_times(words, load_knowledge()), words.sentence_of, PUBLISHED))


def spans(times: list[Anchored]) -> list[tuple[str, str, bool]]:
    return [(t.time.start, t.time.end, t.stretch) for t in times if t.time]


def test_since_an_event_on_a_day() -> None:
    times = told("تحاصر القوات القطاع منذ سيطرة الحركة عليه في يونيو 2017")
    assert spans(times) == [("2017-06-01", "2017-06-30", False), ("2017-06-01", "2019-03-14", True)]
    siege, seizure = 0, 4
    assert [t.dates(siege) for t in times] == [False, True]
    assert [t.dates(seizure) for t in times] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "تحاصر القوات القطاع منذ يونيو 2017",  # the word stands beside its time
        "تحاصر القوات القطاع منذ أشهر، وقصفت القرية في يناير الماضي",  # another clause
        "سيطرت الحركة على القطاع في يونيو 2017",
    ],
)
def test_what_stays_one_time(text: str) -> None:
    assert not any(t.stretch for t in told(text))

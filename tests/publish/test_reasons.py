"""Reasons of figures and voices can be said in either language: every phrase that linking writes is known to the page."""

import pytest

from isnad.link.figures import figures_of
from isnad.link.figures.tellings import Telling
from isnad.link.voices import Source, one_origin
from isnad.publish.page.reasons import KEYS, parts_of
from isnad.publish.words.words import every_word


def telling(voice: str, low: int, **more: object) -> Telling:
    return Telling(voice, voice, voice, "2031-05-04", "killed", "any", low, low, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "tellings",
    [
        [telling("a", 3)],
        [telling("a", 3), telling("b", 5, agents=("x",)), telling("c", 5, agents=("y",), total=True)],
        [telling("a", 3), telling("b", 0, denied=True), telling("c", 0, denied=True), telling("d", 3, admitted=True)],
        [telling("a", 0, denied=True)],
    ],
)
def test_every_reason_of_a_figure_is_known(tellings: list[Telling]) -> None:
    for figure in figures_of(tellings):
        assert parts_of(figure.reason) and all(key for key, _ in parts_of(figure.reason)), figure.reason


def test_every_reason_of_a_voice_is_known() -> None:
    first, second = (
        Source(report, "2031-05-04", report, frozenset({"w"}), frozenset({"m"}), frozenset({"killed 3"})) for report in ("a", "b")
    )
    unwired = [Source(s.report, s.published, s.outlet, frozenset(), s.mouths, s.numbers) for s in (first, second)]
    reasons = [
        one_origin(first, second, {("a", "b"): (80, 0)}),
        one_origin(first, second, {("a", "b"): (10, 4)}),
        one_origin(first, second, {}),
        one_origin(*unwired, {}),
    ]
    assert [[key for key, _ in parts_of(f"{reason} (a)")] for reason in reasons] == [
        ["reason.copy"],
        ["reason.quoted"],
        ["reason.wire"],
        ["reason.mouth"],
    ]


def test_every_phrase_has_words_and_an_unknown_one_stays_as_it_is() -> None:
    assert set(KEYS) <= every_word().keys()
    assert parts_of("best: 2 of 3 independent voices; something new") == [("reason.told_by", "2 / 3"), ("", "something new")]

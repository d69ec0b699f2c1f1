"""The words round acts and mentions as features, in invented sentences; and the sums that find them without their names."""

from __future__ import annotations

import pytest

from isnad.extract.claims import wording
from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.extract.weights import features_of, rate, rates
from isnad.knowledge.load import Knowledge, load_knowledge

TOLD = "قال مصدر محلي إن طائرات حربية قصفت بلدة كفر زمرود مساء أمس. وزار الوزير البلدة."


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def field(knowledge: Knowledge) -> FieldReading:
    return FieldReading(TOLD, "text", None, knowledge)


def at(field: FieldReading, raw: str) -> int:
    return next(i for i, kind in enumerate(field.words.types) if kind.raw == raw)


def head_at(field: FieldReading, raw: str) -> Head:
    return next(h for h in field.heads if h.first == at(field, raw))


def test_a_word_is_named_with_its_side_and_the_act(field: FieldReading) -> None:
    told = features_of([wording.round_act(field.words, head_at(field, "قصفت"), "airstrike")])
    assert {"L:طايرات|airstrike", "R:بلده|airstrike"} <= set(told)


def test_words_of_the_next_sentence_are_not_round_an_act(field: FieldReading) -> None:
    told = features_of([wording.round_act(field.words, head_at(field, "قصفت"), "airstrike")])
    assert not any(":وزير|" in f for f in told)


def test_the_way_to_a_mention_is_named_with_the_act_and_alone(field: FieldReading) -> None:
    place = at(field, "زمرود")
    told = set(features_of([wording.round_mention(field.words, head_at(field, "قصفت"), (place, place + 1), "airstrike")]))
    assert {"w>:كفر|airstrike", "w>:كفر|", "mw>:زمرود|airstrike"} <= told


def test_what_stands_before_the_act_is_on_the_other_side(field: FieldReading) -> None:
    who = at(field, "مصدر")
    told = set(features_of([wording.round_mention(field.words, head_at(field, "قصفت"), (who, who + 2), "airstrike")]))
    assert "mw<:مصدر|airstrike" in told
    assert not any(f.startswith(("mw>", "w>")) for f in told)


def test_a_mention_far_off_has_no_way(knowledge: Knowledge) -> None:
    far = FieldReading("قصفت طائرات " + "ثم " * wording.BETWEEN + " كفر زمرود", "text", None, knowledge)
    place = len(far.words) - 1
    told = features_of([wording.round_mention(far.words, far.heads[0], (place, place + 1), "airstrike")])
    assert not any(f.startswith("w>") for f in told)


def test_sums_of_words_are_those_of_their_names(field: FieldReading) -> None:
    place = at(field, "زمرود")
    parts = wording.round_pair(field.words, head_at(field, "قصفت"), (place, place + 1), "airstrike")
    weights = {f: 0.5 + n for n, f in enumerate(sorted(set(features_of(parts)))[::2])} | {"bias": -1.0}
    expected = -1.0 + sum(weights.get(f, 0.0) for f in features_of(parts))
    assert rate("a chooser of this test", weights, parts) == pytest.approx(expected)
    pairs = {f: (w, 2 * w) for f, w in weights.items()}
    assert rates("another chooser of this test", pairs, parts, 2) == pytest.approx([expected, 2 * expected])


def test_weights_of_another_act_do_not_count(field: FieldReading) -> None:
    parts = [wording.round_act(field.words, head_at(field, "قصفت"), "airstrike")]
    assert rate("a third chooser of this test", {"L:طايرات|meet": 3.0, "bias": -1.0}, parts) == -1.0

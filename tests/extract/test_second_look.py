"""What other acts of a report were seen with speaks in the second look at roles."""

import pytest

from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.second_look import FirstLook, Looked, Seen, class_of, half, look_again
from isnad.extract.field import FieldReading
from isnad.knowledge.load import Knowledge, load_knowledge

TEXT = "قصفت قوات القناديل قرية الواحة. هاجم مسلحون الحاجز. قصفت القوات القرية ثانية."


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def field(knowledge: Knowledge) -> FieldReading:
    return FieldReading(TEXT, "text", None, knowledge)


def triggers(field: FieldReading) -> list[Trigger]:
    heads = [(i, h) for i, h in enumerate(field.heads) if h.verb and h.acts]
    return [Trigger(i, h.acts[0][0], h.last, 0.9, ()) for i, h in heads]


def seen(mention: int, name: str, probability: float, role: str = "agent") -> Seen:
    return Seen(mention, name, role, probability, 0.0)


def test_a_probability_has_a_class() -> None:
    assert [class_of(p) for p in (0.0, 0.2, 0.4, 0.6, 0.9)] == ["0", "2", "4", "6", "9"]
    assert [half(x) for x in (-9.0, -0.3, 0.3, 9.0)] == [-5.0, -0.5, 0.5, 5.0]


def test_the_act_before_and_acts_alike_speak(field: FieldReading) -> None:
    told = triggers(field)
    assert [t.act for t in told] == ["shell", "attack", "shell"]
    looks = [Looked((seen(0, "lanterns", 0.8),)), Looked((seen(1, "gunmen", 0.5),)), Looked((seen(2, "lanterns", 0.3),))]
    first = FirstLook(field, told, looks)
    features = set(first.again(2)[0].features)
    assert {"previous=0/False", "alike=9", "any=9", "following=none", "acts=attack>shell/0"} <= features
    assert {"previous=none/False", "alike=4", "any=4"} <= set(first.again(0)[0].features)


def test_a_name_counts_by_its_likeliest_mention() -> None:
    look = Looked((seen(0, "lanterns", 0.2), seen(3, "lanterns", 0.7), seen(1, "gunmen", 0.6, "target")))
    assert look.best("agent") == {"lanterns": 0.7}
    assert look.best("target") == {"gunmen": 0.6}


def test_each_party_takes_one_role(field: FieldReading, knowledge: Knowledge) -> None:
    told = triggers(field)[:1]
    looks = [Looked((seen(0, "lanterns", 0.9), seen(0, "lanterns", 0.1, "target"), seen(0, "oasis", 0.9, "place")))]
    taught, knowledge.weights = knowledge.weights, {}
    try:
        assert look_again(field, told, looks, knowledge) == [{"agent": [0], "target": [], "counterpart": [], "place": [0]}]
    finally:
        knowledge.weights = taught


def test_who_is_named_twice_has_one_role(field: FieldReading, knowledge: Knowledge) -> None:
    told = triggers(field)[:1]
    looks = [Looked((seen(0, "lanterns", 0.9), seen(3, "lanterns", 0.4, "target"), seen(1, "gunmen", 0.5, "target")))]
    taught, knowledge.weights = knowledge.weights, {}
    try:
        assert look_again(field, told, looks, knowledge) == [{"agent": [0], "target": [1], "counterpart": [], "place": []}]
    finally:
        knowledge.weights = taught

"""What other acts of a report were seen with speaks in the second look at roles."""

import pytest

from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.first_sight import FirstLook
from isnad.extract.claims.rival_sights import Rivals
from isnad.extract.claims.second_look import look_again
from isnad.extract.claims.sights import Looked, Seen, class_of, half
from isnad.extract.field import FieldReading
from isnad.extract.weights import features_of
from isnad.knowledge.load import Knowledge, load_knowledge

ALONE = (-1, -1, -1)  # no act is the content of another
TEXT = "قصفت القوات الروسية بلدة سرمين. هاجم مسلحون الحاجز. قصفت القوات التركية والجيش السوري البلدة ثانية."


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


def test_the_act_before_and_acts_alike_speak(field: FieldReading, knowledge: Knowledge) -> None:
    told = triggers(field)
    assert [t.act for t in told] == ["shell", "attack", "shell"]
    looks = [Looked((seen(0, "lanterns", 0.8),)), Looked((seen(1, "gunmen", 0.5),)), Looked((seen(2, "lanterns", 0.3),))]
    first = FirstLook(field, told, looks, ALONE, knowledge)
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
        assert look_again(field, told, looks, (-1,), knowledge) == [{"agent": [0], "target": [], "counterpart": [], "place": [0]}]
    finally:
        knowledge.weights = taught


def test_who_is_named_twice_has_one_role(field: FieldReading, knowledge: Knowledge) -> None:
    told = triggers(field)[:1]
    looks = [Looked((seen(0, "lanterns", 0.9), seen(3, "lanterns", 0.4, "target"), seen(1, "gunmen", 0.5, "target")))]
    taught, knowledge.weights = knowledge.weights, {}
    try:
        assert look_again(field, told, looks, (-1,), knowledge) == [{"agent": [0], "target": [1], "counterpart": [], "place": []}]
    finally:
        knowledge.weights = taught


def test_other_roles_speak(field: FieldReading, knowledge: Knowledge) -> None:
    told = triggers(field)
    victim = Looked((seen(0, "lanterns", 0.1), seen(0, "lanterns", 0.9, "target")))
    looks = [Looked((seen(0, "lanterns", 0.9),)), Looked(()), victim]
    first = FirstLook(field, told, looks, (-1, -1, 0), knowledge)
    agent, target = first.again(2)
    assert {"xtarget=9/2", "xall=9/0/2", "taken:target=True/True", "alike:target=0"} <= set(agent.features)
    assert {"xagent=2/9", "alike:agent=9", "parent:agent=9/shell", "previous:agent=0/9"} <= set(target.features)
    assert "contents:target=9/shell" in first.again(0)[0].features


def rivals(text: str, role: str, knowledge: Knowledge) -> tuple[list[str], list[set[str]]]:
    """The mentions of a text that may stand in a role, and the features of each against the others."""
    field = FieldReading(text, "text", None, knowledge)
    mentions = field.places if role == "place" else field.actors
    look = Looked(tuple(seen(i, m.name, 0.9 - i / 5, role) for i, m in enumerate(mentions)))
    told = Rivals(field, look, "shell", knowledge)
    return [text[m.start : m.end] for m in mentions], [set(features_of(told.parts(one))) for one in look.seen]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("قصفت القوات الروسية والجيش السوري البلدة.", "and"),
        ("قصفت القوات الروسية، الجيش السوري قال إنه لم يشارك.", "comma"),
        ("قصفت القوات الروسية بطلب من الجيش السوري البلدة.", "no"),
        ("قصفت القوات الروسية البلدة. نفى الجيش السوري ذلك.", "apart"),
    ],
)
def test_parties_are_joined(text: str, joined: str, knowledge: Knowledge) -> None:
    names, found = rivals(text, "agent", knowledge)
    assert names[:2] == ["القوات الروسية", "الجيش السوري"]
    assert any(f.startswith(f"co={joined}") for f in found[1])
    assert any(f.startswith("mate=9") for f in found[1]) == (joined in ("and", "comma"))


def test_places_lie_within_places(knowledge: Knowledge) -> None:
    names, (town, country) = rivals("قصفت طائرات بلدة سرمين وقالت إن سوريا بعيدة.", "place", knowledge)
    assert names == ["سرمين", "سوريا"]
    assert any(f.startswith("lies=in/") for f in town) and not any(f.startswith("lies=holds/") for f in town)
    assert any(f.startswith("lies=holds/9") for f in country)

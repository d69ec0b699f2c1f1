"""Of whom something is demanded, and what may be a content."""

from __future__ import annotations

from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.contents import content_options, share_parties
from tests.extract.test_clauses import field_of, head_at


def _trigger(act: str, head: int = 0) -> Trigger:
    return Trigger(head, act, head + 1, 1.0, ())


def _filled(agent: list[int], counterpart: list[int]) -> dict[str, list[int]]:
    return {"agent": agent, "target": [], "counterpart": counterpart, "place": []}


def test_who_does_what_is_demanded_is_its_counterpart() -> None:
    filled = [_filled([0], []), _filled([1], [])]
    share_parties(filled, [_trigger("demand"), _trigger("withdraw", 1)], [-1, 0])
    assert filled[0]["counterpart"] == [1]


def test_who_demands_is_not_also_the_counterpart() -> None:
    filled = [_filled([0], []), _filled([0], [])]
    share_parties(filled, [_trigger("demand"), _trigger("withdraw", 1)], [-1, 0])
    assert filled[0]["counterpart"] == []


def test_a_named_counterpart_stays_alone() -> None:
    filled = [_filled([0], [1]), _filled([2], [])]
    share_parties(filled, [_trigger("demand"), _trigger("withdraw", 1)], [-1, 0])
    assert filled[0]["counterpart"] == [1]


def test_an_offer_has_no_counterpart_from_what_is_offered() -> None:
    filled = [_filled([0], []), _filled([1], [])]
    share_parties(filled, [_trigger("offer"), _trigger("deploy", 1)], [-1, 0])
    assert filled[0]["counterpart"] == []


def test_a_later_sentence_may_not_hold_the_demand() -> None:
    field = field_of("قصف الجيش البلدة. ثم طالب الوفد بوقف القصف.")
    triggers = [_trigger("shell", head_at(field, "قصف")), _trigger("demand", head_at(field, "طالب"))]
    assert content_options(field, triggers, 0) == []
    assert [o.parent for o in content_options(field, [*triggers, _trigger("halt", head_at(field, "بوقف"))], 2)] == [1]


def test_what_stands_beside_a_demand_or_is_to_stop_is_no_content() -> None:
    field = field_of("طالب الوفد خلال المحادثات بوقف فوري للغارات على البلدة.")
    words = (("طالب", "demand"), ("المحادثات", "meet"), ("بوقف", "halt"), ("للغارات", "airstrike"))
    triggers = [_trigger(act, head_at(field, word)) for word, act in words]
    assert [[o.parent for o in content_options(field, triggers, at)] for at in (1, 2, 3)] == [[], [0], []]

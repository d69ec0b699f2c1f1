"""Which links acts and statuses allow, and which tellings of two claims stand nearest each other."""

from __future__ import annotations

import pytest

from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.links import link_options
from isnad.extract.claims.merging import Told
from tests.extract.reading import knowledge
from tests.extract.test_clauses import field_of, head_at

NONE: frozenset[str] = frozenset()


def _types(text: str, one: tuple[str, str, str], other: tuple[str, str, str]) -> tuple[str, ...]:
    """The links allowed from one (word, act, status) to another."""
    field = field_of(text)
    told = [Told(Trigger(head_at(field, w), a, 0, 1.0, ()), s, NONE, NONE, NONE, "", NONE, NONE, "") for w, a, s in (one, other)]
    return next((o.types for o in link_options(field, [[0], [1]], told, knowledge()) if o.a == 0), ())


BREACH = "خرقت القوات الاتفاق الذي أبرم في الشتاء"


def test_a_deal_can_be_broken() -> None:
    assert "breaks" in _types(BREACH, ("خرقت", "breach", "happened"), ("الاتفاق", "agree", "happened"))


def test_a_strike_cannot_be_broken() -> None:
    text = "خرقت القوات الهدنة بعد قصف السوق"
    assert "breaks" not in _types(text, ("خرقت", "breach", "happened"), ("قصف", "shell", "happened"))


@pytest.mark.parametrize(("status", "allowed"), [("possible", True), ("happened", False)])
def test_only_what_has_not_come_about_is_a_purpose(status: str, allowed: bool) -> None:
    text = "شن الجيش عملية عسكرية بهدف السيطرة على البلدة"
    types = _types(text, ("السيطرة", "capture", status), ("عملية", "operation", "happened"))
    assert ("purpose_of" in types) is allowed


def test_claims_far_apart_are_not_linked() -> None:
    text = "خرقت القوات الهدنة. قال شاهد ذلك. نام الناس. طلع الصباح. عاد الهدوء. أبرم الطرفان اتفاقا."
    assert _types(text, ("خرقت", "breach", "happened"), ("أبرم", "agree", "happened")) == ()

"""A claim rests on the clause that tells its act."""

from __future__ import annotations

import pytest

from isnad.extract.claims.evidence import evidence_of
from isnad.extract.field import FieldReading
from isnad.knowledge.load import load_knowledge

CASES = (
    ("قالت المصادر إن القوات قصفت بلدة العمر، وأضافت أن الأهالي نزحوا", "قصف", "القوات قصفت بلدة العمر"),
    ("اتهم الوزير الفصائل بأنها قصفت المعبر", "قصف", "قصفت المعبر"),
    ("بعد هدوء دام أسبوعا في البلدة اندلعت اشتباكات عنيفة، بحسب الأهالي", "اشتباك", "اندلعت اشتباكات عنيفة"),
)


@pytest.mark.parametrize(("text", "key", "clause"), CASES)
def test_the_clause_ends_at_commas_and_at_other_verbs(text: str, key: str, clause: str) -> None:
    field = FieldReading(text, "text", None, load_knowledge())
    head = next(h for h in field.heads if h.acts and key in h.key)
    span = evidence_of(field, head)
    assert text[span.start : span.end] == clause

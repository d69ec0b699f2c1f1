"""Words that tell an act only under a demand, an offer or a deal, and what «وقف» makes of an act of force."""

from __future__ import annotations

import pytest

from tests.extract.test_clauses import field_of, head_at


def acts_at(text: str, word: str) -> set[str]:
    field = field_of(text)
    return {act for act, _ in field.heads[head_at(field, word)].acts}


@pytest.mark.parametrize(
    ("text", "word", "act"),
    [
        ("طالب المجلس بخروج القوات من المدينة", "بخروج", "withdraw"),
        ("وعدت الحكومة بتوفير الغذاء للأهالي", "بتوفير", "aid"),
        ("دعا المبعوث إلى حوار بين الطرفين", "حوار", "meet"),
        ("طالب الأهالي بتشكيل لجنة مستقلة", "بتشكيل", "other"),
    ],
)
def test_contents_are_acts_under_a_demand(text: str, word: str, act: str) -> None:
    assert act in acts_at(text, word)


@pytest.mark.parametrize(("text", "word"), [("تحدث الكاتب عن خروج الناس من السوق", "خروج"), ("ينتظر الناس عودة الشتاء", "عودة")])
def test_the_same_words_tell_nothing_elsewhere(text: str, word: str) -> None:
    field = field_of(text)
    assert not any(h.acts for h in field.heads if field.words.types[h.first].raw == word)


@pytest.mark.parametrize(
    ("text", "word"), [("طالب المجلس بوقف الهجمات على المدينة", "بوقف"), ("توقفت المعارك في المدينة", "توقفت")]
)
def test_a_stop_over_force_is_a_halt(text: str, word: str) -> None:
    assert "halt" in acts_at(text, word)


def test_a_stop_of_something_else_is_none() -> None:
    field = field_of("قررت الوزارة وقف الرحلات الجوية")
    assert not any(act == "halt" for h in field.heads for act, _ in h.acts)

"""The clause tree: what hangs on what, in invented sentences."""

from __future__ import annotations

import pytest

from isnad.extract.claims.contents import way_up
from isnad.extract.field import FieldReading
from tests.extract.reading import knowledge


def field_of(text: str) -> FieldReading:
    return FieldReading(text, "text", None, knowledge())


def head_at(field: FieldReading, word: str) -> int:
    """The head that begins at a word, given as written."""
    return next(i for i, h in enumerate(field.heads) if field.words.types[h.first].raw == word)


def way(text: str, low: str, high: str) -> str:
    """The relations from one word's head up to another's."""
    field = field_of(text)
    return way_up(field, head_at(field, low), head_at(field, high))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("طالب الوفد الحكومة بانسحاب كامل لقواتها من البلدة", "بانسحاب", "طالب"),
        ("طالب الوفد الحكومة بانسحاب قواتها من البلدة ورفع العلم فوقها", "ورفع", "طالب"),
        ("دعت الأمم المتحدة الأطراف إلى وقف إطلاق النار والإفراج عن المعتقلين", "وقف", "دعت"),
        ("اتهم الناطق باسم الجيش الذي يسيطر على المدينة التحالف بقصف السوق", "بقصف", "اتهم"),
        ("دعا الوفد المتحاربين للاجتماع في جنيف", "للاجتماع", "دعا"),
        ("اتفق الطرفان في ختام الاجتماع على وقف إطلاق النار", "وقف", "اتفق"),
    ],
)
def test_contents_hang_on_what_takes_them(text: str, low: str, high: str) -> None:
    assert way(text, low, high) == "object"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("قصف الجيش البلدة، مطالباً الأهالي بالرحيل", "مطالباً", "قصف"),
        ("أدان الوفد قصف البلدة، مطالباً بوقف إطلاق النار", "بوقف", "أدان"),
    ],
)
def test_a_participle_beside_the_verb_is_no_part_of_its_object(text: str, low: str, high: str) -> None:
    assert not way(text, low, high).endswith("object")


def test_what_stands_before_the_demand_is_not_its_content() -> None:
    assert way("بعد قصف البلدة طالب الوفد الجيش بالانسحاب", "قصف", "طالب") == "none"


def test_a_refused_phrase_governs_nothing() -> None:
    field = field_of("أدانت وزارة الخارجية قصف السوق")
    at = head_at(field, "قصف")
    assert field.heads[field.nodes[at].parent].acts[0][0] == "accuse"

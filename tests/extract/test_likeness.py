"""Two tellings of one act share the words around them."""

import pytest

from isnad.extract.claims.likeness import content, likeness
from isnad.extract.field import FieldReading
from isnad.knowledge.load import Knowledge, load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def heads(field: FieldReading) -> list[int]:
    return [i for i, h in enumerate(field.heads) if h.acts]


def shared(text: str, knowledge: Knowledge) -> str:
    field = FieldReading(text, "text", None, knowledge)
    first, *_, last = heads(field)
    return next(f for f in likeness(field, first, last, "bomb") if f.startswith("both12="))


def test_the_same_blast_told_twice_shares_more_words_than_another(knowledge: Knowledge) -> None:
    again = "انفجرت عبوة ناسفة قرب سوق الواحة صباحاً. ووقع الانفجار قرب سوق الواحة"
    other = "انفجرت عبوة ناسفة قرب سوق الواحة صباحاً. ووقع الانفجار داخل مدرسة النخيل"
    assert int(shared(again, knowledge)[7]) > int(shared(other, knowledge)[7])


def test_function_words_are_no_content(knowledge: Knowledge) -> None:
    field = FieldReading("قصفت القوات القرية من الجبل في السوق", "text", None, knowledge)
    around = content(field, field.heads[heads(field)[0]], 12)
    assert {"قريه", "جبل", "سوق"} <= around
    assert not around & {"من", "في"}


def test_words_of_another_sentence_do_not_count(knowledge: Knowledge) -> None:
    field = FieldReading("قصفت القوات القرية. هدأ السوق", "text", None, knowledge)
    assert "سوق" not in content(field, field.heads[heads(field)[0]], 12)

"""Ties, labels, agency credits and signatures of invented sentences."""

from __future__ import annotations

import pytest

from isnad.extract.beside.beside import find_labels, find_ties, find_wire, signature
from isnad.extract.field import FieldReading
from isnad.knowledge.load import load_knowledge


def read(text: str) -> FieldReading:
    return FieldReading(text, "text", None, load_knowledge())


def ties(text: str) -> list[tuple[str, str, str]]:
    return [(t.type, t.who_id or t.who, t.whom_id or t.whom) for t in find_ties(read(text), load_knowledge())]


def labels(text: str) -> list[tuple[str, str]]:
    return [(label.text, label.of_id) for label in find_labels(read(text), load_knowledge())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هاجمت الفصائل المسلحة الموالية لتركيا البلدة", ("loyal_to", "tr-backed-factions", "tr")),
        ("تقدمت قوات سوريا الديمقراطية المدعومة من واشنطن", ("backs", "us", "sdf")),
        ("تقدمت قوات سوريا الديمقراطية المدعومة أمريكياً", ("backs", "us", "sdf")),
        ("قالت كتائب القسام، الجناح العسكري لحركة حماس", ("part_of", "qassam-brigades", "hamas")),
        ("اشتبكت مع حزب الله التي تدعمها إيران", ("backs", "ir", "hezbollah")),
    ],
)
def test_a_tie_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in ties(text)


def test_a_pronoun_ties_to_the_party_before() -> None:
    assert ("loyal_to", "الفصائل المسلحة", "tr.army") in ties("كثفت القوات التركية والفصائل المسلحة الموالية لها القصف")


@pytest.mark.parametrize("text", ["زار الوفد مدينة تابعة لمحافظة حلب", "مؤيد ومعارض للقرار", "قال المدعوم من الجميع"])
def test_places_and_loose_words_tie_nobody(text: str) -> None:
    assert ties(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وهاجمت الميليشيات “التركمانية” القرية", ("الميليشيات “التركمانية”", "")),
        ("هاجم تنظيم داعش الإرهابي القرية", ("تنظيم داعش الإرهابي", "islamic-state")),
        ("وقالت ما يسمى قوات سوريا الديمقراطية", ("ما يسمى قوات سوريا الديمقراطية", "sdf")),
        ("قصفت قوات نظام الأسد البلدة", ("قوات نظام الأسد", "sy.army")),
        ("انسحب مسلحو قسد المدعومون أمريكياً", ("مسلحو قسد المدعومون أمريكياً", "sdf")),
    ],
)
def test_a_label_is_found(text: str, expected: tuple[str, str]) -> None:
    assert expected in labels(text)


@pytest.mark.parametrize("text", ["قالت “قسد” إنها انسحبت", "ذكرت وكالة “سبوتنيك” أن الجيش تقدم", "تقدم الجيش السوري شمالاً"])
def test_plain_names_are_no_labels(text: str) -> None:
    assert labels(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل ثلاثة جنود في هجوم قرب الحدود أمس (أ ف ب)", ("فرانس برس",)),
        ("دبي، الإمارات (CNN)-- قال مسؤول إن المحادثات بدأت", ("سي إن إن",)),
        ("رويترز - قال مسؤول إن المحادثات بدأت", ("رويترز",)),
        ("انتهت المحادثات ( أ.ف.ب , رويترز )", ("فرانس برس", "رويترز")),
        ("انتهت المحادثات. المصدر: وكالات", ("وكالات",)),
    ],
)
def test_a_credit_is_found(text: str, expected: tuple[str, ...]) -> None:
    assert find_wire(read(text), load_knowledge()) == expected


@pytest.mark.parametrize(
    "text", ["وقالت رويترز إن المحادثات بدأت", "ونقلت وكالة سانا عن مصدر: انتهى الهجوم", "قال المتحدث لشبكة التلفزيون (CNN) أمس"]
)
def test_a_voice_is_no_credit(text: str) -> None:
    assert find_wire(read(text), load_knowledge()) == ()


LONG = "وقال قائد العملية للصحفيين في مؤتمر عقد مساء أمس في العاصمة إن القوات دخلت المدينة من ثلاث جهات، وإن السكان عادوا إلى بيوتهم."


def test_reprints_have_like_signatures() -> None:
    one, other = signature(read(LONG)), signature(read("  " + LONG.replace("إلى بيوتهم", "إلى منازلهم")))
    assert len(one.minhash) == 64
    assert sum(a == b for a, b in zip(one.minhash, other.minhash, strict=True)) > 32
    assert signature(read(LONG)) == one
    assert set(one.quotes) & set(other.quotes)


def test_quotations_are_hashed_whatever_stands_around_them() -> None:
    quoted = "«لن نقبل بوقف القتال قبل أن تعود القرى إلى أهلها»"
    one = signature(read(f"قال الناطق باسم المجلس في بيان نشره أمس على موقعه إنه {quoted} وشكر الحاضرين."))
    other = signature(read(f"وجاء في تصريح آخر نقلته وسائل إعلام محلية في المدينة مساء اليوم {quoted} دون تفاصيل."))
    assert set(one.quotes) & set(other.quotes)

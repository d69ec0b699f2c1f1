"""Numbers: values, bounds, parts, totals, and what is no number of losses. The first column is the pitfall it is for."""

from __future__ import annotations

import pytest

from tests.extract.reading import counts_of, numbers_of

VALUES = [
    (13, "٧ قتلى", 7), (13, "۷ قتلى", 7), (13, "1٬250 نازحا", 1250), (13, "1.250 نازحا", 1250), (13, "1,5 مليون نازح", 1_500_000),
    (9, "ثلاثة اَلاف نازح", 3000), (3, "سته جرحى", 6), (61, "ثلاث غارات", 3), (61, "أحد عشر مقاتلا", 11), (61, "خمسة وعشرون جنديا", 25),
    (61, "مئة قتيل", 100), (62, "مئتا قتيل", 200), (62, "ألفي مقاتل", 2000), (62, "مليونا نازح", 2_000_000), (64, "واحد وعشرون قتيلا", 21),
    (64, "ألف ومئتان وخمسون لاجئا", 1250), (63, "12 ألفا", 12000), (63, "مليون ونصف المليون نازح", 1_500_000), (61, "4 آلاف و300 أسرة", 4300),
    (61, "غارتان", 2), (61, "قتيلين", 2), (61, "مدنيين اثنين", 2), (62, "طفلتا الرجل", 2), (64, "أحد عناصر الشرطة", 1), (64, "إحدى البلدات", 1),
]  # fmt: skip


@pytest.mark.parametrize(("pitfall", "text", "value"), VALUES)
def test_values(pitfall: int, text: str, value: float) -> None:
    assert [(c.low, c.high) for c in counts_of(text)] == [(value, value)]


BOUNDS = [
    ("ما لا يقل عن 5 قتلى", 5, None, False), ("5 قتلى على الأقل", 5, None, False), ("أكثر من خمسة قتلى", 6, None, False),
    ("نحو 5 قتلى", 5, 5, True), ("قرابة خمسين جريحا", 50, 50, True), ("بين 3 و5 قتلى", 3, 5, False), ("3-5 قتلى", 3, 5, False),
    ("ثلاثة أو أربعة جرحى", 3, 4, False), ("عدد من الجرحى", 2, None, False), ("عشرات القتلى", 20, None, False), ("بضعة جنود", 3, 10, False),
    ("مئات النازحين", 200, None, False), ("آلاف النازحين", 2000, None, False), ("مئات آلاف النازحين", 200_000, None, False),
    ("حتى 30 قتيلا", 1, 30, False), ("ما يصل إلى 30 قتيلا", 1, 30, False), ("دون وقوع إصابات", 0, 0, False), ("لم يسقط ضحايا", 0, 0, False),
    ("وأكثر من 70 قتيلا", 71, None, False), ("بنحو 200 مقاتل", 200, 200, True), ("لا يقل عن 8 قتلى", 8, None, False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "approximate"), BOUNDS)
def test_bounds_of_the_codebook(text: str, low: float, high: float | None, approximate: bool) -> None:
    (count,) = counts_of(text)
    assert (count.low, count.high, count.approximate) == (low, high, approximate)


NO_LOSSES = [
    (12, "طائرة إف 16"), (64, "لم يقل أحد شيئا في المؤتمر"), (64, "يوم الأحد"), (64, "الاثنين"), (69, "طفل (7 سنوات)"), (69, "على بعد 5 كم من حلب"),
    (69, "القرار 2254"), (69, "اللواء 55"), (69, "المادة 51"), (57, "كتيبة 17 فبراير"), (68, "14/3/2019"), (68, "عام 2019"), (69, "الساعة 14:30"),
    (69, "30 في المئة من السكان"), (69, "500 دولار"), (64, "الفيلق الخامس"), (64, "كانون الثاني"), (69, "20%"), (64, "الدول السبع"),
]  # fmt: skip


@pytest.mark.parametrize(("pitfall", "text"), NO_LOSSES)
def test_what_counts_no_losses(pitfall: int, text: str) -> None:
    assert counts_of(text) == []


def test_parts_and_what_joins_them() -> None:
    whole, children, women = counts_of("مقتل 12 شخصا بينهم 4 أطفال و3 نساء")
    assert (whole.part, children.part, women.part) == (False, True, True)
    assert [c.of for c in (whole, children, women)] == ["شخصا", "أطفال", "نساء"]


def test_running_totals() -> None:
    (count,) = counts_of("ارتفاع حصيلة القتلى إلى 15")
    assert count.total and count.low == 15


def test_a_measure_keeps_its_value_and_says_so() -> None:
    (count,) = numbers_of("على بعد خمسة كيلومترات")
    assert (count.low, count.rule) == (5, "distance")


def test_the_span_holds_the_words_of_the_bound() -> None:
    (count,) = counts_of("أدى إلى مقتل ما لا يقل عن ثلاثة آلاف ومئتي نازح")
    assert count.text == "ما لا يقل عن ثلاثة آلاف ومئتي"
    assert (count.low, count.high) == (3200, None)

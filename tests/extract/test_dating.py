"""Undated reports dated from their own words."""

from __future__ import annotations

import pytest

from isnad.extract.times.dating import date_report
from isnad.extract.times.times import find_times
from isnad.records import Published, Report
from tests.extract.reading import knowledge, words_of


def dated(text: str, published: str | None = None) -> Published:
    words = words_of(text)
    return date_report(Report(id="r", text=text, published=published), [words], find_times(words, knowledge()), knowledge())


REPORT = "قال شهود إن قذائف عدة سقطت على أطراف البلدة فجرا وألحقت أضرارا بعدد من بيوتها القديمة ومحالها."

RIGHT = [
    ("قصفت القوات البلدة اليوم الأربعاء 3 نيسان 2013.", "2013-04-03"),
    ("هاجموا القرية أمس الاثنين 21 كانون الأول، وانسحبوا اليوم الثلاثاء. وكان الاتفاق قد وقع في 2019.", "2020-12-22"),
    ("حلب 5 آب 2013 - أفاد ناشطون بأن البلدة تعرضت لقصف.", "2013-08-05"),
    ("أخبار\nنشر في 12 أيار 2016\nقصفت طائرات بلدة في الريف.", "2016-05-12"),
    ("قصف على البلدة 27 - 11 - 2017 14 : 06 أفادت مصادر", "2017-11-27"),
    ("قصف على برج القصب\nوكالة المشرق\nالأربعاء, ٥ يوليو ٢٠٢٣, ١٧:٠٨\n" + REPORT, "2023-07-05"),
    ("قصف على برج القصب\n2024-10-21\nبرج القصب - المشرق\n" + REPORT, "2024-10-21"),
    ("حصاد الأحداث الميدانية ليوم الثلاثاء 19-10-2021\nقصفت القوات البلدة.", "2021-10-19"),
    ("قصف على البلدة\nآخر تحديث: 30.08.2023 | 21:15\nقصفت القوات البلدة اليوم الثلاثاء.", "2023-08-29"),
]


@pytest.mark.parametrize(("text", "day"), RIGHT)
def test_inferred(text: str, day: str) -> None:
    found = dated(text)
    assert (found.day, found.how) == (day, "inferred")
    assert found.why


OPEN = [
    "قصفت القوات البلدة اليوم الثلاثاء.",
    "قصفت القوات البلدة أمس.",
    "الأحد 21 كانون الثاني 2018 الصفحة الرئيسية رياضة اقتصاد. قصفت القوات البلدة اليوم السبت.",
    "اندلعت الحرب في 15 آذار 2011 في سوريا.",
    "الأحد 5 تشرين الأول, 2025\nالرئيسية\nأهالي البلدة يحتجون على القصف أمام مقر البلدية\n" + REPORT,
    "قصف على البلدة\nالجمعة , 23 يناير 2015 ; 09 : 37\n" + REPORT,
    REPORT + "\n2022/09/29\nالعثور على جثة شاب في البلدة",
    "قصف على البلدة\nآخر تحديث: 30.08.2023 | 21:15\n" + REPORT,
    "سيطرت القوات على البلدة الاثنين 21 كانون الأول.",
]


@pytest.mark.parametrize("text", OPEN)
def test_open(text: str) -> None:
    found = dated(text)
    assert (found.day, found.how) == (None, "open")


def test_years_that_still_fit_are_kept() -> None:
    found = dated("سقطت قذائف اليوم الثلاثاء 22 كانون الأول.")
    assert found.day is None
    assert {2015, 2020} <= set(found.years)


def test_given_stays_given() -> None:
    assert dated("قصفت القوات البلدة اليوم الثلاثاء.", "2020-01-01") == Published("2020-01-01", "given")


def test_this_day_of_a_story_is_not_today() -> None:
    assert dated("وفي هذا اليوم، في 25 أيار 2000، انسحبت القوات.").day is None

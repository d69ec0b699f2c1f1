"""Words that once stopped the reading of a report."""

import pytest

from isnad.extract.parties.persons import surname_of
from isnad.extract.read import read_report
from isnad.records import Report

from .reading import knowledge


@pytest.mark.parametrize(
    "text",
    [
        "قتل عدد كبير من القتلى الأفغان في هجوم على البلدة.",  # a name that begins like the article
        "قال الرئيس ـ ـ إن القصف توقف في البلدة، وأكد ـ ذلك.",  # a name of tatweel alone
        "ـ",
        "و",
        "ال",
        "«».",
        "\u200f\u200f\u202b",
        "قصف\u200fت القوات 5-6/13 القرية 99/99/9999.",
    ],
)
def test_is_read(text: str) -> None:
    assert read_report(Report("odd", text, text, published="2031-05-07"), knowledge()).report == "odd"


def test_a_name_of_no_letters_has_no_surname() -> None:
    assert surname_of("ـ") == ""

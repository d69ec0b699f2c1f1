"""Words, offsets and clitics. The number in front of a case is the pitfall (docs/words-numbers-times.md) that it is for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.knowledge.letters import fold, raw_offset
from tests.extract.reading import parts_of, words_of

SPLIT = [
    (6, "قال\u200f ان \u202bحلب\u202c آمنة", ["قال", "ان", "حلب", "آمنة"]),
    (11, "انسحب الجيش.وقال شهود", ["انسحب", "الجيش", ".", "و+قال", "شهود"]),
    (12, "طائرة F-16 ورشاش M4", ["طائرة", "F-16", "و+رشاش", "M4"]),
    (13, "في 14/3/2019 نزح 1,250 شخصا", ["في", "14/3/2019", "نزح", "1,250", "شخصا"]),
    (14, "وبالقصف فللقوات وكالعادة سيقصف", ["و+ب+القصف", "ف+ل+لقوات", "و+ك+العادة", "س+يقصف"]),
    (15, "للقوات للجنة", ["ل+لقوات", "ل+لجنة"]),
    (16, "وزير وكالة وفد وحدة فصيل فجر فرقة بلدة بيان كتيبة لواء لبنان سوريا", None),
    (17, "فقد وجدوا ولد", ["ف+قد", "وجدوا", "ولد"]),
    (18, "استهدفتهم قتلته وأسرهم", ["استهدفت+هم", "قتلت+ه", "و+أسر+هم"]),
    (19, "عناصره طائراتها مسلحوها", ["عناصر+ه", "طائرات+ها", "مسلحو+ها"]),
    (20, "كلينتون فلاديمير لافروف", None),
    (3, "قيادته قيادة", ["قيادت+ه", "قيادة"]),
    (10, "عبدالله", ["عبدالله"]),
    (14, "عليه وعليها منهم به لأنه وقد بأن", ["علي+ه", "و+علي+ها", "من+هم", "ب+ه", "ل+أن+ه", "و+قد", "ب+أن"]),
]


@pytest.mark.parametrize(("pitfall", "text", "parts"), SPLIT)
def test_words_are_split_into_their_parts(pitfall: int, text: str, parts: list[str] | None) -> None:
    assert parts_of(text) == (text.split() if parts is None else parts)


FOLDED = [
    (1, "أعلن", "اعلن"), (1, "الإثنين", "الاثنين"), (2, "فى", "في"), (2, "حوالى", "حوالي"), (3, "غزة", "غزه"), (4, "تشـــرين", "تشرين"),
    (5, "قُتِلَ", "قتل"), (7, "ﻗﺼﻒ", "قصف"), (8, "کوباني", "كوباني"), (8, "ھاون", "هاون"), (9, "هٰذا", "هذا"), (9, "ٱلجيش", "الجيش"), (13, "۱۲", "12"),
]  # fmt: skip


@pytest.mark.parametrize(("pitfall", "raw", "folded"), FOLDED)
def test_spellings_fold_to_one(pitfall: int, raw: str, folded: str) -> None:
    assert fold(raw) == folded


@given(st.text(alphabet="قصفتالوبسه ـَُّ\u200f«».،12٣\n", max_size=60))
def test_every_word_is_a_slice_of_the_text(text: str) -> None:
    words = words_of(text)
    for at, kind in enumerate(words.types):
        assert text[words.starts[at] : words.ends[at]] == kind.raw
    assert "".join(p for w in parts_of(text) for p in w.split("+")) == "".join(k.raw for k in words.types)


@given(st.text(alphabet="قصفتالوبسهـَُّ\u200f", min_size=1, max_size=12))
def test_offsets_lead_back_to_the_raw_word(raw: str) -> None:
    offsets = [raw_offset(raw, n) for n in range(len(fold(raw)) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(raw)


LEXEMES = [
    (21, "لمسلحي", ("ل",), "n:مسلح"), (21, "مقاتلو", (), "n:مقاتل"), (23, "وقتلى", ("و",), "n:قتيل"), (23, "الجرحى", ("ال",), "n:جريح"),
    (22, "قتيلاً", (), "n:قتيل"), (23, "صواريخ", (), "n:صاروخ"), (25, "السورية", ("ال",), "n:سوري"),
]  # fmt: skip


@pytest.mark.parametrize(("pitfall", "word", "before", "key"), LEXEMES)
def test_inflected_nouns_lead_to_their_lexeme(pitfall: int, word: str, before: tuple[str, ...], key: str) -> None:
    best = words_of(word).types[0].best
    assert best.before == before
    assert key in {form.key for form in best.forms}


VOICES = [(5, "قُتل"), (28, "قتل"), (28, "أصيب"), (27, "قتلت")]


@pytest.mark.parametrize(("pitfall", "word"), VOICES)
def test_voice_stays_open_where_the_script_leaves_it_open(pitfall: int, word: str) -> None:
    voices = {form.voice for form in words_of(word).types[0].best.forms if form.tense == "past"}
    assert voices & {"", "p"}


def test_sentences_end_at_stops_and_lines() -> None:
    words = words_of("قصف الجيش حلب. وردت الفصائل!\nنزح 3.5 آلاف")
    assert len(words.sentences) == 3

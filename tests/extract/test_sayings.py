"""Who says something, in invented sentences: what must come out, and what must not."""

from __future__ import annotations

import pytest

from isnad.extract.field import FieldReading
from isnad.extract.speech.sayings import Saying, find_sayings
from isnad.extract.speech.speakers import speaker_words
from isnad.knowledge.load import load_knowledge

KNOWLEDGE = load_knowledge()


def read(text: str) -> list[tuple[Saying, str, str]]:
    """(saying, its speaker's words, its outlet's words) of a text; '' for none."""
    field = FieldReading(text, "text", None, KNOWLEDGE)
    return [(s, _words(field, s.first, s.last), _words(field, *s.channel)) for s in find_sayings(field, KNOWLEDGE)]


def _words(field: FieldReading, first: int, last: int) -> str:
    start, end = speaker_words(field, first, last) if first >= 0 else (0, 0)
    return field.words.text[start:end]


def speakers(text: str) -> list[str]:
    return [speaker for saying, speaker, _ in read(text) if saying.kind not in ("act", "accuse")]


MUST = [
    ("قال مصدر عسكري إن القوات قصفت البلدة.", "مصدر عسكري"),
    (
        "وقال اليوم الثلاثاء المتحدث باسم وزارة الدفاع سمير البارودي إن القوات قصفت البلدة.",
        "المتحدث باسم وزارة الدفاع سمير البارودي",
    ),
    ("وأفادت مصادر في الدفاع المدني بأن غارة استهدفت السوق.", "مصادر في الدفاع المدني"),
    ("المتحدث باسم الشرطة أعلن أن القوات انسحبت من القرية.", "المتحدث باسم الشرطة"),
    ("وكان رئيس الحكومة قد أعلن أن القوات انسحبت من القرية.", "رئيس الحكومة"),
    ("قصفت الطائرات البلدة، بحسب شهود عيان.", "شهود عيان"), ("قصفت الطائرات البلدة، وفق ما أعلنت مصادر طبية.", "مصادر طبية"),
    ("قصفت الطائرات البلدة، كما أفادت مصادر محلية.", "مصادر محلية"), ("وجاء في بيان للجيش أن القوات قصفت البلدة.", "للجيش"),
    ("مصدر أمني: القوات قصفت البلدة صباح اليوم.", "مصدر أمني"), ("«القوات قصفت البلدة»، قال ناشطون.", "ناشطون"),
    ("وبيّن المصدر أن القوات قصفت البلدة.", "المصدر"), ("قال مصدر أمني ومصدر طبي إن القصف أوقع قتلى.", "مصدر أمني ومصدر طبي"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), MUST)
def test_speaker_is_found(text: str, speaker: str) -> None:
    assert speaker in speakers(text)


MUST_NOT = [
    "يذكر أن القوات انسحبت من القرية قبل شهر.",
    "عبر مئات النازحين الحدود صباح اليوم.",
    "لا يقل عدد القتلى عن سبعة.",
    "قصفت الطائرات البلدة بذريعة وجود مسلحين.",
    "تل البيدر: قتلى وجرحى في قصف مدفعي.",
    "أصيبت فتاة تبلغ من العمر 17 عاما في القصف.",
    "نفذت القوات عملية كبيرة في ريف المدينة.",
    "ولم تعلن أي جهة مسؤوليتها عن التفجير.",
    "وتشير الانتخابات إلى طموح الجماعات.",
    "ونقلت القوات الجرحى إلى المستشفى.",
    "كانت الحكومة تبني مدرسة في القرية.",
    "سبقت القصف إجراءات مشددة اتخذتها القوات.",
    "طلب الرجل عدم ذكر اسمه.",
]


@pytest.mark.parametrize("text", MUST_NOT)
def test_nobody_speaks(text: str) -> None:
    assert not [s for s in speakers(text) if s]


CARRIED = [
    ("قال مصدر طبي إن القصف أوقع قتلى. وأضاف أن الجرحى نقلوا إلى المستشفى.", "مصدر طبي"),
    ("قال مصدر طبي إن القصف أوقع قتلى، مشيراً إلى أن الجرحى نقلوا إلى المستشفى.", "مصدر طبي"),
    ("استهدفت القوات الروسية مقراً للقيادة، مؤكدةً أن الهدف أصيب.", "القوات الروسية"),
    ("نقلت وكالة رويترز عن شاهد عيان قوله إن القصف أوقع قتلى.", "شاهد عيان"),
    ("قال الوزير إن القوات ستنسحب، على حد تعبيره.", "الوزير"),
]


@pytest.mark.parametrize(("text", "speaker"), CARRIED)
def test_last_cue_takes_the_speaker_before_it(text: str, speaker: str) -> None:
    saying, words, _ = read(text)[-1]
    assert (saying.own, words) == (False, speaker)


def test_relayed_voice_is_nearest() -> None:
    _, speaker, outlet = read("ونقلت وكالة رويترز عن مصدر أمني أن القصف أوقع قتلى.")[0]
    assert (speaker, outlet) == ("مصدر أمني", "وكالة رويترز")


def test_outlet_that_was_told_is_the_outer_link() -> None:
    _, speaker, outlet = read("قال مصدر أمني لوكالة رويترز إن القصف أوقع قتلى.")[0]
    assert (speaker, outlet) == ("مصدر أمني", "وكالة رويترز")


@pytest.mark.parametrize(
    "text",
    [
        "ونسبت وكالة رويترز إلى مصدر أمني قوله إن القصف أوقع قتلى.",
        "وكان مصدر أمني لوكالة رويترز قال إن القصف أوقع قتلى.",
        'قال مصدر أمني لـ "رويترز"، إن القصف أوقع قتلى.',
        "وأكد مصدر أمني لـ«رويترز» أن القصف أوقع قتلى.",
    ],
)
def test_outlet_between_mouth_and_words(text: str) -> None:
    _, speaker, outlet = read(text)[0]
    assert speaker == "مصدر أمني" and "رويترز" in outlet


@pytest.mark.parametrize(
    ("cue", "stance"), [("قال", "says"), ("أكد", "confirms"), ("زعم", "claims"), ("نفى", "denies"), ("رجّح", "doubts")]
)
def test_stance_of_the_cue(cue: str, stance: str) -> None:
    assert read(f"{cue} مصدر أمني أن القوات قصفت البلدة.")[0][0].stance == stance


def test_short_name_is_the_voice_of_the_long_one() -> None:
    found = read("قالت مصادر محلية إن القصف أوقع قتلى. وأكدت المصادر ذاتها أن الجرحى نقلوا.")
    assert found[0][0].voice == found[-1][0].voice


def test_other_speaker_is_another_voice() -> None:
    found = read("قالت مصادر محلية إن القصف أوقع قتلى. وأكد مصدر طبي أن الجرحى نقلوا.")
    assert found[0][0].voice != found[-1][0].voice


def test_body_of_a_party_told_nothing_to_it() -> None:
    assert read("أعلن المركز الإعلامي لـ “حماس” أن القوات قصفت البلدة.")[0][2] == ""


def test_who_relays_a_voice_goes_on_relaying_it() -> None:
    found = read("قال سالم البارودي لوكالة رويترز إن القصف أوقع قتلى. وأكد البارودي أن الجرحى نقلوا.")
    assert [outlet for _, _, outlet in found] == ["وكالة رويترز", "وكالة رويترز"]


def test_whom_somebody_accuses_is_no_speaker() -> None:
    saying, speaker, _ = read("وتقول إسرائيل إنها تدافع عن حدودها، وتتهم حركة حماس بقصف البلدة.")[-1]
    assert (saying.kind, speaker) == ("accuse", "إسرائيل")


def test_source_without_article_is_a_new_voice() -> None:
    found = read("قال مصدر عسكري عراقي إن القصف أوقع قتلى. وأكد مصدر عسكري أن الجرحى نقلوا.")
    assert found[0][0].voice != found[-1][0].voice


def test_word_that_only_looks_like_a_cue_lends_no_speaker() -> None:
    assert len(read("قال مصدر أمني إن القوات اعتقلت شخصين مشتبهين.")) == 1

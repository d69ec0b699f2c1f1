"""Parties found in invented sentences: what must be met, what must not, and what each stands for."""

import pytest

from isnad.extract.parties.actor_mentions import ActorMention
from isnad.extract.parties.actors import find_actors
from isnad.extract.parties.resolve_actors import resolve_actors, within
from isnad.extract.text.matches import find_matches
from isnad.extract.text.words import split_words
from isnad.knowledge.load import Knowledge, load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def mentions(text: str, knowledge: Knowledge) -> list[ActorMention]:
    words = split_words(text, knowledge.word_type, "text")
    return find_actors(words, find_matches(words), knowledge)


def written(text: str, knowledge: Knowledge) -> list[str]:
    return [text[m.start : m.end] for m in mentions(text, knowledge)]


def ids(text: str, knowledge: Knowledge) -> list[str]:
    return [m.id for m in mentions(text, knowledge)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وصل الرئيس الروسي فلاديمير بوتين صباحاً", ["الرئيس الروسي فلاديمير بوتين"]),
        ("التقى وزير الخارجية السعودي، عادل الجبير، وفداً أممياً", ["وزير الخارجية السعودي، عادل الجبير", "وفداً أممياً"]),
        ("قال عادل الجبير، وزير الخارجية السعودي، أمس", ["عادل الجبير، وزير الخارجية السعودي"]),
        ("قال المتحدث باسم وزارة الدفاع العميد يحيى سريع", ["المتحدث باسم وزارة الدفاع العميد يحيى سريع"]),
        ("قال مدير المرصد رامي عبد الرحمن", ["مدير المرصد رامي عبد الرحمن"]),
        ("أدانت محكمة إسرائيلية الرقيب عازاريا", ["محكمة إسرائيلية", "الرقيب عازاريا"]),
        ("في جنوب السودان اليوم الأحد", ["جنوب السودان"]),
        ("قصفت مليشيات الحوثي الموالية لإيران المدينة", ["مليشيات الحوثي الموالية لإيران"]),
        ("هاجمت فصائل مسلحة موالية لتركيا القرية", ["فصائل مسلحة موالية لتركيا"]),
        ("اعتقل عناصر من الأمن العام شاباً", ["عناصر من الأمن العام", "شاباً"]),
        ("استهدفت مسيّرة للاحتلال التركي سيارة", ["مسيّرة للاحتلال التركي"]),
        ("هاجم لواء شهداء النخلة الحاجز", ["لواء شهداء النخلة"]),
    ],
)
def test_one_mention(text: str, wanted: list[str], knowledge: Knowledge) -> None:
    assert written(text, knowledge) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "عملية عسكرية واسعة",
        "الحل السياسي",
        "تحدث عبر موقع التواصل",
        "حلقت طائرات في السماء",
        "المدن السورية",
        "تدخل عسكرياً",
        "في قاعدة جوية",
        "غرب البلدة",
    ],
)
def test_no_party(text: str, knowledge: Knowledge) -> None:
    assert written(text, knowledge) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("شنت غارات روسية على القرية", ["ru"]),
        ("قصف مدفعي تركي على القرية", ["tr"]),
        ("بدأت وساطة تركية", ["tr"]),
        ("أدان الاعتداءات الإسرائيلية المتكررة", ["il"]),
        ("رحب بالجهود المصرية والقطرية", ["eg", "qa"]),
        ("القوات الأميركية والتركية", ["us.army", "tr.army"]),
        ("اجتمع ضباط روس وأتراك", ["ru.army", "tr.army"]),
        ("طائرة مسيّرة تركية", ["tr.army"]),
        ('قوات "قسد"', ["sdf"]),
    ],
)
def test_nisba_and_owner(text: str, wanted: list[str], knowledge: Knowledge) -> None:
    assert ids(text, knowledge) == wanted


def test_two_sides(knowledge: Knowledge) -> None:
    found = mentions("بين الجانبين الروسي والسوري", knowledge)
    assert [(m.name, m.id) for m in found] == [("الجانب الروسي", "ru"), ("الجانب السوري", "sy")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("هاجم تنظيم الدولة القرية. ثم انسحب التنظيم", ["islamic-state", "islamic-state"]),
        ("أعلنت حركة حماس موقفها. ورفضت الحركة العرض", ["hamas", "hamas"]),
        ("أعلن الجيش الروسي هجوماً. ثم قال الجيش ذلك", ["ru.army", "ru.army"]),
        ("قال عادل الجبير ذلك. وأضاف الجبير أن بلاده ترفض", ["jubeir", "jubeir", "sa"]),
    ],
)
def test_back_references(text: str, wanted: list[str], knowledge: Knowledge) -> None:
    assert ids(text, knowledge) == wanted


def test_short_name_without_its_party(knowledge: Knowledge) -> None:
    assert ids("قال الجيش ذلك", knowledge) == [""]


@pytest.mark.parametrize(
    ("day", "wanted"), [("2020-01-01", "sy.army"), ("2024-12-08", "sy.army.new"), ("2025-06-01", "sy.army.new")]
)
def test_the_day_chooses(day: str, wanted: str, knowledge: Knowledge) -> None:
    found = resolve_actors(mentions("قصف الجيش السوري القرية", knowledge), day, (), "", knowledge)
    assert [m.id for m in found] == [wanted]


@pytest.mark.parametrize(("places", "wanted"), [(("ye.marib",), "ye.army"), (("ly.sirte",), "lna"), ((), "")])
def test_the_country_chooses(places: tuple[str, ...], wanted: str, knowledge: Knowledge) -> None:
    found = resolve_actors(mentions("هاجم الجيش الوطني الموقع", knowledge), "2019-01-01", places, "", knowledge)
    assert [m.id for m in found] == [wanted]


def test_until_is_exclusive() -> None:
    assert within("2024-12-07", "", "2024-12-08") and not within("2024-12-08", "", "2024-12-08")


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("التقى فلاديمير بوتين رجب طيب أردوغان، واتفق الرئيسان على هدنة", "الرئيسان", ["putin", "erdogan"]),
        ("اندلعت معارك بين قسد والجيش السوري، وسقط قتلى من الطرفين", "الطرفين", ["sdf", "sy.army"]),
        ("بحثت روسيا وتركيا الهدنة، ثم تبادل الجيشان القصف", "الجيشان", ["ru", "tr"]),
        ("قال وزير الدفاع التركي في موسكو إن وفداً روسياً زار أنقرة، وإن البلدين اتفقا", "البلدين", ["ru", "tr"]),
        ("استقبلت قطر وفداً من إيران، ودعت طرفي النزاع إلى الهدوء", "طرفي النزاع", ["qa", "ir"]),
        ("هاجمت حماس إسرائيل، وهاجم الجيش الإسرائيلي حماس، ثم هدأ الجانبان", "الجانبان", ["il.army", "hamas"]),
        ("بحثت روسيا وتركيا حل الدولتين", "الدولتين", []),
    ],
)
def test_a_dual_stands_for_the_two_named_before(text: str, word: str, wanted: list[str], knowledge: Knowledge) -> None:
    found = next(m for m in mentions(text, knowledge) if text[m.start : m.end] == word)
    assert [m.id for m in found.members] == wanted


def test_a_dual_that_names_nobody_by_itself_needs_two_before_it(knowledge: Knowledge) -> None:
    assert written("قال إن البلدين اتفقا", knowledge) == []


def test_a_drone_has_no_pilot(knowledge: Knowledge) -> None:
    assert written("أسقطوا طائرة من دون طيار قادمة من الشمال", knowledge) == []
    assert written("أسروا طياراً", knowledge) == ["طياراً"]


def test_a_bare_army_is_not_that_of_a_country_named_in_passing(knowledge: Knowledge) -> None:
    found = mentions("قال الجيش إن الهدنة مستمرة", knowledge)
    for others, army in ((0, "gb.army"), (2, "gb.army"), (5, "")):
        places = ["gb.london", *["bi.bujumbura"] * others]
        assert [m.id for m in resolve_actors(found, "", places, "", knowledge)] == [army]

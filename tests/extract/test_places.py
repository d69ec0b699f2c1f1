"""Places found: what must be one, and what must not."""

import pytest

from isnad.extract.field import FieldReading
from isnad.knowledge.load import Knowledge, load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def found(text: str, knowledge: Knowledge) -> list[str]:
    field = FieldReading(text, "text", None, knowledge)
    return [text[m.start : m.end] for m in field.places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قصفت الطائرات مدينة الباب أمس", ["الباب"]),
        ("وقع انفجار في الباب", ["الباب"]),
        ("قال إن الباب مفتوح للحوار", []),
        ("كرر دوماً أن القصف لن يتوقف", []),
        ("قصفوا مدينة دوما", ["دوما"]),
        ("أصيب ثلاثة مدنيين بجروح خطرة", []),
        ("أصيب مدني بجروح في القصف", []),
        ("خرجوا من مناطق القتال ومواقع أخرى", []),
        ("دفعوا غرامة مالية", []),
        ("عاد إلى مسقط رأسه", []),
        ("قاعدة عسكرية تركية ونقطة تركية", []),
        ("نقل مراسل الميادين عن أحدهم", []),
        ("وصلوا إلى الميادين", ["الميادين"]),
        ("اقتحموا مدن شمالي الضفة الغربية، جنين وطولكرم", ["شمالي الضفة الغربية", "جنين", "طولكرم"]),
        ("قتلت السيدة سلمى محمد الحسين أمس", []),
        ("مقتل جندي في كمين على الطريق", []),
        ("أحمد ومحمد قتلا أمس", []),
        ("عضو في الحكومة اشترى خبزا من السوق", []),
        ("استهدف القصف بلدتي نبل والزهراء بريف حلب الشمالي", ["نبل", "الزهراء", "ريف حلب الشمالي"]),
        ("وصل إلى العراق قادما من اليمن", ["العراق", "اليمن"]),
        ("زيارة للرياض", ["رياض"]),
        ("المباحثات بدأت في جنيف", ["جنيف"]),
        ("قوات سوريا الديمقراطية تقدمت", []),
    ],
)
def test_names_that_are_words_need_a_places_surroundings(text: str, places: list[str], knowledge: Knowledge) -> None:
    assert found(text, knowledge) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("هاجموا قرية زرقوطا فجرا", ["زرقوطا"]),
        ("اشتباكات في قريتي زرقوطا وقلمبور", ["زرقوطا", "قلمبور"]),
        ("انفجار قرب دوار شيحان", ["دوار شيحان"]),
        ("سقطت قذيفة في حي البحار", ["البحار"]),
        ("قصفوا قرية بينة بريف منبج", ["بينة", "ريف منبج"]),
        ("في حي أبو زرقوط الغربي", ["أبو زرقوط الغربي"]),
        ("نزحوا إلى مخيم كويت الرحمة", ["مخيم كويت الرحمة"]),
        ("نزحوا إلى مخيم كويت الخير شمالا", ["مخيم كويت الخير"]),
        ("سيطروا على قرية صغيرة", []),
        ("في مدينة أخرى", []),
        ("في منطقة آمنة", []),
        ("أحياء راقية من العاصمة", []),
        ("داخل مخيم اللاجئين", []),
    ],
)
def test_names_that_no_table_has(text: str, places: list[str], knowledge: Knowledge) -> None:
    assert found(text, knowledge) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("انسحبوا من الأراضي السورية", ["الأراضي السورية"]),
        ("عند الحدود السورية التركية", ["الحدود السورية التركية"]),
        ("على الحدود مع سوريا", ["الحدود مع سوريا"]),
        ("شمال شرقي ليبيا", ["شمال شرقي ليبيا"]),
        ("شرق مدينة منبج", ["شرق مدينة منبج"]),
        ("الجيش السوري انتشر", []),
        ("السفارة السعودية أغلقت", []),
    ],
)
def test_areas_and_adjectives(text: str, places: list[str], knowledge: Knowledge) -> None:
    assert found(text, knowledge) == places


def test_an_unlisted_name_has_no_id_and_the_kind_of_its_noun(knowledge: Knowledge) -> None:
    mention = FieldReading("قصفوا قرية زرقوطا", "text", None, knowledge).places[0]
    assert (mention.ids, mention.noun, mention.form, mention.name) == ((), "village", "written", "زرقوطا")


@pytest.mark.parametrize(
    ("text", "acts"), [("روسيا قصفت إدلب", True), ("قتل في روسيا", False), ("مدينة أنقرة", False), ("أعلنت أنقرة", True)]
)
def test_countries_that_act(text: str, acts: bool, knowledge: Knowledge) -> None:
    assert FieldReading(text, "text", None, knowledge).places[0].acts is acts


def test_a_definite_noun_takes_the_last_fitting_place_up_again(knowledge: Knowledge) -> None:
    field = FieldReading("دخلوا مدينة منبج ثم قرية زرقوطا. وقصفوا المدينة والقرية", "text", None, knowledge)
    again = [m for m in field.places if m.form == "back"]
    assert [(field.words.text[m.start : m.end], m.name) for m in again] == [("المدينة", "منبج"), ("القرية", "زرقوطا")]


@pytest.mark.parametrize("text", ["انتهى الأمر في المدينة", "دخلوا منبج وقصفوا المدينة المنورة"])
def test_without_a_fitting_place_nothing_is_taken_up(text: str, knowledge: Knowledge) -> None:
    assert not [m for m in FieldReading(text, "text", None, knowledge).places if m.form == "back"]

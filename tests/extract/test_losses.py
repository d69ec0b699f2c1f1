"""Losses read from invented sentences: what must come out, and what must not."""

from __future__ import annotations

import pytest

from isnad.extract.field import FieldReading
from isnad.extract.losses.losses import LossMention, find_losses
from isnad.extract.numbers.numbers import find_counts
from isnad.knowledge.load import load_knowledge

Row = tuple[str, str, int | None, int | None]


def losses(text: str) -> list[LossMention]:
    knowledge = load_knowledge()
    field = FieldReading(text, "text", None, knowledge)
    return find_losses(field, find_counts(field.words, knowledge), knowledge)


def rows(text: str) -> list[Row]:
    return [(m.loss.harm, m.loss.whom, m.loss.low, m.loss.high) for m in losses(text)]


FOUND: list[tuple[str, list[Row]]] = [
    # event noun, count, noun
    ("أسفر الانفجار عن مقتل 7 مدنيين", [("killed", "civilian", 7, 7)]),
    ("أدى القصف إلى مقتل أربعة أطفال وإصابة تسعة رجال", [("killed", "child", 4, 4), ("injured", "person", 9, 9)]),
    ("مقتل ما لا يقل عن 12 شخصاً في الحريق", [("killed", "person", 12, None)]),
    ("مقتل 30 شخصاً على الأقل في الغارة", [("killed", "person", 30, None)]),
    ("إصابة نحو 50 متظاهراً بالغاز", [("injured", "civilian", 50, 50)]),
    ("إصابة ستة في هجوم انتحاري", [("injured", "person", 6, 6)]),
    # verbs: passive, active with its agent, far from its object
    ("أصيب عدد من المدنيين بجروح", [("injured", "civilian", 2, None)]),
    ("قتل الجيش خمسة مسلحين قرب الجسر", [("killed", "fighter", 5, 5)]),
    ("قتل مسلحون مجهولون ضابطاً في السوق", [("killed", "soldier", 1, 1)]),
    ("أصيب، مساء أمس، ثلاثة عمال في المصنع", [("injured", "civilian", 3, 3)]),
    ("اعتقلت الدورية عشرين شاباً من البلدة", [("detained", "person", 20, 20)]),
    ("راح ضحيته 3 جنود", [("killed", "soldier", 3, 3)]),
    ("أودى التفجير بحياة عشرة عمال", [("killed", "civilian", 10, 10)]),
    ("لقي ستة ركاب مصرعهم على الطريق", [("killed", "civilian", 6, 6)]),
    ("وقتل قبل أيام 45 مسلحاً في الكمين", [("killed", "fighter", 45, 45)]),
    ("قتل ستة عناصر بجماعة كردية مسلحة", [("killed", "fighter", 6, 6)]),
    ("أوقع الهجوم 30 قتيلاً على الأقل ومئة جريح", [("killed", "person", 30, None), ("injured", "person", 100, 100)]),
    ("أسفرت عن عشرة قتلى والعديد من الجرحى", [("killed", "person", 10, 10), ("injured", "person", 2, None)]),
    # one by name, behind who did it
    ("اعتقلت السلطات المصرية يوسف حسن في المطار", [("detained", "person", 1, 1)]),
    ("قتلت القوات التركية أحمد علي وثلاثة من مرافقيه", [("killed", "person", 1, 1), ("killed", "person", 3, 3)]),
    # the subject first
    ("إن أكثر من 200 شخص قد قتلوا الشهر الماضي", [("killed", "person", 201, None)]),
    ("وقال إن ثمانية مدنيين قتلوا في القصف", [("killed", "civilian", 8, 8)]),
    ("وأضاف أن جندياً قتل برصاص قناص", [("killed", "soldier", 1, 1)]),
    ("5 مدنيين، بينهم امرأة، أصيبوا بالقذائف", [("injured", "civilian", 5, 5), ("injured", "woman", 1, 1)]),
    ("وذكر أن طفلة قتلت وأصيب آخرون", [("killed", "child", 1, 1), ("injured", "child", 2, None)]),
    # person nouns
    ("سقط 7 قتلى في الهجوم", [("killed", "person", 7, 7)]),
    ("خلف الهجوم قتيلين وثلاثة جرحى", [("killed", "person", 2, 2), ("injured", "person", 3, 3)]),
    ("عشرات القتلى والجرحى في السوق", [("killed_or_injured", "person", 20, None)]),
    ("سقوط قتلى وجرحى بينهم طفلان", [
        ("killed", "person", 2, None), ("injured", "person", 2, None), ("killed_or_injured", "child", 2, 2),
    ]),
    ("سقط ضحايا من المدنيين", [("killed_or_injured", "civilian", 2, None)]),
    ("وقعت 4 إصابات بين المارة", [("injured", "civilian", 4, 4)]),
    # one number for both, two numbers
    ("تسبب القصف بمقتل وإصابة 15 مدنياً", [("killed_or_injured", "civilian", 15, 15)]),
    ("مقتل سبعة جنود وإصابة ثلاثة آخرين", [("killed", "soldier", 7, 7), ("injured", "soldier", 3, 3)]),
    ("سقط العشرات بين قتيل وجريح", [("killed_or_injured", "person", 20, None)]),
    ("سقوط 9 جرحى سوريين", [("injured", "person", 9, 9)]),
    ("تحييد 12 مسلحاً في العملية", [("killed_or_injured", "fighter", 12, 12)]),
    # no number told
    ("مقتل مدني وطفلة بانفجار لغم", [("killed", "civilian", 1, 1), ("killed", "child", 1, 1)]),
    ("قتل شرطيان عند الحاجز", [("killed", "police", 2, 2)]),
    ("مقتل مدنيين في غارة", [("killed", "civilian", 2, None)]),
    ("إصابة مدنيين اثنين", [("injured", "civilian", 2, 2)]),
    # parts
    ("مقتل 18 مدنياً بينهم 3 أطفال وامرأتان", [("killed", "civilian", 18, 18), ("killed", "child", 3, 3), ("killed", "woman", 2, 2)]),
    ("استشهد خمسة مدنيين 4 منهم أطفال", [("killed", "civilian", 5, 5), ("killed", "child", 4, 4)]),
    # running totals, zero
    ("ارتفعت حصيلة القتلى إلى 41", [("killed", "person", 41, 41)]),
    ("سقطت القذائف دون وقوع إصابات", [("injured", "person", 0, 0)]),
    ("لم يقتل أي مدني في الهجوم", [("killed", "civilian", 0, 0)]),
    # other harms, and things
    ("خطف ملثمون ثلاثة موظفين", [("abducted", "official", 3, 3)]),
    ("اضطر آلاف المدنيين إلى الفرار", [("displaced", "civilian", 2000, None)]),
    ("نزوح مئات الآلاف من منازلهم", [("displaced", "civilian", 200000, None)]),
    ("تدمير دبابة ومنزلين", [("destroyed", "equipment", 1, 1), ("destroyed", "building", 2, 2)]),
    ("استهدفت الغارة شاحنة ما أدى إلى تدميرها", [("destroyed", "equipment", 1, 1)]),
    ("احتجاز 40 امرأة وطفلاً", [("detained", "civilian", 40, 40)]),
    # bare vague numbers, known persons, members of a force
    ("بمقتل وإصابة العشرات يومياً", [("killed_or_injured", "person", 20, None)]),
    ("وأصيب أكثر من 35 اليوم الأحد", [("injured", "person", 36, None)]),
    ("وأصيب خلالها امرأة", [("injured", "woman", 1, 1)]),
    ("اغتيال قاسم سليماني قرب المطار", [("killed", "person", 1, 1)]),
    ("مقتل ثمانية من أفراد الشرطة", [("killed", "police", 8, 8)]),
    ("بين القتلى 4 مدنيين", [("killed", "civilian", 4, 4)]),
    # a pronoun leads back
    ("أطلق مجهولون النار على شرطي ما أدى إلى مقتله", [("killed", "police", 1, 1)]),
    # the verb's dual, joined subjects
    ("وأضاف أن ناشطين قتلا عند المعبر", [("killed", "civilian", 2, 2)]),
    ("وذكر أن ثلاثة موظفين وأربعة جنود قتلوا", [("killed", "official", 3, 3), ("killed", "soldier", 4, 4)]),
    # totals far from their people, before them, by a verb, of no one named
    ("وصل عدد المصابين إلى 210 عناصر", [("injured", "fighter", 210, 210)]),
    ("وكان عدد القتلى منذ الأحد الماضي في الريف قد تجاوز 500 شخص", [("killed", "person", 501, None)]),
    ("وبذلك يرتفع إلى 46 عدد القتلى في المدينة", [("killed", "person", 46, 46)]),
    ("بلغ عدد الجرحى 2500 شخص", [("injured", "person", 2500, 2500)]),
    ("وصل عدد الذين قتلوا منذ الصيف إلى 36 عاملاً", [("killed", "civilian", 36, 36)]),
    ("ارتفعت الحصيلة إلى 12", [("killed", "person", 12, 12)]),
    ("بلغت خسائر القوات نحو 125 عسكرياً", [("killed_or_injured", "soldier", 125, 125)]),
    # other harm words: held, ended, fallen, lost, brought down, blown up, choked
    ("أوقفت الشرطة 12 شخصاً", [("detained", "person", 12, 12)]),
    ("حبس أربعة طلاب", [("detained", "civilian", 4, 4)]),
    ("وقال إن ستة مسلحين تم القبض عليهم", [("detained", "fighter", 6, 6)]),
    ("القضاء على 12 إرهابياً في العملية", [("killed", "fighter", 12, 12)]),
    ("سقط 30 مسلحاً في المعركة", [("killed", "fighter", 30, 30)]),
    ("سقط العشرات قتلى", [("killed", "person", 20, None)]),
    ("خسرت القوة 55 عسكرياً", [("killed_or_injured", "soldier", 55, 55)]),
    ("أسقط الجيش طائرتين مسيرتين", [("destroyed", "equipment", 2, 2)]),
    ("فجر المسلحون منزلين", [("destroyed", "building", 2, 2)]),
    ("إحراق بيوتهم", [("destroyed", "building", 2, None)]),
    ("تعرض 13 عاملاً لجروح", [("injured", "civilian", 13, 13)]),
    ("تسجيل 20 حالة اختناق", [("injured", "person", 20, 20)]),
    ("اعتقالات طالت أكثر من 40 شخصاً", [("detained", "person", 41, None)]),
    ("نفذ التنظيم حكم الإعدام بحق عشرة أشخاص", [("killed", "person", 10, 10)]),
    ("قرى نزح منها 100 ألف مدني", [("displaced", "civilian", 100000, 100000)]),
    ("لم يتسبب الهجوم بخسائر في الأرواح", [("killed", "person", 0, 0)]),
    ("وقال إن 27 مسلحاً و182 مدنياً خرجوا من البلدة", [("displaced", "fighter", 27, 27), ("displaced", "civilian", 182, 182)]),
    ("أزهقت الحرب أرواح نصف مليون شخص", [("killed", "person", 500000, 500000)]),
    ("استقبل المستشفى 40 جريحاً", [("injured", "person", 40, 40)]),
    ("ويقول ناشطون إن العشرات قتلوا بعد القصف", [("killed", "person", 20, None)]),
    # people by name and by kinship, a third one
    ("مقتل علي أحمد حسين، القيادي في الحركة", [("killed", "fighter", 1, 1)]),
    ("استشهاد مسنة وإصابة حفيدها", [("killed", "woman", 1, 1), ("injured", "child", 1, 1)]),
    ("إصابة رجل ووالده", [("injured", "person", 1, 1), ("injured", "person", 1, 1)]),
    ("إصابة شخصين وفقدان ثالث", [("injured", "person", 2, 2), ("missing", "person", 1, 1)]),
    # what is added, and what is most of it
    ("مقتل 11 جندياً بالإضافة إلى مدنيين اثنين", [("killed", "soldier", 11, 11), ("killed", "civilian", 2, 2)]),
    ("مقتل خطيب المسجد وعدد من المصلين", [("killed", "civilian", 2, None)]),
    ("مقتل العشرات معظمهم أطفال", [("killed", "person", 20, None), ("killed", "child", 2, None)]),
    ("مقتل 20 شخصاً بينهم 4 نساء، وستة جنود أتراك و3 أطفال", [
        ("killed", "person", 20, 20), ("killed", "woman", 4, 4), ("killed", "soldier", 6, 6), ("killed", "child", 3, 3),
    ]),
    # whom: by origin behind a dual, by a party, by those before
    ("قتل جنديان عراقيان في الهجوم", [("killed", "soldier", 2, 2)]),
    ("مقتل 8 من طالبان", [("killed", "fighter", 8, 8)]),
    ("مقتل 27 شخصاً من مقاتلي الفصيل", [("killed", "fighter", 27, 27)]),
    ("قتل مدنيان وجرح 22", [("killed", "civilian", 2, 2), ("injured", "civilian", 22, 22)]),
    ("قتلت امرأة وأصيب آخرون", [("killed", "woman", 1, 1), ("injured", "person", 2, None)]),
    ("هاجم الجيش مقراً للمسلحين وقتل أربعة منهم", [("killed", "fighter", 4, 4)]),
    # a bare pair is two losses, one number covers both
    ("أدى القصف إلى وقوع شهداء ومصابين", [("killed", "person", 2, None), ("injured", "person", 2, None)]),
    ("سقوط القتلى والجرحى في السوق", [("killed", "person", 2, None), ("injured", "person", 2, None)]),
    ("خلف الهجوم قتلى وجرحى من المدنيين", [("killed", "civilian", 2, None), ("injured", "civilian", 2, None)]),
    ("نقل عدد من الشهداء والجرحى", [("killed_or_injured", "person", 2, None)]),
    ("مقتل وجرح عدد من العمال", [("killed_or_injured", "civilian", 2, None)]),
    ("سقوط كثير من القتلى والجرحى", [("killed_or_injured", "person", 2, None)]),
    ("30 جندياً سقطوا بين قتيل وجريح", [("killed_or_injured", "soldier", 30, 30)]),
    ("لم يسقط قتلى وجرحى", [("killed_or_injured", "person", 0, 0)]),
    ("مقتل وفقدان 62 عاملاً", [("killed_or_injured", "civilian", 62, 62)]),
    ("قتل وجرح فيها عشرات من عناصر الفصيل", [("killed_or_injured", "fighter", 20, None)]),
    # a pronoun on the first of two harms
    ("استهدفت قذيفة بيت عمر ما أدى لمقتله وإصابة زوجته وابنه", [
        ("killed", "person", 1, 1), ("injured", "woman", 1, 1), ("injured", "person", 1, 1),
    ]),
    ("أعلن الفصيل قتله 5 جنود", [("killed", "soldier", 5, 5)]),
    ("ولقي شرطي وسيدة حتفهما في الهجوم", [("killed", "police", 1, 1), ("killed", "woman", 1, 1)]),
    # duals by vowel, case, the two behind, one of the two; kin
    ("قتل في المواجهات شابان أحدهما طفل", [("killed", "person", 2, 2), ("killed", "child", 1, 1)]),
    ("قتل ضابطا شرطة عند الجسر", [("killed", "police", 2, 2)]),
    ("قتل ضابطاً في السوق", [("killed", "soldier", 1, 1)]),
    ("إصابة عسكريين أتراك", [("injured", "soldier", 2, None)]),
    ("إصابة عسكريين روسيين اثنين", [("injured", "soldier", 2, 2)]),
    ("استشهاد مسعفَين في الغارة", [("killed", "medic", 2, 2)]),
    ("قتل سبعة متظاهرين عراقيين برصاص الأمن", [("killed", "civilian", 7, 7)]),
    ("مقتل أب وأطفاله الثلاثة", [("killed", "person", 1, 1), ("killed", "child", 3, 3)]),
    # counted nouns: members of parties, people whom no table knows
    ("قتل 4 حوثيين وأصيب اثنان", [("killed", "fighter", 4, 4), ("injured", "fighter", 2, 2)]),
    ("اعتقال ثلاثين مطلوباً", [("detained", "person", 30, 30)]),
    ("إجلاء 18 مريضاً من البلدة", [("displaced", "civilian", 18, 18)]),
    ("قتل كثيرون بينهم نساء", [("killed", "person", 2, None), ("killed", "woman", 2, None)]),
    ("العثور على جثث ثلاثة عمال", [("killed", "civilian", 3, 3)]),
    ("أصيب 13 شخصاً (9 أطفال و4 نساء)", [("injured", "person", 13, 13), ("injured", "child", 9, 9), ("injured", "woman", 4, 4)]),
    ("والمصابون 5 نساء", [("injured", "woman", 5, 5)]),
    ("بلغ عدد الصحفيين الذين لقوا حتفهم 40 صحفياً", [("killed", "journalist", 2, None), ("killed", "journalist", 40, 40)]),
    # those before the verb: past ten in the singular, others of a kind, leavers with a place behind
    ("إن أكثر من 1400 شاب أصيب", [("injured", "person", 1401, None)]),
    ("160 شخصاً آخرين جرحوا في الانفجار", [("injured", "person", 160, 160)]),
    ("10 آخرين من مسلحي الفصيل قتلوا الخميس", [("killed", "fighter", 10, 10)]),
    ("إن ستة أشخاص من القبائل غير الموالين قتلوا", [("killed", "person", 6, 6)]),
    ("إن 20 ألف شخص غادروا المدينة", [("displaced", "person", 20000, 20000)]),
    ("غادر آلاف غيرهم أمس", [("displaced", "person", 2000, None)]),
    ("دفع الهجوم آلاف الأشخاص للنزوح", [("displaced", "person", 2000, None)]),
    ("لجوء أكثر من 300 ألف شخص إلى الجوار", [("displaced", "person", 300001, None)]),
    # life lost, names behind verbs of dying, missiles met
    ("فقد عاملان حياتهما في المنجم", [("killed", "civilian", 2, 2)]),
    ("أدى الهجوم إلى فقدان طفل لحياته", [("killed", "child", 1, 1)]),
    ("استشهد عبد السلام حسن قرب البلدة", [("killed", "person", 1, 1)]),
    ("اعترضت الدفاعات 46 صاروخاً", [("destroyed", "equipment", 46, 46)]),
    ("أصيب عامل في الورشة", [("injured", "civilian", 1, 1)]),
]  # fmt: skip

NOTHING = [
    "أرسل الجيش 300 جندي إلى الحدود",
    "أطلقت الفصائل 20 صاروخاً على القاعدة",
    "يبعد الموقع 15 كم عن المدينة",
    "طفل في السابعة من عمره يلعب قرب النهر",
    "الإفراج عن 170 معتقلاً",
    "بلغت الأضرار 5 ملايين دولار",
    "زار الوفد مخيم النازحين",
    "ترحم المشاركون على الشهداء",
    "ألحق القصف أضراراً مادية بالمنازل",
    "مقبرة الشهداء في الحي القديم",
    "أصاب الفريق هدفين في الشوط الأول",
    "إجلاء مقاتلي الفصائل من المدينة",
    "هجوم انتحاري قرب السوق",
    "فقد طالب الكثيرون بالتحقيق",
    "سقوط صدام حسين عام 2003",
    "سقطت ثلاث قذائف على الحي",
    "أوقف الجيش إطلاق النار",
    "فجر المهاجم سيارة قرب الحاجز",
    "فجر انتحاري نفسه",
    "خسر الفريق المباراة",
    "وصل عدد المشاركين إلى 210 أشخاص",
    "يرتفع إلى 46 عدد المقاعد",
    "القضاء على الفقر",
    "غادر 5 أشخاص القاعة",
    "خرج مئات المتظاهرين إلى الشوارع",
    "استقبل الرئيس 40 أسيراً محرراً",
    "تصفيات كأس العالم",
    "نزوح الأهالي من القرى",
    "مقتل المدنيين جريمة حرب",
    "وزار محمد علي المخيم",
    "تعرض 13 موقعاً لأضرار",
    "وصفت حالة اثنين بأنها حرجة",
    "تنشط في المنطقة طالبان منذ سنوات",
    "زار الوزير القتلى والجرحى",
    "نفق عدد من المواشي",
    "إصابة عدد من الواجهات",
    "أصابت القذائف أربعة أهداف",
    "سقطت عشرون حافظة",
    "اعترض النائب على القرار",
    "اعترضت الكتلة ثلاثة قرارات",
    "لجأ 5 أشخاص إلى القضاء",
    "خرج آلاف الطلاب في مسيرة",
    "المصابون بالمرض",
    "تحدث عن مقتله في خطاب",
    "وصل 18 مريضاً إلى العيادة",
    "يرى كثيرون أن الحرب طويلة",
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_finds(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert rows(text) == []


def test_a_part_names_the_whole() -> None:
    whole, part = losses("مقتل 9 مدنيين بينهم طفل")
    assert (whole.loss.part_of, part.loss.part_of) == ("", "civilian")


def test_members_are_what_their_party_is() -> None:
    assert rows("مقتل 4 من عناصر تنظيم داعش") == [("killed", "fighter", 4, 4)]
    (mention,) = losses("مقتل عنصرين من حزب الله")
    assert (mention.loss.whom, mention.loss.party) == ("fighter", "حزب الله اللبناني")
    assert rows("إصابة 3 عناصر من قوات النظام السوري") == [("injured", "soldier", 3, 3)]


def test_a_running_total_says_so() -> None:
    (mention,) = losses("ارتفعت حصيلة القتلى إلى 41")
    assert mention.loss.total


def test_a_list_takes_the_harm_of_its_heading() -> None:
    text = "وأحصى المرصد الخسائر، والقتلى هم:\n– 9 من المدنيين بينهم طفل\n– 157 عنصراً من قوات النظام\nوعادت 5 عائلات إلى القرية"
    assert rows(text) == [("killed", "civilian", 9, 9), ("killed", "child", 1, 1), ("killed", "soldier", 157, 157)]
    assert rows("والحاضرون هم:\n– 9 من المدنيين\n– 3 جنود") == []


def test_another_telling_says_whom() -> None:
    assert {row[1] for row in rows("مقتل 12 شخصاً في انفجار. وأوضح أن الانفجار قتل 12 جندياً")} == {"soldier"}
    assert {row[1] for row in rows("مقتل 12 شخصاً في انفجار. وأوضح أن الانفجار جرح 12 جندياً")} == {"person", "soldier"}
    assert {row[1] for row in rows("مقتل شخص في انفجار. وقتل جندي عند الحاجز")} == {"person", "soldier"}


def test_vague_and_approximate_are_kept() -> None:
    (tens,) = losses("إصابة عشرات المدنيين")
    (about,) = losses("مقتل نحو 50 جندياً")
    assert (tens.loss.vague, about.loss.approximate) == ("tens", True)


def test_the_words_are_a_slice_of_the_text() -> None:
    text = "وأسفر القصف عن مقتل 7 مدنيين وإصابة طفلة"
    for mention in losses(text):
        assert text[mention.loss.start : mention.loss.end] == mention.loss.text

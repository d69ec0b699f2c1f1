"""What the sample reports tell: a disputed toll, a ceasefire and its alleged breach, and a hostile text. All of it invented."""

from collections.abc import Mapping

from isnad.records import Claim, Report

from .telling import make_report, tell

HOSTILE = "</script><script>alert(1)</script>\u202eمقلوب\u202c <!-- =cmd|' /C calc'!A0\u2028"
MARKED = "قُتِلَ ثلاثةُ مدنيّين 🕊️ في القنـــاديل\u200f بقصفِ «قوّات الوادي»، يوم 2031-04-20 بين 7-12 قذيفة."


def hostile_report() -> Report:
    """Vowel marks, tatweel, an emoji and a bidi mark before the spans; markup and a formula in outlet, title and text."""
    return make_report("hostile", f"{MARKED}\n{HOSTILE}", HOSTILE, HOSTILE, "2031-04-20", "javascript:alert(1)")


def strike(reports: Mapping[str, Report]) -> list[Claim]:
    """The air strike on Kafr Zumurrud: three fighters, nine, or twelve civilians; the market denied."""
    army, network, monitor = reports["sample-01"], reports["sample-02"], reports["sample-03"]
    denial, paper = reports["sample-04"], reports["sample-05"]
    return [
        tell(
            army, "a1", "airstrike", army.text[: army.text.index(" وتدمير")], "غارة", who=["سلاح الجو"], whom=["لواء الجسر"], at=["كفر زمرود"],
            day=("2031-03-04", "اليوم الثلاثاء"), losses=[("ثلاثة مقاتلين", "killed", "fighter", 3, 3)], means=("warplane",),
            by=[("قيادة جيش الإقليم", "says")],
        ),
        tell(
            network, "b1", "airstrike", "استشهد تسعة مدنيين وأصيب العشرات، صباح اليوم الثلاثاء، جراء غارة شنّها طيران جيش الإقليم على السوق الشعبي وسط بلدة كفر زمرود",
            "غارة", who=["جيش الإقليم"], at=["كفر زمرود"], day=("2031-03-04", "اليوم الثلاثاء"),
            losses=[("تسعة مدنيين", "killed", "civilian", 9, 9), ("العشرات", "injured", "person", 20, None)],
        ),
        tell(
            monitor, "c1", "airstrike", "وثّق بالأسماء مقتل 12 مدنياً، بينهم أربعة أطفال وامرأتان، في الغارة الجوية التي استهدفت أمس الثلاثاء سوقاً في بلدة كفر زمرود",
            "الغارة الجوية", who=["جيش الإقليم"], at=["كفر زمرود"], day=("2031-03-04", "أمس الثلاثاء"),
            losses=[
                ("12 مدنياً", "killed", "civilian", 12, 12),
                ("أربعة أطفال", "killed", "child", 4, 4, "civilian"),
                ("امرأتان", "killed", "woman", 2, 2, "civilian"),
                ("31 شخصاً على الأقل", "injured", "person", 31, None),
            ],
            by=[("مرصد الضفاف لحقوق الإنسان", "says")],
        ),
        tell(
            denial, "d1", "airstrike", "نفى المتحدث باسم جيش الإقليم العقيد نادر الصخري، الأربعاء، استهداف السوق في بلدة كفر زمرود", "استهداف",
            status="denied", who=["جيش الإقليم"], at=["كفر زمرود"], by=[("المتحدث باسم جيش الإقليم العقيد نادر الصخري", "denies")],
        ),
        tell(
            paper, "e1", "airstrike", "استقبل، الثلاثاء، 12 جثة بينها جثث أربعة أطفال", "استقبل", at=["كفر زمرود"],
            day=("2031-03-04", "الثلاثاء"), losses=[("12 جثة", "killed", "person", 12, 12)],
            by=[("مدير المستشفى الميداني", "says"), ("إذاعة الموجة الزرقاء", "says")],
        ),
    ]  # fmt: skip


def ceasefire(reports: Mapping[str, Report]) -> list[Claim]:
    """Demand, offer, condition, rejection, deal, alleged breach, denial."""
    council, radio, agency = reports["sample-17"], reports["sample-18"], reports["sample-19"]
    refusal, deal, breach, no_breach = (reports[f"sample-{number}"] for number in (20, 22, 23, 24))
    return [
        tell(council, "t1", "demand", "طالب مجلس الضفاف، اليوم السبت، جيش الإقليم بالانسحاب الكامل من قرية القنطرة الزرقاء", "طالب",
             who=["مجلس الضفاف"], with_=["جيش الإقليم"], at=["القنطرة الزرقاء"], day=("2031-03-15", "اليوم السبت")),
        tell(radio, "t2", "offer", "عرضت جبهة النهر، الاثنين، وقف إطلاق النار في منطقة الحوض الأدنى مدة 72 ساعة", "عرضت",
             who=["جبهة النهر"], at=["الحوض الأدنى"], day=("2031-03-17", "الاثنين")),
        tell(agency, "t3", "demand", "اشترط جيش الإقليم، الثلاثاء، تسليم جبهة النهر سلاحها الثقيل وانسحاب مقاتليها من تلة الصوان", "اشترط",
             who=["جيش الإقليم"], with_=["جبهة النهر"], at=["تلة الصوان"], day=("2031-03-18", "الثلاثاء")),
        tell(refusal, "t4", "reject", "رفضت جبهة النهر، الأربعاء، الشروط التي وضعها جيش الإقليم لوقف إطلاق النار", "رفضت",
             who=["جبهة النهر"], with_=["جيش الإقليم"], day=("2031-03-19", "الأربعاء")),
        tell(deal, "t5", "agree", "توصل جيش الإقليم وجبهة النهر إلى اتفاق لوقف إطلاق النار في منطقة الحوض الأدنى", "اتفاق",
             who=["جيش الإقليم", "جبهة النهر"], at=["الحوض الأدنى"], day=("2031-03-22", "مساء السبت"), by=[("لجنة الوساطة", "says")]),
        tell(breach, "t6", "breach", "اتهمت جبهة النهر جيش الإقليم بخرق اتفاق وقف إطلاق النار، بعد قصف مدفعي طال أطراف قرية القنطرة الزرقاء", "خرق",
             who=["جيش الإقليم"], at=["القنطرة الزرقاء"], day=("2031-03-26", "فجر اليوم الأربعاء"), by=[("جبهة النهر", "says")]),
        tell(no_breach, "t7", "breach", "نفى المتحدث باسم جيش الإقليم العقيد نادر الصخري، اليوم الخميس، قصف قرية القنطرة الزرقاء", "قصف",
             status="denied", who=["جيش الإقليم"], at=["القنطرة الزرقاء"], by=[("المتحدث باسم جيش الإقليم العقيد نادر الصخري", "denies")]),
    ]  # fmt: skip


def hostile(report: Report) -> list[Claim]:
    """Spans behind an emoji, vowel marks, tatweel and a bidi mark; an actor whose name is a formula."""
    first = tell(report, "h1", "shell", MARKED, "بقصفِ", who=["«قوّات الوادي»"], losses=[("ثلاثةُ مدنيّين", "killed", "civilian", 3, 3)],
                 day=("2031-04-20", "2031-04-20"))  # fmt: skip
    second = tell(
        report, "h2", "harm", "=cmd|' /C calc'!A0", "=cmd", who=["=cmd|' /C calc'!A0"], by=[("<script>alert(1)</script>", "says")]
    )
    return [first, second]

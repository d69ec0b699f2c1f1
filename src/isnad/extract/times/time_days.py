"""Days: «يوم أمس», «أول من أمس», «الثلاثاء الماضي», «ليل الاثنين - الثلاثاء», and their parts."""

from __future__ import annotations

from isnad.extract.text.words import Words
from isnad.extract.times.time_daynumbers import ordinal_day
from isnad.extract.times.time_slots import DASHES, Slots, fold_at, is_role, role, tag_at, unit_at, whole

LONGEST_ROW = 2000  # days
LEADING = ("منذ", "في", "حتي", "خلال", "هذا", "قبل", "بعد", "ساعات", "مع", "عند", "قبيل")
RELATIVE_CLAUSE = ("الذي", "الي", "اللي")


def read_day(words: Words, at: int, end: int, slots: Slots) -> int:
    """«اليوم», «يوم أمس», «أمس الأول», «أول من أمس», «بعد غد», «الليلة الماضية»; not «اليوم التالي», «اليوم نفسه»."""
    if "offset" in slots:
        return at
    k = at + is_role(words, at, "this")
    if fold_at(words, k) in ("اليوم", "يوم", "بيوم", "ليوم") and (after := _past_day_noun(words, k)):
        k = after
    elif k > at and fold_at(words, k) != "اليوم" and fold_at(words, k) != "الليله":
        return at
    twice = _twice(words, k)
    if twice is not None:
        slots["offset"] = twice[0]
        return twice[1]
    offset = role(words, k, "day")
    if k > at and offset == 0:
        slots["rule"] = "this"
    if offset is not None:
        return _day_word(words, k, int(offset), slots) or at
    return _tonight(words, k, slots) or at


def _past_day_noun(words: Words, at: int) -> int:
    """Past «يوم» where a day word follows it («يوم أمس», «اليوم الذي بعد الغد»)."""
    k = at + 1 + (fold_at(words, at + 1) in RELATIVE_CLAUSE)
    if fold_at(words, k) == "القبل" or _twice(words, k) is not None or (role(words, k, "day") or 0) != 0:
        return k
    return 0


def _twice(words: Words, at: int) -> tuple[int, int] | None:
    """(offset, next) of the day before yesterday or after tomorrow."""
    first, second = fold_at(words, at), fold_at(words, at + 1)
    if role(words, at, "day") == -1 and second in ("الاول", "اول"):
        return -2, at + 2
    if first in ("اول", "قبل", "القبل") and role(words, at + 1, "day") == -1:
        return -2, at + 2
    if first == "اول" and second == "من" and role(words, at + 2, "day") == -1:
        return -2, at + 3
    if first == "بعد" and role(words, at + 1, "day") == 1:
        return 2, at + 2
    return None


def _day_word(words: Words, at: int, offset: int, slots: Slots) -> int:
    after = at + 1
    if fold_at(words, at) in ("اليوم", "لليوم"):
        if running := _running(words, at, slots):
            return running
        if role(words, after, "relative") is not None and fold_at(words, after) not in ("التالي",):
            offset, after = int(role(words, after, "relative") or 0), after + 1
        elif fold_at(words, at) == "لليوم" or _other_day(words, at):
            return 0
    slots["offset"] = offset
    return after


def _running(words: Words, at: int, slots: Slots) -> int:
    """«لليوم الثالث», «لليوم الـ171», «اليوم الثالث على التوالي»: every day since the first."""
    k = at + 1 + (fold_at(words, at + 1) in ("ال", "لل"))
    number = whole(words, k)
    found = (number, k + 1) if number else ordinal_day(words, at + 1)
    if found is None:
        return 0
    count, after = found
    row = fold_at(words, after) == "علي" and fold_at(words, after + 1) == "التوالي"
    if not (row or fold_at(words, at) == "لليوم") or is_role(words, after, "unit") or count > LONGEST_ROW:
        return 0
    slots.update(unit="day", count=float(count - 1), sense="since")
    return after + 2 * row


def _other_day(words: Words, at: int) -> bool:
    """«اليوم نفسه», «اليوم التالي», «اليوم الثالث», «ذلك اليوم», «روسيا اليوم»: no day of publication."""
    after, before = fold_at(words, at + 1), fold_at(words, at - 1)
    ordinal = role(words, at + 1, "ordinal") is not None and words.types[at + 1].fold not in ("اول",)
    named = (
        before in ("روسيا", "العرب", "عربي", "سوريا", "العربيه", "راي", "مصر", "فلسطين", "ليبيا", "المغرب", "الاردن") and at >= 1
    )
    return (
        ordinal
        or is_role(words, at + 1, "same")
        or after in ("التالي", "الموالي", "الواحد", "الوطني", "العالمي", "الدولي")
        or before in ("ذلك", "ذاك")
        or named
    )


def _tonight(words: Words, at: int, slots: Slots) -> int:
    if role(words, at, "now") is not None:
        slots["offset"] = 0
        return at + 1
    text, relative = fold_at(words, at), role(words, at + 1, "relative")
    if text in ("الليله", "الليل", "ليله") and relative is not None and "part" not in slots:
        slots.update(offset=relative, part="night")
        return at + 2
    if text == "الليله" and "part" not in slots and not is_role(words, at + 1, "same"):
        slots.update(offset=0, part="night")
        return at + 1
    return 0


def read_weekday(words: Words, at: int, end: int, slots: Slots) -> int:
    """«الثلاثاء», «يوم الجمعة الفائت», «هذا الاثنين», «ثالث ثلاثاء», «ليل الاثنين - الثلاثاء»."""
    if "weekday" in slots:
        return at
    k, this = at, is_role(words, at, "this")
    k += this
    nth = role(words, k, "ordinal")
    if nth is not None and (
        is_role(words, k + 1, "weekday") or (unit_at(words, k + 1) == ("day", 1) and is_role(words, k + 2, "weekday"))
    ):
        slots["nth"] = nth
        k += 1
    led = k > at or "part" in slots
    if unit_at(words, k) == ("day", 1) and is_role(words, k + 1, "weekday"):
        k, led = k + 1, True
    day, tag = role(words, k, "weekday"), tag_at(words, k)
    if (
        day is None
        or tag is None
        or not (
            tag.article
            or (led and day != 6)
            or (day == 6 and unit_at(words, k - 1) == ("day", 1))
            or "nth" in slots
            or _of_week(words, k)
        )
    ):
        return at
    slots["weekday"] = day
    return _after_weekday(words, k + 1, slots, this)


def _of_week(words: Words, at: int) -> bool:
    """«أحد الأسبوع الماضي»: a weekday without its article before the week it belongs to."""
    return unit_at(words, at + 1) == ("week", 1) and tag_at(words, at + 1) is not None and fold_at(words, at + 1).startswith("ال")


def _after_weekday(words: Words, at: int, slots: Slots, this: bool) -> int:
    relative, ordinal = role(words, at, "relative"), role(words, at, "ordinal")
    if relative is not None:
        slots["weekday_shift"] = relative
        return at + 1
    if this:
        slots["weekday_shift"] = 0
    if ordinal is not None and "nth" not in slots and _month_follows(words, at + 1):
        slots["nth"] = ordinal
        return at + 1
    if slots.get("part") in ("night", "evening") or fold_at(words, at) in DASHES:
        k = at + (fold_at(words, at) in (*DASHES, "/", "الي"))
        k += unit_at(words, k) == ("day", 1)
        second, tag = role(words, k, "weekday"), tag_at(words, k)
        if second == (slots["weekday"] + 1) % 7 and tag and tag.article and (k > at or slots.get("part") == "night"):
            slots["weekday_last"] = second
            return k + 1
    return at


def _month_follows(words: Words, at: int) -> bool:
    k = at + (fold_at(words, at) in ("من", "في"))
    tag = tag_at(words, k)
    return k > at and tag is not None and (unit_at(words, k) == ("month", 1) or tag.month is not None or tag.heads is not None)


def read_part(words: Words, at: int, end: int, slots: Slots) -> int:
    """«صباح», «فجراً», «بعد ظهر», «منتصف ليل», «في الساعات الأولى من صباح»."""
    if "part" in slots:
        return at
    k = at + is_role(words, at, "this")
    if fold_at(words, k) in ("الساعات", "ساعات") and (after := _hours_of(words, k)):
        k = after
    if fold_at(words, k) in ("منتصف", "نصف") and fold_at(words, k + 1) in ("ليل", "الليل", "ليله"):
        slots["part"] = "midnight"
        return k + 2
    before = fold_at(words, k) if fold_at(words, k) in ("بعد", "قبل", "قبيل", "عقب") else ""
    part = role(words, k + bool(before), "part")
    if part is None or not _is_part(words, k + bool(before), bool(before) or k > at):
        return at
    if "".join(fold_at(words, k - 1)[-4:]) in ("صلاه", "لاتي") or _bare_noun(words, k, bool(before), slots):
        return at
    slots["part"] = {"بعدnoon": "afternoon", "قبلnoon": "forenoon"}.get(before + str(part), part)
    done = k + bool(before) + 1
    if k > at and fold_at(words, k - 1) not in ("من",):
        slots.setdefault("offset", 0)
    return done + (fold_at(words, done) in ("الباكر", "باكر", "الاولي", "مبكر"))


def _bare_noun(words: Words, at: int, led: bool, slots: Slots) -> bool:
    """«المغرب», «الظهر», «العشاء» alone: a country, a back, a meal. Beside a day or an hour they are parts of it."""
    tag = tag_at(words, at)
    alone = not slots and not led and tag is not None and tag.article and fold_at(words, at)[-1] != "ا"
    following = is_role(words, at + 1, "day", "weekday")
    return (
        alone
        and not following
        and (fold_at(words, at)[-4:] in ("مغرب", "لظهر", "لعصر", "عشاء") or fold_at(words, at - 1) not in LEADING)
    )


def _hours_of(words: Words, at: int) -> int:
    """Past «الساعات الأولى من»; the part of day must follow."""
    k = at + 1 + (role(words, at + 1, "ordinal") is not None or fold_at(words, at + 1) == "متاخره")
    k += fold_at(words, k) in ("من", "في")
    return k if role(words, k, "part") is not None else 0


def _is_part(words: Words, at: int, led: bool) -> bool:
    """Adverbs («صباحاً») and definite parts stand alone; a construct («صباح») needs its day after it."""
    kind, tag = words.types[at], tag_at(words, at)
    if kind.fold.endswith("ا") or (tag and tag.article) or led or "ً" in kind.raw:
        return True
    k = at + 1 + (fold_at(words, at + 1) == "من")
    nearby = (
        is_role(words, k, "day", "weekday", "unit", "this", "tonight")
        or words.types[min(k, len(words.types) - 1)].kind == "number"
    )
    return nearby or is_role(words, k, "ordinal")

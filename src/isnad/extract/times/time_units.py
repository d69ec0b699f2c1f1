"""Units of time: «الأسبوع الماضي», «قبل ثلاثة أيام», «الساعات الـ24 الماضية», «أواخر», seasons, decades, quarters."""

from __future__ import annotations

from isnad.extract.numbers.number_words import read_number, tag_of
from isnad.extract.text.words import Words
from isnad.extract.times.time_slots import Slots, fold_at, is_role, role, tag_at, unit_at, whole

ABOUT = ("نحو", "حوالي", "قرابه", "زهاء", "تقريبا", "اكثر", "اقل", "من", "مايقارب", "قراب")


def read_unit(words: Words, at: int, end: int, slots: Slots) -> int:
    """«الأسبوع الماضي», «هذا الشهر», «العام المقبل» (years and months go to their own slots)."""
    k = at + is_role(words, at, "this")
    unit, tag = unit_at(words, k), tag_at(words, k)
    if unit is None or unit[1] != 1 or unit[0] not in ("week", "month", "year", "decade", "century") or tag is None:
        return at
    shift = 0 if k > at else role(words, k + 1, "relative")
    done = k + 1 + (k == at)
    dated = unit[0] == "year" and whole(words, k + 1) in range(1300, 2101)
    if shift is None and tag.article and "edge" in slots and not dated and not is_role(words, k + 1, "same", "ordinal"):
        shift, done = 0, k + 1
    if shift is None or is_role(words, done, "same") or _slot(unit[0]) in slots or (unit[0] == "month" and "month" in slots):
        return at
    slots[_slot(unit[0])] = shift
    slots["rule"] = _told_after(words, done - 1)
    if _slot(unit[0]) == "shift":
        slots.update(unit=unit[0], sense=slots.get("sense") or "this")
    return done


def _told_after(words: Words, at: int) -> str:
    """«التالي» counts from the day the story has come to, not from that of publication."""
    return "following" if fold_at(words, at) in ("التالي", "التاليه") else ""


def _slot(grain: str) -> str:
    return {"month": "month_shift", "year": "year_shift"}.get(grain, "shift")


def read_ago(words: Words, at: int, end: int, slots: Slots) -> int:
    """«قبل ثلاثة أيام», «منذ أسبوعين», «من أسبوع»; «قبل أيام» stays open, «قبل يومين من الهجوم» too."""
    if slots or not (is_role(words, at, "before", "since", "from", "after")):
        return at
    amount = _amount(words, at + 1, end)
    if amount is None or (is_role(words, at, "from") and (amount[2] != at + 2 or not _ends(words, amount[2], end))):
        return at
    count, grain, done, approximate = amount
    if is_role(words, at, "since") and grain in ("hour", "minute") and count is None:
        return at
    event = fold_at(words, done) == "من" and not is_role(words, done + 1, "day", "now")
    sense = "since" if is_role(words, at, "since") else "ahead" if is_role(words, at, "after") else "ago"
    slots.update(unit=grain, count=count, sense=sense, approximate=approximate)
    if count is None or event or (sense == "ahead" and fold_at(words, done) == "من"):
        slots["open"] = True
    return done


def _ends(words: Words, at: int, end: int) -> bool:
    return at >= end or words.types[at].kind == "punct"


def _amount(words: Words, at: int, end: int) -> tuple[float | None, str, int, bool] | None:
    """(count, grain, next word, approximate) of «3 أيام», «أسبوعين», «شهر», «أيام» (count None)."""
    k, approximate = at, False
    while k < end and fold_at(words, k) in ABOUT:
        k, approximate = k + 1, True
    number = read_number(words, k, end) if k < end else None
    k = number.last if number else k
    unit, tag = unit_at(words, k), tag_at(words, k)
    if unit is None or tag is None or (tag.article and not number):
        return None
    few = {"بضعه", "بضع", "عده"}
    if number is None and unit[0] == "year" and unit[1] == 1 and whole(words, k + 1) in range(1300, 2101):
        return None  # «منذ عام 2015»
    if number is None and fold_at(words, at) in few:
        return None, unit[0], k + 1, True
    count = number.value if number else float(unit[1]) if unit[1] else None
    half = fold_at(words, k + 1) in ("ونصف", "ونص")
    return (count + 0.5 if half and count else count), unit[0], k + 1 + half, approximate


def read_last(words: Words, at: int, end: int, slots: Slots) -> int:
    """«الأيام الثلاثة الماضية», «الساعات الـ24 الماضية», «اليومين الماضيين», «آخر 24 ساعة», «الأيام الأخيرة» (open)."""
    if {"unit", "month", "offset", "weekday"} & slots.keys():
        return at
    if fold_at(words, at) == "اخر":
        amount = _amount(words, at + 1, end)
        if amount is None or (amount[0] or 0) <= 1:
            return at
        slots.update(unit=amount[1], count=amount[0], sense="last")
        return amount[2]
    count, k = _article_number(words, at, end)
    unit, tag = unit_at(words, k), tag_at(words, k)
    if unit is None or tag is None or not (tag.article or count is not None) or (unit[1] == 1 and count is None):
        return at
    if count is None:
        count, k = _article_number(words, k + 1, end)
    else:
        k += 1
    shift = role(words, k, "relative")
    recent = is_role(words, k, "recent")
    if shift is None and not recent:
        return at
    k += 1 + (recent and role(words, k + 1, "relative") is not None)
    count = count if count is not None else 2.0 if unit[1] == 2 else None
    slots.update(unit=unit[0], count=count, sense="next" if shift == 1 else "last", rule=_told_after(words, k - 1))
    if count is None or shift == 0:
        slots["open"] = True
    return k


def _article_number(words: Words, at: int, end: int) -> tuple[float | None, int]:
    """(value, next word) of a number with the article («الـ24», «الثلاثة», «ال 48»), or (None, next word)."""
    k = at + (fold_at(words, at) in ("ال", "لل", "لال"))
    value = whole(words, k)
    if value is not None and k > at:
        return float(value), k + 1
    tag = tag_of(words, at, "unit", "ten", "tens")
    if tag and tag.article:
        number = read_number(words, at, end)
        if number is None:
            return None, at
        tens = tag_of(words, number.last, "tens") if number.last < end and number.value < 10 else None
        if tens and tens.article and tens.conjunction:  # «الأربع والعشرين»
            return number.value + tens.value, number.last + 1
        return number.value, number.last
    return None, at


def read_within(words: Words, at: int, end: int, slots: Slots) -> int:
    """«خلال 24 ساعة», «خلال أسبوعين»; «خلال الأسبوع الماضي» is the seven days before, not a calendar week."""
    if slots or not is_role(words, at, "within"):
        return at
    amount = _amount(words, at + 1, end)
    if amount is not None and not _names_month(words, at + 1):
        slots.update(unit=amount[1], count=amount[0], sense="within", open=amount[0] is None)
        return amount[2]
    if unit_at(words, at + 1) == ("week", 1) and role(words, at + 2, "relative") in (-1, 1):
        slots.update(unit="day", count=7.0, sense="last" if role(words, at + 2, "relative") == -1 else "next")
        return at + 3
    return at


def _names_month(words: Words, at: int) -> bool:
    """«شهر حزيران», «شهري أيار وحزيران»: a month by its name, no amount of months."""
    unit, tag = unit_at(words, at), tag_at(words, at + 1)
    return unit is not None and unit[0] == "month" and tag is not None and (tag.month is not None or bool(tag.heads))


def read_edge(words: Words, at: int, end: int, slots: Slots) -> int:
    """«مطلع», «منتصف», «أواخر» (what they are edges of must follow)."""
    if "edge" in slots or {"part", "offset", "weekday", "day"} & slots.keys():
        return at
    edge = role(words, at, "edge") or {"اول": "begin", "اخر": "end", "نصف": "mid"}.get(fold_at(words, at))
    k = at + 1 + (fold_at(words, at + 1) == "من")
    tag = tag_at(words, k)
    nearby = tag is not None and (tag.month is not None or tag.heads is not None or is_role(words, k, "unit", "this", "season"))
    if edge is None or not (nearby or whole(words, k) in range(1900, 2101)) or (unit_at(words, k) or ("", 1))[1] != 1:
        return at
    if role(words, at, "edge") is None and not (tag and (tag.month or tag.heads or unit_at(words, k) == ("month", 1))):
        return at
    slots["edge"] = edge
    return k


def read_span(words: Words, at: int, end: int, slots: Slots) -> int:
    """«صيف 2014», «الربع الأول من 2019», «النصف الثاني من عام», «ثمانينيات القرن الماضي»."""
    if {"season", "decade", "quarter", "half"} & slots.keys():
        return at
    season, decade = role(words, at, "season"), role(words, at, "decade")
    if decade is not None:
        slots["decade"] = decade
        k = at + 1 + (fold_at(words, at + 1) == "من")
        if fold_at(words, k)[:3] in ("عمر", "الع") and not unit_at(words, k):
            del slots["decade"]  # «في الخمسينيات من عمره»
            return at
        return k + 2 if unit_at(words, k) == ("century", 1) and is_role(words, k + 1, "relative", "ordinal") else at + 1
    if season is not None:
        return _season(words, at, end, int(season), slots) or at
    name = {"الربع": "quarter", "النصف": "half", "ربع": "quarter", "نصف": "half"}.get(fold_at(words, at))
    ordinal = role(words, at + 1, "ordinal")
    if name and ordinal is not None and int(ordinal) in range(1, 5) and fold_at(words, at + 1).startswith("ال"):
        slots[name] = ordinal
        return at + 2 + (fold_at(words, at + 2) in ("من", "ل"))
    return at


def _season(words: Words, at: int, end: int, season: int, slots: Slots) -> int:
    tag, relative = tag_at(words, at), role(words, at + 1, "relative")
    if relative is not None and tag and tag.article:
        slots.update(season=season, year_shift=relative, rule="season")
        return at + 2
    year = whole(words, at + 1)
    named = unit_at(words, at + 1) == ("year", 1) or (fold_at(words, at + 1) == "من" and unit_at(words, at + 2) == ("year", 1))
    if (year in range(1900, 2101)) or named:
        slots["season"] = season
        return at + 1 + (fold_at(words, at + 1) == "من")
    return 0

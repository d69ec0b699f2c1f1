"""Years: «2019», «عام 2019», «من العام الماضي», «عام ألفين وأحد عشر», «1440 هـ», «عامي 2013 و2014»."""

from __future__ import annotations

from isnad.extract.numbers.number_words import read_number
from isnad.extract.text.words import Words
from isnad.extract.times.time_numeric import YEARS
from isnad.extract.times.time_slots import DASHES, Slots, fold_at, is_role, role, tag_at, unit_at, whole
from isnad.knowledge.clitics import FUNCTION_WORDS

DATED = {"month", "edge", "season", "quarter", "half", "day", "feast"}


def read_year(words: Words, at: int, end: int, slots: Slots) -> int:
    """«2019», «عام 2019», «من العام الماضي», «عام ألفين وأحد عشر», «1440 هـ», «عامي 2013 و2014»."""
    if "year" in slots or "year_shift" in slots:
        return at
    k = at + (fold_at(words, at) in ("من", "في", "ل", "،", ",", "/", "سنه", "للعام", *DASHES))
    this = is_role(words, k, "this")
    unit = unit_at(words, k + this)
    if unit and unit[0] == "year" and unit[1] in (1, 2):
        return _named_year(words, k + this, end, slots, this) or at
    year = whole(words, k)
    if year is None or not (1300 <= year <= 2100):
        return at
    if fold_at(words, k - 1) in ("من", "بين") and not slots:
        return _open_range(words, k, slots) or at
    return (_take_year(words, k, slots) or at) if DATED & slots.keys() or _bare_year(words, k, year) else at


def _open_range(words: Words, at: int, slots: Slots) -> int:
    """«من 2003 إلى 2013», «بين 2017 و2020»: years only because there are two of them."""
    after = _take_year(words, at, slots)
    done = _year_range(words, after, slots) if after and "hijri" not in slots else after
    if "year_last" in slots:
        return done
    slots.clear()
    return 0


def _bare_year(words: Words, at: int, year: int) -> bool:
    """«في 2019», «منذ 2011», with no noun after it that it could count."""
    cued = fold_at(words, at - 1) in ("في", "منذ", "حتي", "منتصف", "مطلع", "اواخر", "نهايه", "بدايه")
    after = words.types[at + 1] if at + 1 < len(words.types) else None
    counts = (
        after is not None
        and after.kind == "word"
        and not after.verb
        and not after.best.before
        and after.fold not in FUNCTION_WORDS
    )
    return cued and year in YEARS and not (counts and after is not None and after.time is None)


def _take_year(words: Words, at: int, slots: Slots) -> int:
    year = whole(words, at) or 0
    era = role(words, at + 1, "era")
    if era is not None and len(fold_at(words, at + 1)) > 2 and era == "gregorian":
        era = era if year in YEARS else None
    if era == "hijri" or 1300 <= year <= 1500:
        slots.update(year=year, hijri=True)
    elif year in YEARS:
        slots["year"] = year
    else:
        return 0
    return at + 1 + (era is not None)


def _named_year(words: Words, at: int, end: int, slots: Slots, this: bool) -> int:
    relative = role(words, at + 1, "relative")
    tag = tag_at(words, at)
    if this or relative is not None:
        slots["year_shift"] = 0 if this else relative
        return at + 1 + (relative is not None)
    year = whole(words, at + 1)
    if year is not None and 1300 <= year <= 2100:
        after = _take_year(words, at + 1, slots)
        return _year_range(words, after, slots)
    number = read_number(words, at + 1, end) if at + 1 < end else None
    if number and number.value in YEARS and number.last > at + 2:
        slots["year"] = int(number.value)
        return number.last
    if tag and tag.article and "edge" in slots and fold_at(words, at) in ("العام", "السنه"):
        slots["year_shift"] = 0
        return at + 1
    return 0


def _year_range(words: Words, at: int, slots: Slots) -> int:
    """Past «و2014» or «-2014»; a gap of more than one year is no range with «و»."""
    if (
        fold_at(words, at) in ("و", "الي", "حتي", "وحتي", *DASHES)
        and slots["year"] < (last := whole(words, at + 1) or 0)
        and last in YEARS
    ):
        slots["year_last"] = last
        return at + 2
    return at

"""Numbers of days: «14», «الرابع عشر», «الحادي والعشرين», «13-15», «من 10 إلى 13»."""

from __future__ import annotations

from isnad.extract.numbers.digits import digits_range
from isnad.extract.numbers.number_words import tag_of
from isnad.extract.text.words import Words
from isnad.extract.times.time_slots import DASHES, fold_at, role, whole


def ordinal_day(words: Words, at: int) -> tuple[int, int] | None:
    """(day, next word) of an ordinal: «السابع», «الحادي والعشرين», «الرابع عشر», «العشرين»."""
    value = role(words, at, "ordinal")
    if value is None:
        tens = tag_of(words, at, "tens")
        return (int(tens.value), at + 1) if tens and tens.article and tens.value <= 30 else None
    if int(value) < 1:
        return None
    ten, tens = tag_of(words, at + 1, "ten"), tag_of(words, at + 1, "tens")
    if ten and not ten.conjunction:
        return int(value) + 10, at + 2
    if tens and tens.conjunction and tens.value in (20, 30):
        return int(value) + int(tens.value), at + 2
    return int(value), at + 1


def day_at(words: Words, at: int) -> tuple[int, int, int] | None:
    """(day, last day, next word) of a day number or a range of them, or None."""
    number = whole(words, at)
    if number is None:
        spread = digits_range(words.types[at].raw) if at < len(words.types) and words.types[at].kind == "number" else None
        if spread and 1 <= spread[0] < spread[1] <= 31:
            return int(spread[0]), int(spread[1]), at + 1
        ordinal = ordinal_day(words, at)
        if ordinal is None:
            return None
        number, after = ordinal
    else:
        after = at + 1
    if not 1 <= number <= 31:
        return None
    return _day_range(words, number, after)


def _day_range(words: Words, number: int, at: int) -> tuple[int, int, int]:
    if fold_at(words, at) in ("الي", "حتي", "وحتي", "لغايه", "و", *DASHES):
        other = whole(words, at + 1)
        ordinal = ordinal_day(words, at + 1) if other is None else (other, at + 2)
        if ordinal and number < ordinal[0] <= 31:
            return number, ordinal[0], ordinal[1]
    if at < len(words.types) and words.types[at].best.before[:1] == ("و",) and role(words, at, "ordinal") == number + 1:
        return number, number + 1, at + 1  # «السابع والثامن من تموز»
    return number, number, at

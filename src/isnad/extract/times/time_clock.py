"""Clock times: «الساعة الخامسة والنصف عصراً», «الثالثة فجراً», «21:00 بتوقيت غرينتش»."""

from __future__ import annotations

import re

from isnad.extract.numbers.digits import plain_digits
from isnad.extract.numbers.number_words import read_number, tag_of
from isnad.extract.text.words import Words
from isnad.extract.times.time_slots import Slots, fold_at, is_role, role, whole

CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::(\d{2}))?$")
SHARES = {
    "نصف": 30, "النصف": 30, "ونصف": 30, "والنصف": 30, "نص": 30, "ربع": 15, "الربع": 15, "وربع": 15, "والربع": 15, "ربعا": 15,
    "ثلث": 20, "وثلث": 20, "الثلث": 20, "والثلث": 20, "ثلثا": 20,
}  # fmt: skip
ZONES = {"غرينتش": "UTC", "جرينتش": "UTC", "غرينيتش": "UTC", "gmt": "UTC", "جرينيتش": "UTC", "utc": "UTC"}


def read_clock(words: Words, at: int, end: int, slots: Slots) -> int:
    """An hour with its minutes and zone; without «الساعة» only beside a part of day, or as HH:MM."""
    if "hour" in slots or {"unit", "edge"} & slots.keys():
        return at
    k, named = at, is_role(words, at, "clock")
    k += named
    while named and fold_at(words, k) in ("حوالي", "نحو", "قرابه", "تمام"):
        k += 1
    hour = _hour(words, k, end, named)
    if hour is None:
        return at
    value, minute, done = hour
    found: Slots = {"hour": value}
    if minute is None:
        minute, done = _minutes(words, done, end)
    done += fold_at(words, done) in ("تماما", "بالضبط")
    if not (named or _dayparts(words, done) or (":" in words.types[k].raw and words.types[k].kind == "number")):
        return at
    if minute is not None:
        found["minute"] = minute
    slots.update(found)
    _carry(slots)
    return _zone(words, done, slots)


def _dayparts(words: Words, at: int) -> bool:
    k = at + is_role(words, at, "this")
    return (
        role(words, k, "part") is not None
        or (fold_at(words, k) in ("بعد", "قبل") and role(words, k + 1, "part") is not None)
        or fold_at(words, k) in ("الليله",)
    )


def _hour(words: Words, at: int, end: int, named: bool) -> tuple[int, int | None, int] | None:
    """(hour, minute or None, next word)."""
    if at >= end:
        return None
    if words.types[at].kind == "number":
        match = CLOCK.match(plain_digits(words.types[at].raw))
        if match and (":" in match[0] or named) and int(match[1]) < 25 and int(match[2]) < 60:
            return int(match[1]) % 24, int(match[2]), at + 1
        number = whole(words, at)
        if (
            number is not None
            and fold_at(words, at + 1) == ":"
            and (minute := whole(words, at + 2)) is not None
            and minute < 60
            and number < 24
        ):
            return number, minute, at + 3
        return (
            (number % 24, None, at + 1) if number is not None and number <= 24 and (named or _dayparts(words, at + 1)) else None
        )
    return _hour_word(words, at, named)


def _hour_word(words: Words, at: int, named: bool) -> tuple[int, int | None, int] | None:
    ordinal = role(words, at, "ordinal")
    if ordinal is None and role(words, at, "one") is not None:
        ordinal = 1
    if ordinal is not None and int(ordinal) > 0 and fold_at(words, at).endswith(("ه", "ي")):
        ten = tag_of(words, at + 1, "ten")
        return int(ordinal) + (10 if ten else 0), None, at + 1 + bool(ten)
    tag = tag_of(words, at, "unit", "ten", "two_bound", "one_of") if named else None
    if tag is None:
        return None
    ten = tag_of(words, at + 1, "ten")
    return int(tag.value) + (10 if ten and not ten.conjunction else 0), None, at + 1 + bool(ten and not ten.conjunction)


def _minutes(words: Words, at: int, end: int) -> tuple[int | None, int]:
    """«والنصف», «و18 دقيقة», «إلا ربعاً» (negative: minutes before the hour)."""
    if fold_at(words, at) == "الا":
        minus = SHARES.get(fold_at(words, at + 1)) or whole(words, at + 1) or SHARES.get("و" + fold_at(words, at + 1))
        if minus is None and (number := read_number(words, at + 1, end)):
            return -int(number.value), _past_minutes(words, number.last)
        return (-minus, _past_minutes(words, at + 2)) if minus else (None, at)
    k = at + (fold_at(words, at) == "و")
    share = SHARES.get(fold_at(words, k))
    if share and (k > at or fold_at(words, k).startswith("و")):
        return share, k + 1
    conjoined = k > at or (k < end and any(t.conjunction for t in words.types[k].number))
    number = read_number(words, k, end) if conjoined and k < end else None
    if number and number.value < 60 and _past_minutes(words, number.last) > number.last:
        return int(number.value), _past_minutes(words, number.last)
    return None, at


def _past_minutes(words: Words, at: int) -> int:
    return at + (str(role(words, at, "unit") or "").startswith("minute"))


def _carry(slots: Slots) -> None:
    """Minutes before the hour belong to the hour before."""
    if slots.get("minute", 0) < 0:
        slots["hour"], slots["minute"] = (slots["hour"] - 1) % 24, slots["minute"] + 60


def _zone(words: Words, at: int, slots: Slots) -> int:
    k = at + (fold_at(words, at) == "(")
    if is_role(words, k, "zone_word") and k + 1 < len(words.types):
        slots["zone"] = ZONES.get(fold_at(words, k + 1), words.types[k + 1].raw)
        return k + 2
    if fold_at(words, k) in ("gmt", "utc"):
        slots["zone"] = "UTC"
        return k + 1
    return k + 2 if fold_at(words, k) == "بالتوقيت" else at

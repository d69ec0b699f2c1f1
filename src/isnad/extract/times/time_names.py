"""Which filled slots tell a time at all, and which stand inside a name («كتيبة 17 فبراير», «سوق الخميس»)."""

from __future__ import annotations

from isnad.extract.text.words import Words
from isnad.extract.times.time_slots import Slots, fold_at
from isnad.knowledge.time_table import name_heads

TELLING = {
    "offset", "weekday", "month", "month_shift", "year", "year_shift", "unit", "hour", "season", "decade", "quarter", "half",
    "feast", "shift",
}  # fmt: skip


def says_time(slots: Slots) -> bool:
    """Whether the slots tell a time: a lone «مطلع» or «ليلاً» of no day is still a part of the report's day."""
    if "part" in slots and not TELLING & slots.keys():
        return slots["part"] != "midnight" or True
    if slots.keys() <= {"quarter", "half"}:
        return False
    return bool(TELLING & slots.keys()) and not ("day" in slots and not {"month", "month_shift"} & slots.keys())


def inside_name(words: Words, first: int, last: int, slots: Slots) -> bool:
    """Whether the time is part of a name: right after a head noun of such names, and with no year."""
    if first == 0 or {"year", "year_shift", "sense", "hour", "part", "edge", "offset"} & slots.keys():
        return False
    before = fold_at(words, first - 1)
    kind = name_heads().get(before) or (name_heads().get(before[1:]) if before[:1] in ("و", "ب", "ل", "ف") else None)
    if kind == "any":
        return "weekday_shift" not in slots and "month_shift" not in slots
    return kind == "weekday" and slots.keys() == {"weekday"}

"""The losses of a sentence in order: «آخرين» takes the whom before it, parts belong to their whole."""

from __future__ import annotations

from isnad.extract.losses.loss_group import Group
from isnad.extract.losses.loss_nouns import person_noun
from isnad.extract.losses.loss_people import Struck
from isnad.extract.losses.loss_words import LossWords

NOBODY = {"displaced": "civilian"}  # whom a bare number means
REACH, FAR = 8, 16
TOTALS = frozenset(("الي", "بلغ", "تجاوز", "نحو"))


def in_order(told: LossWords, groups: list[Group], struck: dict[int, Struck]) -> list[tuple[Struck, str, str]]:
    """(what is struck, whom, the whom of the whole that it is a part of) by position; `struck` is keyed by first words."""
    found: list[tuple[Struck, str, str]] = []
    whole: Struck | None = None
    whom = "person"  # of the last whole
    for group in groups:
        s = struck.get(group.first)
        if s is None and group.part and whole is not None:
            if group.whom and group.first - whole.group.last <= FAR:
                found.append((Struck(group, whole.harm, whole.head, group.first, "part"), group.whom, whom))
            continue
        s = s or _zero(told, group) or _of_total(told, group, groups) or _among(told, group)
        if s is None:
            whom = group.whom if whole is None and group.whom and group.told else whom
            continue
        own = s.group.whom or (whom if s.group.other else NOBODY.get(s.harm, "person"))
        part_of = "person" if s.rule == "among" else ""
        found.append((s, own, part_of))
        whole, whom = s, part_of or own
    return found


def _zero(told: LossWords, group: Group) -> Struck | None:
    """«دون إصابات», «لم يصب أحد»."""
    if group.counted is None or group.counted.rule != "zero":
        return None
    for at in range(group.first, group.last):
        if at in told.harms:
            return Struck(group, told.harms[at][0].payload.id, at, group.first, "zero", True)
    return None


def _of_total(told: LossWords, group: Group, groups: list[Group]) -> Struck | None:
    """«ارتفع عدد القتلى إلى 15»: a number without a noun, behind the people it counts."""
    if not group.told or group.whom not in ("", "person") or group.harm or group.part:
        return None
    for before in reversed([g for g in groups if g.harm and not g.told and g.definite and 0 <= group.first - g.last <= REACH]):
        if told.words.types[group.first - 1].fold in TOTALS or (group.counted is not None and group.counted.total):
            return Struck(group._replace(whom=before.whom), before.harm, before.first, before.first, "total")
    return None


def _among(told: LossWords, group: Group) -> Struck | None:
    """«بين القتلى 4 مدنيين»: a part of people whose number the sentence does not tell."""
    harm = person_noun(told, group.first - 1) if group.part and group.first else None
    return Struck(group, harm.payload.id, group.first - 1, group.first - 1, "among") if harm else None

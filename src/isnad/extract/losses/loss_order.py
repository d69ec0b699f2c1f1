"""The losses of a sentence in order: «آخرين» takes the whom before it, parts belong to their whole."""

from __future__ import annotations

from isnad.extract.losses.loss_counted import FAMILY, OF_THEM
from isnad.extract.losses.loss_events import BOTH
from isnad.extract.losses.loss_group import THINGS, Group
from isnad.extract.losses.loss_nouns import HURT, is_mostly, person_noun
from isnad.extract.losses.loss_people import EITHER, Struck
from isnad.extract.losses.loss_totals import of_total
from isnad.extract.losses.loss_words import LossWords

NOBODY = {"displaced": "civilian"}  # whom a bare number means
OTHER_MEN = frozenset(("اخرون", "اخرين"))
FAR = 16


def in_order(
    told: LossWords, groups: list[Group], struck: dict[int, Struck], first: int, end: int
) -> list[tuple[Struck, str, str]]:
    """(what is struck, whom, the whom of the whole that it is a part of) by position; `struck` is keyed by first words."""
    found: list[tuple[Struck, str, str]] = []
    whole: Struck | None = None
    whom = "person"  # of the last whole
    for group in groups:
        s = struck.get(group.first)
        if s is None and whole is not None and group.first < whole.group.last:
            continue  # «60 شخصاً بين قتيل وجريح»
        if s is None and group.part and whole is not None:
            if (
                group.whom
                and (group.whom in THINGS) == (whole.harm == "destroyed")
                and not is_mostly(told, group.first)
                and group.first - whole.group.last <= FAR
            ):
                found.append((Struck(group, _of_pair(found) or whole.harm, whole.head, group.first, "part"), group.whom, whom))
            continue
        s = s or _zero(told, group) or of_total(told, group, groups, first, end) or _among(told, group)
        if s is None:
            whom = group.whom if whole is None and group.whom and group.told else whom
            continue
        own = s.group.whom or _open(told, s, groups, whole, whom)
        if s.harm == "destroyed" and own not in THINGS:
            if s.group.other or s.group.noun >= 0:
                continue
            own = "equipment"
        part_of = "person" if s.rule == "among" else ""
        found.append((s, own, part_of))
        whole, whom = s, part_of or own
    return found


def _of_pair(found: list[tuple[Struck, str, str]]) -> str:
    """«قتلى وجرحى بينهم طفلان»: a part of a bare pair is one or the other."""
    wholes = [s for s, _, _ in found if s.rule != "part"][-2:]
    if len(wholes) < 2:
        return ""
    a, b = wholes
    pair = a.rule == b.rule == "person noun" and a.group.last == b.group.first and {a.harm, b.harm} == BOTH
    return EITHER if pair and b.group.joined and not a.group.told and not b.group.told else ""


def _open(told: LossWords, s: Struck, groups: list[Group], whole: Struck | None, whom: str) -> str:
    """Whom a number strikes that names nobody: «آخرين» and «جرح 22» go on with those before, «أربعة منهم» says of whom."""
    types, group = told.words.types, s.group
    if group.last < len(types) and types[group.last].fold in OF_THEM:
        return next(
            (g.whom for g in reversed(groups) if g.last <= group.first and g.definite and g.number == "p" and g.whom), "person"
        )
    if group.other:
        return "person" if whom == "woman" and types[group.last - 1].best.stem in OTHER_MEN else whom
    if whole is not None and whole.harm in HURT and s.harm in HURT and s.rule != "total" and whom not in FAMILY | THINGS:
        return whom
    return NOBODY.get(s.harm, "person")


def _zero(told: LossWords, group: Group) -> Struck | None:
    """«دون إصابات», «لم يصب أحد»."""
    if group.counted is None or group.counted.rule != "zero":
        return None
    for at in range(group.first, group.last):
        if at in told.harms:
            return Struck(group, told.harms[at][0].payload.id, at, group.first, "zero", True)
    return None


def _among(told: LossWords, group: Group) -> Struck | None:
    """«بين القتلى 4 مدنيين»: a part of people whose number the sentence does not tell."""
    harm = person_noun(told, group.first - 1) if group.part and group.first else None
    return Struck(group, harm.payload.id, group.first - 1, group.first - 1, "among") if harm else None

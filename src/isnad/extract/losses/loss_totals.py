"""Totals: a number apart from the people it counts («ارتفع عدد القتلى في البلاد إلى 15», «يرتفع إلى 46 عدد الضحايا»)."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.losses.loss_group import THINGS, Group
from isnad.extract.losses.loss_nouns import HURT, person_noun
from isnad.extract.losses.loss_people import Struck
from isnad.extract.losses.loss_words import BARE, LossWords
from isnad.extract.text.marks import kinds_of

NEAR, FAR = 8, 22  # words from the people to their number, from «عدد» to it
COUNTS = frozenset(("عدد", "اعداد", "حصيله", "تعداد", "اجمالي", "مجموع", "الاجمالي", "محصله"))
TOTALS = frozenset(("الي", "بلغ", "بلغت", "تجاوز", "تجاوزت", "يتجاوز", "تتجاوز", "يبلغ", "تبلغ", "نحو", "قارب", "قاربت", "فاق"))
WHO = frozenset(("الذين", "ممن", "اللواتي", "من"))


class Counted(NamedTuple):
    """What a word like «عدد» counts: the word that tells the harm, and whom where it says so."""

    head: int
    harm: str
    whom: str


def of_total(told: LossWords, group: Group, groups: list[Group], first: int, end: int) -> Struck | None:
    """The loss that a number tells for people named before or behind it."""
    if not group.told or group.whom in THINGS or group.harm or group.part or group.other or group.strange:
        return None
    found = _behind(told, group, groups, end) or (_before(told, group, groups, first) if _rises(told, group) else None)
    if found is None:
        return None
    whom = found.whom if found.whom not in ("", "person") else group.whom
    return Struck(group._replace(whom=whom), found.harm, found.head, min(found.head, group.first), "total")


def _rises(told: LossWords, group: Group) -> bool:
    """Whether a number is one that a total reaches: «إلى 15», «تجاوز 500», «بنحو 300»."""
    types, count = told.words.types, group.counted
    here = types[group.first]
    if group.first == 0 or (count is not None and count.total) or here.fold in TOTALS or here.best.before[:1] == ("ب",):
        return True
    if types[group.first - 1].fold in TOTALS or _are(told, group.first - 1):
        return True
    return any("rise" in kinds_of(told.words, at) for at in range(max(0, group.first - NEAR), group.first))


def _are(told: LossWords, at: int) -> bool:
    """«والمصابون 5 نساء»: a definite plural as subject, with the number right behind it."""
    kind, noun = told.words.types[at], person_noun(told, at)
    return noun is not None and noun.payload.id in HURT and kind.best.article and kind.fold.endswith("ون")


def _before(told: LossWords, group: Group, groups: list[Group], first: int) -> Counted | None:
    types = told.words.types
    for at in range(group.first - 1, max(first, group.first - FAR) - 1, -1):
        if any(g.told and g.first <= at < g.last for g in groups):
            return None
        bare = Counted(at, BARE[types[at].fold], "") if types[at].fold in BARE else None
        if types[at].best.stem in COUNTS or types[at].fold in COUNTS:
            return _counted(told, at, group.first, groups) or bare
        if bare:
            return bare
    return _people(told, group, groups)


def _people(told: LossWords, group: Group, groups: list[Group]) -> Counted | None:
    near = [g for g in groups if g.harm and not g.told and g.definite and 0 <= group.first - g.last <= NEAR]
    return Counted(near[-1].first, near[-1].harm, near[-1].whom) if near else None


def _behind(told: LossWords, group: Group, groups: list[Group], end: int) -> Counted | None:
    """«إلى 46 عدد القتلى»."""
    types, at = told.words.types, group.last
    if at + 2 < end and types[at].fold == "علي" and types[at + 1].fold == "الاقل":
        at += 2
    if at < end and types[at].fold in COUNTS and not (group.noun >= 0 and group.noun in told.whom):
        return _counted(told, at, end, groups)
    return None


def _counted(told: LossWords, at: int, end: int, groups: list[Group]) -> Counted | None:
    """The harm told behind «عدد»: by a person noun, or by a verb about them («عدد المدنيين الذين قضوا»)."""
    whom = ""
    for k in range(at + 1, min(end, at + 9)):
        noun = person_noun(told, k)
        if noun is not None:
            return Counted(k, noun.payload.id, _described(told, k + 1) or next((g.whom for g in groups if g.first == k), whom))
        here = told.harms.get(k)
        if here and (told.words.types[k - 1].fold in WHO or (k > at + 2 and told.words.types[k - 2].fold in WHO)):
            return Counted(k, here[0].payload.id, whom)
        if not whom and k in told.whom:
            whom = told.whom[k].payload.id
    return None


def _described(told: LossWords, at: int) -> str:
    """«القتلى المدنيين»."""
    match = told.whom.get(at)
    return match.payload.id if match and told.words.types[at].best.article else ""

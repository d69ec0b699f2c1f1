"""Which groups a harm word may be said of."""

from __future__ import annotations

from isnad.extract.losses.loss_event import Event
from isnad.extract.losses.loss_group import THINGS, Group

BLASTS = frozenset(("v:فجّر", "n:تفجير"))
MET = frozenset(("v:اعترض", "n:اعتراض"))
FALLS = frozenset(("v:سقط", "n:سقوط"))
LEAVES = frozenset(("v:خرج", "v:غادر", "v:هرب", "n:خروج", "v:لجأ", "n:لجوء"))
NO_MEN = FALLS | LEAVES | {"v:أصاب", "n:اصابه", "v:نفق", "n:نفوق", "v:بتر", "n:بتر"}  # said of shells, aims, cattle and limbs too
MANY = 15  # so many leave a place only when driven out; fewer may be anybody


def fits(harm: str, group: Group) -> bool:
    """Whether a group can suffer the harm: things are destroyed, people are not."""
    if group.strange and harm == "destroyed":
        return False
    if group.counted is not None and group.counted.rule == "zero":
        return False
    return not group.whom or (group.whom in THINGS) == (harm == "destroyed")


def bears(event: Event, group: Group) -> bool:
    """Whether the harm word may be said of the group: buildings are blown up, cars only blow up; those who fall or leave are told by number."""
    if group.strange and not (group.first == event.last and event.key not in NO_MEN):
        return False
    if event.key in BLASTS:
        return group.whom == "building" or (group.whom == "equipment" and group.told and group.number == "p")
    if event.key in MET:
        return group.whom == "equipment" and group.told and not event.pronoun
    if event.key in LEAVES:
        count = group.counted
        return (
            count is not None
            and (not count.vague or (count.vague == "thousands" and event.key == "v:غادر"))
            and group.low is not None
            and group.low >= MANY
        )
    return event.key not in FALLS or group.told or group.other or (group.number != "s" and not group.definite)


def is_ruined(event: Event, group: Group) -> bool:
    """«إحراق بيوتهم»: things right behind the event are lost however definite; people so told point back."""
    return event.harm == "destroyed" and not event.verb and group.number == "p" and group.first == event.last


def as_two(event: Event, group: Group) -> Group:
    """«ناشطين قتلا»: the verb's dual tells two where the noun alone may be a plural."""
    if event.number != "d" or group.told or group.number != "p":
        return group
    return group._replace(low=2, high=2, number="d")


def points_back(group: Group) -> bool:
    """A bare definite plural («المدنيين»): no number of people."""
    return group.definite and not group.told and group.number == "p"


def by_owner(event: Event, groups: list[Group]) -> bool:
    """«قتله 5 مدنيين», «اغتياله القائد»: the pronoun of an event noun with its object right behind is who did it."""
    if event.verb or event.pronoun not in ("ه", "ها"):
        return False
    return any(g.first == event.last and not g.joined and (g.told or g.definite) for g in groups)

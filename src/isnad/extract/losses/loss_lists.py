"""Lists of losses: «والقتلى هم:», then a line for each kind of people («– 9 من المدنيين»)."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.losses.loss_grammar import is_item
from isnad.extract.losses.loss_group import THINGS, Group
from isnad.extract.losses.loss_nouns import person_noun
from isnad.extract.losses.loss_people import Struck
from isnad.extract.losses.loss_words import LossWords

NEAR = 6  # words before the colon


class Heading(NamedTuple):
    """The harm word of a line that a list follows."""

    head: int
    harm: str


def heading_of(told: LossWords, first: int, end: int, above: Heading | None) -> Heading | None:
    """The heading under which the sentence after this one stands; lines of a list keep the one above."""
    if is_item(told.words, first, end):
        return above
    if told.words.types[end - 1].raw != ":":
        return None
    for at in range(end - 2, max(first, end - NEAR) - 1, -1):
        noun = person_noun(told, at)
        if noun is not None:
            return Heading(at, noun.payload.id)
    return None


def listed(told: LossWords, heading: Heading | None, groups: list[Group], first: int, end: int) -> Struck | None:
    """The first group of a line, lost as the heading says."""
    if heading is None or not groups or not is_item(told.words, first, end):
        return None
    group = groups[0]
    if group.first - first > 2 or group.harm or group.strange or group.whom in THINGS or not (group.told or group.whom):
        return None
    return Struck(group, heading.harm, heading.head, group.first, "listed")

"""The groups of a sentence that a loss may strike («7 من عناصر التنظيم», «طفلان», «آخرين»)."""

from __future__ import annotations

from isnad.extract.losses.loss_bare import read_bare, read_others
from isnad.extract.losses.loss_counted import OTHERS, read_counted
from isnad.extract.losses.loss_group import Group
from isnad.extract.losses.loss_named import read_named, read_person
from isnad.extract.losses.loss_nouns import MOSTLY, PART, PEOPLE, is_two_alike, person_noun
from isnad.extract.losses.loss_words import LossWords
from isnad.extract.text.marks import QUOTES


def find_groups(told: LossWords, first: int, end: int) -> list[Group]:
    """The groups of one sentence in order, without overlaps."""
    found: list[Group] = []
    counts, whom, harms, actors, types = told.counts, told.whom, told.harms, told.actors, told.words.types
    busy = first
    for at in range(first, end):
        if at < busy or not (
            at in counts
            or at in whom
            or at in harms
            or types[at].best.stem in OTHERS
            or types[at].fold in PEOPLE
            or at in actors
            or at in told.named
        ):
            continue
        group = _read(told, at, end)
        if group is not None:
            found.append(_as_part(told, group, found, first))
            busy = group.last
    return found


def _read(told: LossWords, at: int, end: int) -> Group | None:
    if at in told.counts and told.counts[at][2].rule == "dual" and is_two_alike(told, at):
        return None
    if at in told.counts:
        return read_counted(told, told.counts[at], end)
    if at in told.whom or at in told.harms:
        return read_bare(told, at, end) or read_person(told, at)
    if at in told.actors or at in told.named:
        return read_person(told, at) or read_named(told, at, end)
    return read_others(told, at, end)


def _in_brackets(told: LossWords, group: Group, before: list[Group]) -> bool:
    """«13 شخصاً (9 أطفال و4 نساء)»: brackets right behind a number take it apart."""
    if not before or not before[-1].told or not group.told or told.words.types[group.first - 1].raw != "(":
        return False
    whole = before[-1]
    return whole.last == group.first - 1 and (group.low or 0) < (whole.low or 0)


def _as_part(told: LossWords, group: Group, before: list[Group], first: int) -> Group:
    """Marked where it counts a part of another group («بينهم طفلان وامرأة»)."""
    types = told.words.types
    at = group.first - 1
    if at > first and (types[at].raw == ":" or types[at].raw in QUOTES):
        at -= 1
    if at > first and types[at].fold == "منها" and at - 1 in told.heads and told.heads[at - 1].harm == "displaced":
        return group  # «نزح منها الآلاف»
    most = at - 1 if at > first and types[at].fold == "من" else at
    part = _in_brackets(told, group, before) or (
        at >= first
        and (
            types[at].fold in PART
            or types[most].fold in MOSTLY
            or (at > first and types[at - 1].fold == "بين" and person_noun(told, at) is not None)
        )
    )
    if (
        not part
        and group.joined
        and not group.harm
        and before
        and before[-1].part
        and group.first - before[-1].last <= (3 if group.told else 1)
    ):
        part = True
    return group._replace(part=True) if part or (group.counted is not None and group.counted.part) else group

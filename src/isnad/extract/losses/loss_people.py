"""Person nouns that tell a loss by themselves: «7 قتلى», «سقط جرحى», «عشرات القتلى والجرحى», «12 بين قتيل وجريح»."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.losses.loss_events import BOTH
from isnad.extract.losses.loss_fit import FALLS
from isnad.extract.losses.loss_grammar import is_negated
from isnad.extract.losses.loss_group import THINGS, Group
from isnad.extract.losses.loss_nouns import HURT
from isnad.extract.losses.loss_words import LossWords

STATES = frozenset(("missing", "captured", "abducted", "detained", "displaced"))  # person nouns that live on after the act
UNDONE = frozenset(("release", "return", "transfer", "surrender", "meet", "aid"))
RECEIVED = frozenset(("transfer", "meet"))  # a hospital that takes in the dead and the hurt
EITHER = "killed_or_injured"


class Struck(NamedTuple):
    """A group with the harm done to it, before it is written as a loss."""

    group: Group
    harm: str
    head: int
    first: int
    rule: str
    zero: bool = False


def by_person_nouns(told: LossWords, groups: list[Group]) -> list[Struck]:
    """The losses that person nouns tell, in order; two nouns under one number are one."""
    found: list[Struck] = []
    used = -1
    for k, group in enumerate(groups):
        if not group.harm or group.part or k == used:
            continue
        before, after = groups[k - 1] if k else None, groups[k + 1] if k + 1 < len(groups) else None
        pair = _pair(told, before, group, after)
        if pair:
            found.extend(pair)
            used = k + 1
        elif after is not None and _bodies_of(group, after):
            found.append(Struck(after, group.harm, group.first, group.first, "person noun"))
        elif before is not None and _describes(before, group):
            found.append(Struck(before._replace(last=group.last), group.harm, group.first, before.first, "described"))
        elif _tells(told, group):
            none = not group.told and is_negated(told.words, group.first)
            found.append(Struck(group, group.harm, group.first, group.first, "none" if none else "person noun", none))
    return found


def _describes(before: Group, group: Group) -> bool:
    """«17 رجلاً مفقودين», «سقط العشرات قتلى»: the number stands with the people, the harm behind them."""
    return (
        before.told
        and not before.harm
        and before.whom not in THINGS
        and not group.told
        and not group.definite
        and before.last == group.first
        and not group.joined
    )


def _bodies_of(group: Group, after: Group) -> bool:
    """«جثث ثلاثة عمال»: the number stands with the people."""
    idafa = group.last == after.first and after.told and not after.harm and not after.joined and after.whom not in THINGS
    return idafa and group.harm == "killed" and not group.told and not group.definite and group.number == "p"


def _pair(told: LossWords, before: Group | None, group: Group, after: Group | None) -> list[Struck]:
    """Two person nouns side by side: one loss where one number covers both («60 شخصاً بين قتيل وجريح»), else two («قتلى وجرحى»)."""
    if after is None:
        return []
    between = group.first > 0 and told.words.types[group.first - 1].fold == "بين"
    if between and before is not None and before.told and before.last >= group.first - 3:
        return [Struck(before._replace(last=after.last), EITHER, group.first, before.first, "between")]
    if not _side_by_side(group, after) or not (_tells(told, group) or _falls(told, group)):
        return []
    whom = after.whom if after.whom not in ("", "person") else group.whom
    of_both = group._replace(whom=whom, party=after.party or group.party)
    if group.told or group.first < group.noun or is_negated(told.words, group.first):
        none = is_negated(told.words, group.first) and not group.told
        return [Struck(of_both._replace(last=after.last), EITHER, group.first, group.first, "joint nouns", none)]
    return [
        Struck(of_both, group.harm, group.first, group.first, "person noun"),
        Struck(after._replace(whom=whom), after.harm, after.first, after.first, "person noun"),
    ]


def _side_by_side(group: Group, nxt: Group) -> bool:
    """«عشرات القتلى والجرحى», «قتلى وجرحى»: one number, or none, for both."""
    if nxt.told or nxt.first > group.last + 1 or not nxt.joined or {group.harm, nxt.harm} != BOTH:
        return False
    return group.number == nxt.number == "p" or bool(group.told and group.low and group.low > 10)


def _falls(told: LossWords, group: Group) -> bool:
    """«سقوط القتلى والجرحى»: a definite pair tells a loss where it falls."""
    return group.definite and any(m.key in FALLS for at in (group.first - 1, group.first - 2) for m in told.harms.get(at, ()))


def _tells(told: LossWords, group: Group) -> bool:
    """Whether a person noun tells a loss by itself: counted, or an indefinite plural, or one that «سقط»."""
    before = [told.heads[at] for at in range(max(0, group.first - 3), group.first) if at in told.heads]
    undone = UNDONE - RECEIVED if group.told and group.harm in HURT else UNDONE
    if any(act in undone for head in before for act, _ in head.acts):
        return False
    if group.told:
        return not (group.harm in STATES and group.counted is not None and group.counted.rule == "one_of")
    if group.harm in STATES or group.definite:
        return False
    if group.number != "s":
        return True
    return any(head.light >= 0 or any(act == "harm" for act, _ in head.acts) for head in before)

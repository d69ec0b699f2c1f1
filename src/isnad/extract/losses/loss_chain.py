"""What is joined to a group that a harm word strikes."""

from __future__ import annotations

from isnad.extract.losses.loss_grammar import is_clear
from isnad.extract.losses.loss_group import Group
from isnad.extract.losses.loss_words import LossWords

NEAR, CHAIN = 3, 8
KIN = frozenset(("child", "person", "woman"))
ADDED = frozenset((
    ("بالاضافه", "الي"), ("اضافه", "الي"), ("واضافه", "الي"), ("الي", "جانب"), ("والي", "جانب"), ("فضلا", "عن"), ("علاوه", "علي"),
))  # fmt: skip


def chain_of(told: LossWords, group: Group, groups: list[Group], limit: int) -> list[Group]:
    """The group and what is joined to it: counted groups within reach, uncounted ones close by."""
    found = [group]
    for nxt in groups:
        last = found[-1].last
        if nxt.first < last or nxt.part:
            continue
        if nxt.first >= limit or nxt.first - last > CHAIN or not is_clear(told.words, last, nxt.first):
            break
        near = nxt.first - last <= NEAR or nxt.told or nxt.other
        if (
            (nxt.joined or _added(told, nxt.first))
            and near
            and (nxt.told or not nxt.definite or nxt.number == "s" or _his(told, found[-1], nxt))
            and not nxt.harm
        ):
            found.append(nxt)
    return found


def _his(told: LossWords, one: Group, nxt: Group) -> bool:
    """«امرأة وطفليها», «رجل وأبناؤه»: the kin of one person, right behind."""
    kind = told.words.types[nxt.noun] if nxt.noun >= 0 else None
    owned = kind is not None and kind.fold.endswith(("ه", "ها")) and not kind.best.article
    return owned and one.number == "s" and nxt.first == one.last and nxt.whom in KIN


def _added(told: LossWords, at: int) -> bool:
    """«بالإضافة إلى مدنيين», «إلى جانب 75 من قوات الأمن», «فضلاً عن»."""
    folds = [told.words.types[k].fold for k in range(max(0, at - 2), at)]
    return tuple(folds) in ADDED or folds[-1:] == ["بالاضافه"]


def joined_before(told: LossWords, group: Group, groups: list[Group], first: int) -> list[Group]:
    """The groups that a subject is joined to: «ثلاثة موظفين وأربعة حراس قتلوا» has two."""
    found: list[Group] = []
    for before in reversed([g for g in groups if first <= g.first and g.last <= group.first and not g.part]):
        if not group.joined or not (before.told and group.told) or group.first - before.last > CHAIN:
            break
        if not is_clear(told.words, before.last, group.first):
            break
        found.append(before)
        group = before
    return found

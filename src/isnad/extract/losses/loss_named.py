"""Single people told by name behind a harm word: «مقتل قاسم سليماني», «اعتقال علي حسين، القيادي في …», «اعتقلت الشرطة علي حسين»."""

from __future__ import annotations

from isnad.extract.losses.loss_fit import FALLS
from isnad.extract.losses.loss_grammar import PREPOSITIONS, is_joined
from isnad.extract.losses.loss_group import Group
from isnad.extract.losses.loss_words import LossWords
from isnad.extract.text.matches import Match

NAMES = 5  # words of a name at most
PARTICLES = frozenset(("على", "إلى"))  # folded they look like names
BACK = 3  # words of a harm phrase at most
DOER = 6  # words of a party at most
DIE = frozenset(("v:استشهد", "v:توفّي"))
LIVES = ("v:أودى ",)  # «أودى بحياة»
DONE = frozenset(("v:قتل", "v:اغتال", "v:أعدم", "v:اعتقل", "v:احتجز", "v:اختطف", "v:خطف", "v:أسر"))  # one does it to one by name


def read_person(told: LossWords, at: int) -> Group | None:
    """A known person right behind a harm word («مقتل …»): one."""
    actor = told.actors.get(at)
    if actor is None or actor.kind != "person" or at == 0:
        return None
    if not (actor.table == "actor" and at - 1 in told.harms) and not _behind_doer(told, at):
        return None
    entry = told.knowledge.actors.get(actor.id)
    whom = "official" if entry is not None and entry.kind == "office" else "person"
    return Group(at, actor.last, at, 1, 1, whom, "", "s", False, not _behind_doer(told, at), False)


def _named(told: LossWords, at: int) -> bool:
    """Whether a name stands in the idafa of an event noun, or behind a verb that none but the dead can be the subject of."""
    if at not in told.named or told.words.types[at].raw in PARTICLES:
        return False
    if any(_takes(told, match, at) for first in range(max(0, at - BACK), at) for match in told.harms.get(first, ())):
        return True
    return (at + 1 in told.named and _does(told, at - 1, at)) or _behind_doer(told, at)


def _does(told: LossWords, first: int, last: int) -> bool:
    """Whether words [first, last) are a verb of killing or taking with nothing attached."""
    return any(
        m.key in DONE and m.last == last and not told.words.types[first].splits[m.split].after for m in told.harms.get(first, ())
    )


def _behind_doer(told: LossWords, at: int) -> bool:
    """«اعتقلت السلطات المصرية يوسف …»: behind the party that a verb of killing or taking is said of."""
    doer = next((told.actors[k] for k in range(at - 1, max(-1, at - DOER), -1) if k in told.actors), None)
    return (
        doer is not None
        and doer.kind == "party"
        and doer.last == at
        and doer.first > 0
        and _does(told, doer.first - 1, doer.first)
    )


def _takes(told: LossWords, match: Match, at: int) -> bool:
    head = told.heads.get(match.first)
    kind = told.words.types[match.first]
    if match.last != at or head is None or not head.harm or match.payload.id == "destroyed":
        return False
    if kind.splits[match.split].after or (match.last == match.first + 1 and kind.best.article):
        return False
    return (
        match.key in DIE
        or match.key.startswith(LIVES)
        or (match.payload.note == "event_noun" and not head.verb and match.key not in FALLS)
    )


def read_named(told: LossWords, at: int, end: int) -> Group | None:
    """«مقتل علي حسين، القيادي في …»: one by the name that stands right behind a harm word, with the rank told behind it."""
    types = told.words.types
    if at == 0 or types[at].best.before or at in told.whom or not _named(told, at):
        return None
    last = at + 1
    while last < min(end, at + NAMES) and (last in told.named or (types[last].kind == "word" and last not in told.heads)):
        if last in told.whom or types[last].fold in PREPOSITIONS or is_joined(told.words, last):
            break
        last += 1
    behind = last + 1 if last < end and types[last].raw in ("،", ",") else last
    rank = told.whom.get(behind)
    whom = rank.payload.id if rank is not None and types[behind].best.article else "person"
    return Group(at, last, at, 1, 1, whom, "", "s", False, not _behind_doer(told, at), False)

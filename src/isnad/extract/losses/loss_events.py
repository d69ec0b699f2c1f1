"""Harm words that strike a group beside them: verbs («أصيب») and event nouns («مقتل»), two at once where they share a number."""

from __future__ import annotations

from isnad.extract.losses.loss_event import Event, event_of
from isnad.extract.losses.loss_grammar import is_joined, under_preposition
from isnad.extract.losses.loss_group import Group
from isnad.extract.losses.loss_words import LossWords

BOTH = frozenset(("killed", "injured"))
CLOSE = 5  # words between a subject and its verb


def find_events(told: LossWords, groups: list[Group], first: int, end: int) -> list[Event]:
    """The harm verbs and event nouns of one sentence in order; those that are counted themselves («5 إصابات») are none."""
    taken = {at for g in groups if g.harm for at in range(g.first, g.last)}
    found: list[Event] = []
    for at in range(first, end):
        here = told.harms.get(at)
        if not here or at in taken or (found and at < found[-1].last):
            continue
        event = event_of(told, here, told.heads.get(at), first)
        if event is not None:
            found.append(event)
    return _joint(told, found, groups)


def _joint(told: LossWords, events: list[Event], groups: list[Group]) -> list[Event]:
    """«مقتل وإصابة 5», «نزوح وتهجير الآلاف»: words side by side with one object are one event."""
    found: list[Event] = []
    for event in events:
        before = found[-1] if found else None
        if before is not None and _shares(told, before, event, groups):
            found[-1] = before._replace(
                last=event.last, harm=_both(before.harm, event.harm), number=event.number, pronoun=event.pronoun
            )
        else:
            found.append(event)
    return found


def _shares(told: LossWords, before: Event, event: Event, groups: list[Group]) -> bool:
    """Whether two harm words stand side by side with one object behind them; «مدنياً قتل وأصيب آخرون» has two."""
    if before.last < event.first - 1 or before.pronoun or before.number != event.number or not is_joined(told.words, event.first):
        return False
    if any(_subject(told, before, g) for g in groups):
        return False
    return _only_and(told, before.last, event.first)


def _subject(told: LossWords, event: Event, group: Group) -> bool:
    """Whether a group right before a harm word is what it strikes."""
    reach = CLOSE if event.verb else 2
    if not event.first - reach <= group.last <= event.first or under_preposition(told.words, group.first, 0):
        return False
    return not group.definite and (group.number == "s" or event.number != "s")


def _both(a: str, b: str) -> str:
    return a if a == b else "killed_or_injured" if {a, b} <= BOTH | {"killed_or_injured", "missing"} else a


def _only_and(told: LossWords, first: int, last: int) -> bool:
    return all(told.words.types[at].fold in ("و", "او") for at in range(first, last))

"""Harm words that strike a group beside them: verbs («أصيب») and event nouns («مقتل»), two at once where they share a number."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.heads import Head
from isnad.extract.loss_groups import Group
from isnad.extract.loss_words import EVENTS, NEGATIONS, LossWords, is_joined
from isnad.extract.matches import Match

BOTH = frozenset(("killed", "injured"))


class Event(NamedTuple):
    """Words [first, last) that tell `harm`; `number` is the verb's; `pronoun` is what is attached in place of an object."""

    first: int
    last: int
    harm: str
    verb: bool
    number: str = "s"
    pronoun: str = ""
    negated: bool = False


def find_events(told: LossWords, groups: list[Group], first: int, end: int, heads: dict[int, Head]) -> list[Event]:
    """The harm verbs and event nouns of one sentence in order; those that are counted themselves («5 إصابات») are none."""
    taken = {at for g in groups if g.harm for at in range(g.first, g.last)}
    found: list[Event] = []
    for at in range(first, end):
        here = told.harms.get(at)
        if not here or at in taken or (found and at < found[-1].last):
            continue
        event = _event(told, here, heads.get(at), first)
        if event is not None:
            found.append(event)
    return _joint(told, found)


def _event(told: LossWords, here: list[Match], head: Head | None, first: int) -> Event | None:
    best = min(here, key=lambda m: (-m.last, m.split))
    if best.payload.note not in EVENTS:
        best = min((m for m in here if m.payload.note in EVENTS and m.split <= best.split), key=lambda m: (-m.last, m.split), default=best)
    if best.payload.note not in EVENTS or head is None:
        return None
    words, at = told.words, best.first
    split = words.types[at].splits[best.split]
    if "ال" in split.before and best.last == at + 1:
        return None
    form = next((f for f in split.forms if f.key == best.key), None)
    number = form.number if form and head.verb else "s"
    negated = any(words.types[k].fold in NEGATIONS for k in range(max(first, at - 2), at))
    last = at + 1 if best.last > at + 6 else best.last
    return Event(at, last, best.payload.id, head.verb, number, split.after, negated)


def _joint(told: LossWords, events: list[Event]) -> list[Event]:
    """«مقتل وإصابة 5», «نزوح وتهجير الآلاف»: words side by side with one object are one event."""
    found: list[Event] = []
    for event in events:
        before = found[-1] if found else None
        if before and before.last >= event.first - 1 and not before.pronoun and is_joined(told.words, event.first) and _only_and(told, before.last, event.first):
            harm = before.harm if event.harm == before.harm else "killed_or_injured" if {event.harm, before.harm} <= BOTH | {"killed_or_injured"} else before.harm
            found[-1] = before._replace(last=event.last, harm=harm, number=event.number, pronoun=event.pronoun)
        else:
            found.append(event)
    return found


def _only_and(told: LossWords, first: int, last: int) -> bool:
    return all(told.words.types[at].fold in ("و", "او") for at in range(first, last))

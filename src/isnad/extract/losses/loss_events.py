"""Harm words that strike a group beside them: verbs («أصيب») and event nouns («مقتل»), two at once where they share a number."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.clauses.heads import Head
from isnad.extract.losses.loss_grammar import NEGATIONS, is_finite, is_joined, under_preposition
from isnad.extract.losses.loss_group import Group
from isnad.extract.losses.loss_words import LossWords
from isnad.extract.text.matches import Match

EVENTS = frozenset(("verb", "event_noun"))
BOTH = frozenset(("killed", "injured"))
LED = "الي"  # «اضطر الآلاف إلى النزوح»: those before it flee
CLOSE = 5  # words between a subject and its verb


class Event(NamedTuple):
    """Words [first, last) that tell `harm`; `number` is the verb's; `pronoun` is what is attached in place of an object."""

    first: int
    last: int
    harm: str
    verb: bool
    number: str = "s"
    pronoun: str = ""
    negated: bool = False


def find_events(told: LossWords, groups: list[Group], first: int, end: int) -> list[Event]:
    """The harm verbs and event nouns of one sentence in order; those that are counted themselves («5 إصابات») are none."""
    taken = {at for g in groups if g.harm for at in range(g.first, g.last)}
    found: list[Event] = []
    for at in range(first, end):
        here = told.harms.get(at)
        if not here or at in taken or (found and at < found[-1].last):
            continue
        event = _event(told, here, told.heads.get(at), first)
        if event is not None:
            found.append(event)
    return _joint(told, found, groups)


def _event(told: LossWords, here: list[Match], head: Head | None, first: int) -> Event | None:
    best = min(here, key=lambda m: (-m.last, m.split))
    if best.payload.note not in EVENTS:
        best = min(
            (m for m in here if m.payload.note in EVENTS and m.split <= best.split),
            key=lambda m: (-m.last, m.split),
            default=best,
        )
    if best.payload.note not in EVENTS or head is None:
        return None
    words, at = told.words, best.first
    split = words.types[at].splits[best.split]
    led = "ال" in split.before and best.payload.id == "displaced" and at > first and words.types[at - 1].fold in ("الي", "علي")
    if "ال" in split.before and best.last == at + 1 and not led:
        return None
    if (
        head.verb
        and best.last < len(words)
        and words.types[best.last].verb
        and not words.types[best.last].number
        and not is_joined(words, best.last)
    ):
        return None
    form = next((f for f in split.forms if f.key == best.key), None)
    if (form is not None and form.person in (1, 2)) or (
        split.after and at in told.whom and at > first and is_finite(words, at - 1) and not _carries(told, at - 1)
    ):
        return None
    number = form.number if form and head.verb else "s"
    negated = any(words.types[k].fold in NEGATIONS for k in range(max(first, at - 2), at))
    last = at + 1 if best.last > at + 6 else best.last
    return Event(at, last, best.payload.id, head.verb, number, LED if led else split.after, negated)


def _carries(told: LossWords, at: int) -> bool:
    """Whether a verb only carries the event noun behind it («تم أسرهم»)."""
    head = told.heads.get(at)
    return head is not None and head.light >= 0


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
    return a if a == b else "killed_or_injured" if {a, b} <= BOTH | {"killed_or_injured"} else a


def _only_and(told: LossWords, first: int, last: int) -> bool:
    return all(told.words.types[at].fold in ("و", "او") for at in range(first, last))

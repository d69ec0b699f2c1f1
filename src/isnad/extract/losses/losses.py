"""What an act cost, as told: killed, injured, detained, displaced, destroyed … with counts, kinds and parts."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.extract.field import FieldReading
from isnad.extract.losses.loss_event import Event
from isnad.extract.losses.loss_events import find_events
from isnad.extract.losses.loss_group import Group
from isnad.extract.losses.loss_groups import find_groups
from isnad.extract.losses.loss_lists import Heading, heading_of, listed
from isnad.extract.losses.loss_mention import LossMention
from isnad.extract.losses.loss_objects import strikes
from isnad.extract.losses.loss_order import in_order
from isnad.extract.losses.loss_people import EITHER, STATES, Struck, by_person_nouns
from isnad.extract.losses.loss_tellings import told_elsewhere
from isnad.extract.losses.loss_words import COUNTED, LossWords, find_loss_words
from isnad.knowledge.load import Knowledge
from isnad.records import Loss

__all__ = ["LossMention", "find_losses"]


def find_losses(field: FieldReading, counts: Sequence[COUNTED], knowledge: Knowledge) -> list[LossMention]:
    """Losses in the order of their words; `counts` are those of `find_counts` on the same field."""
    told = find_loss_words(field, counts, knowledge)
    found: list[LossMention] = []
    heading: Heading | None = None
    for n in told.sentences:
        first, end = field.words.sentences[n]
        found.extend(_in_sentence(told, first, end, heading))
        heading = heading_of(told, first, end, heading)
    return told_elsewhere(found)


def _in_sentence(told: LossWords, first: int, end: int, heading: Heading | None) -> list[LossMention]:
    groups = find_groups(told, first, end)
    struck = {s.group.first: s for s in by_person_nouns(told, groups)}
    item = listed(told, heading, groups, first, end)
    if item is not None:
        struck.setdefault(item.group.first, item)
    events = find_events(told, groups, first, end)
    for k, event in enumerate(events):
        limit = events[k + 1].first if k + 1 < len(events) else end
        for s in _by_event(told, event, groups, first, limit):
            held = struck.get(s.group.first)
            if (
                held is None
                or held.harm in STATES
                or (held.harm == EITHER and held.rule == "person noun" and s.harm == "killed" and s.rule == "subject first")
            ):
                struck[s.group.first] = s
    unnamed = [s.group for s in struck.values() if s.rule == "pronoun" and s.group not in groups]
    groups = sorted([*groups, *unnamed], key=_first) if unnamed else groups
    return [_mention(told, *row) for row in in_order(told, groups, struck, first, end)]


def _first(group: Group) -> int:
    return group.first


def _by_event(told: LossWords, event: Event, groups: list[Group], first: int, limit: int) -> list[Struck]:
    taken, rule = strikes(told, event, groups, first, limit)
    if event.negated:
        return [Struck(g, event.harm, event.first, event.first, "none", True) for g in taken if not g.told]
    return [
        Struck(g, _harm(event, g), event.first, g.first if k else min(event.first, g.first), rule if not k else "joined")
        for k, g in enumerate(taken)
    ]


def _harm(event: Event, group: Group) -> str:
    """«احتجز رهائن» abducts; otherwise the event tells what is done («مقتل جريح», «اعتقال نازحين»)."""
    return "abducted" if group.harm == "abducted" and event.harm == "detained" else event.harm


def _mention(told: LossWords, s: Struck, whom: str, part_of: str) -> LossMention:
    words, group, count = told.words, s.group, s.group.counted
    led = s.first == s.head or s.rule in ("subject first", "pronoun")
    first, last = min(s.first, group.first), max(group.last, s.head + 1 if led else group.last)
    low, high = (0, 0) if s.zero else (group.low, group.high)
    approximate, vague, total = (count.approximate, count.vague, count.total) if count else (False, "", False)
    loss = Loss(
        s.harm, whom, low, high, words.slice(first, last), words.starts[first], words.ends[last - 1],  # type: ignore[arg-type]
        group.party, part_of, approximate, vague, total, words.field, s.rule,
    )  # fmt: skip
    return LossMention(s.head, first, last, loss)

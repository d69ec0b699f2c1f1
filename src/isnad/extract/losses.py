"""What an act cost, as told: killed, injured, detained, displaced, destroyed … with counts, kinds and parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.extract.field import FieldReading
from isnad.extract.loss_events import BOTH, Event, find_events
from isnad.extract.loss_groups import Group, find_groups, person_noun
from isnad.extract.loss_objects import strikes
from isnad.extract.loss_words import COUNTED, LossWords, find_loss_words, is_negated
from isnad.knowledge.load import Knowledge
from isnad.records import Loss

STATES = frozenset(("missing", "captured", "abducted", "detained", "displaced"))  # person nouns that live on after the act
UNDONE = frozenset(("release", "return", "transfer", "surrender", "meet", "aid"))
NOBODY = {"displaced": "civilian"}  # whom a bare number means
REACH = 8


class LossMention(NamedTuple):
    """A loss told at the harm word `head`, in words [first, last)."""

    head: int
    first: int
    last: int
    loss: Loss


class Struck(NamedTuple):
    """A group with the harm done to it, before it is written as a loss."""

    group: Group
    harm: str
    head: int
    first: int
    rule: str
    zero: bool = False


def find_losses(field: FieldReading, counts: Sequence[COUNTED], knowledge: Knowledge) -> list[LossMention]:
    """Losses in the order of their words; `counts` are those of `find_counts` on the same field."""
    told = find_loss_words(field, counts, knowledge)
    found: list[LossMention] = []
    for n in sorted({field.sentence_of[at] for at in told.harms}):
        found.extend(_in_sentence(told, *field.words.sentences[n]))
    return found


def _in_sentence(told: LossWords, first: int, end: int) -> list[LossMention]:
    groups = find_groups(told, first, end)
    if not groups:
        return []
    struck = {s.group.first: s for s in _by_person_nouns(told, groups)}
    events = find_events(told, groups, first, end)
    for k, event in enumerate(events):
        limit = events[k + 1].first if k + 1 < len(events) else end
        for s in _by_event(told, event, groups, first, limit):
            held = struck.get(s.group.first)
            if held is None or held.harm in STATES:
                struck[s.group.first] = s
    return _written(told, groups, struck)


def _by_event(told: LossWords, event: Event, groups: list[Group], first: int, limit: int) -> list[Struck]:
    taken, rule = strikes(told, event, groups, first, limit)
    if event.negated:
        return [Struck(g, event.harm, event.first, event.first, "none", True) for g in taken if not g.told]
    return [Struck(g, _harm(event, g), event.first, g.first if k else min(event.first, g.first), rule if not k else "joined") for k, g in enumerate(taken)]


def _harm(event: Event, group: Group) -> str:
    """«احتجز رهائن» abducts; otherwise the event tells what is done («مقتل جريح», «اعتقال نازحين»)."""
    return "abducted" if group.harm == "abducted" and event.harm == "detained" else event.harm


def _by_person_nouns(told: LossWords, groups: list[Group]) -> list[Struck]:
    found: list[Struck] = []
    skip = -1
    for k, group in enumerate(groups):
        if not group.harm or group.part or k == skip:
            continue
        nxt = groups[k + 1] if k + 1 < len(groups) else None
        before = groups[k - 1] if k else None
        if told.words.types[group.first - 1].fold == "بين" and group.first and before and nxt and before.told and before.last >= group.first - 3:
            found.append(Struck(before._replace(last=nxt.last), "killed_or_injured", group.first, before.first, "between"))
            skip = k + 1
        elif nxt and _one_number(group, nxt) and _tells(told, group):
            found.append(Struck(group._replace(last=nxt.last, whom=_nearer(group, nxt), party=nxt.party or group.party), "killed_or_injured", group.first, group.first, "joint nouns"))
            skip = k + 1
        elif _tells(told, group):
            none = not group.told and is_negated(told.words, group.first)
            found.append(Struck(group, group.harm, group.first, group.first, "none" if none else "person noun", none))
    return found


def _one_number(group: Group, nxt: Group) -> bool:
    """«عشرات القتلى والجرحى», «قتلى وجرحى»: one number, or none, for both."""
    if nxt.told or nxt.first > group.last + 1 or not nxt.joined or {group.harm, nxt.harm} != BOTH:
        return False
    return group.number == nxt.number == "p" or bool(group.told and group.low and group.low > 10)


def _nearer(group: Group, nxt: Group) -> str:
    return nxt.whom if nxt.whom not in ("", "person") else group.whom


def _tells(told: LossWords, group: Group) -> bool:
    """Whether a person noun tells a loss by itself: counted, or an indefinite plural, or one that «سقط»."""
    before = [told.heads[at] for at in range(max(0, group.first - 3), group.first) if at in told.heads]
    if any(act in UNDONE for head in before for act, _ in head.acts):
        return False
    if group.told:
        return not (group.harm in STATES and group.count is not None and group.count.rule == "one_of")
    if group.harm in STATES or group.definite:
        return False
    if group.number != "s":
        return True
    return any(head.light >= 0 or any(act == "harm" for act, _ in head.acts) for head in before)


def _written(told: LossWords, groups: list[Group], struck: dict[int, Struck]) -> list[LossMention]:
    """Losses by position: «آخرين» takes the whom before it, parts belong to the whole before them, zeros stand alone."""
    found: list[LossMention] = []
    whole: Struck | None = None
    whom = "person"
    for group in groups:
        s = struck.get(group.first)
        if group.part and whole is not None and s is None:
            if group.whom and group.first - whole.group.last <= 2 * REACH:
                found.append(_mention(told, Struck(group, whole.harm, whole.head, group.first, "part"), group.whom, whom))
            continue
        if s is None:
            s = _zero(told, group) or _of_total(told, group, groups) or _among(told, group)
        if s is None:
            continue
        if s.group.whom:
            whom = s.group.whom
        elif not s.group.other and whole is None:
            whom = "person"
        part_of = "person" if s.rule == "among" else ""
        found.append(_mention(told, s, whom if s.group.other or s.group.whom else NOBODY.get(s.harm, "person"), part_of))
        whole = s
        whom = part_of or whom
    return found


def _zero(told: LossWords, group: Group) -> Struck | None:
    """«دون إصابات», «لم يصب أحد»."""
    if group.count is None or group.count.rule != "zero":
        return None
    for at in range(group.first, group.last):
        if at in told.harms:
            return Struck(group, told.harms[at][0].payload.id, at, group.first, "zero", True)
    return None


def _of_total(told: LossWords, group: Group, groups: list[Group]) -> Struck | None:
    """«ارتفع عدد القتلى إلى 15»: a number without a noun, behind the people it counts."""
    if not group.told or group.noun >= 0 or group.part:
        return None
    for before in reversed([g for g in groups if g.harm and not g.told and g.definite and 0 <= group.first - g.last <= REACH]):
        if told.words.types[group.first - 1].fold in ("الي", "بلغ", "تجاوز", "نحو") or (group.count is not None and group.count.total):
            return Struck(group._replace(whom=before.whom), before.harm, before.first, before.first, "total")
    return None


def _among(told: LossWords, group: Group) -> Struck | None:
    """«بين القتلى 4 مدنيين»: a part of people whose number the sentence does not tell."""
    harm = person_noun(told, group.first - 1) if group.part and group.first else None
    return Struck(group, harm.payload.id, group.first - 1, group.first - 1, "among") if harm else None


def _mention(told: LossWords, s: Struck, whom: str, part_of: str) -> LossMention:
    words, group, count = told.words, s.group, s.group.count
    first, last = min(s.first, group.first), max(group.last, s.head + 1 if s.first == s.head or s.rule in ("subject first", "pronoun") else group.last)
    low, high = (0, 0) if s.zero else (group.low, group.high)
    loss = Loss(
        s.harm, whom or "person", low, high, words.slice(first, last), words.starts[first], words.ends[last - 1], group.party, part_of,  # type: ignore[arg-type]
        bool(count and count.approximate), count.vague if count else "", bool(count and count.total), words.field, s.rule,
    )  # fmt: skip
    return LossMention(s.head, first, last, loss)

"""When an act happened: time expressions of its sentence compete with those carried on, or none does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.extract.claims.acts import Trigger
from isnad.extract.clauses.clauses import COMMAS
from isnad.extract.field import FieldReading
from isnad.extract.weights import THRESHOLD, score
from isnad.knowledge.load import Knowledge
from isnad.records import Time

REACH = 3  # sentences


class Anchored(NamedTuple):
    """A time expression at words [first, last) with what it means on the day of publication (None: it stays open)."""

    first: int
    last: int
    sentence: int
    time: Time | None


class TimeOption(NamedTuple):
    time: int
    features: tuple[str, ...]


def time_options(field: FieldReading, trigger: Trigger, times: Sequence[Anchored], published: str | None) -> list[TimeOption]:
    """Times of the trigger's sentence and of up to three sentences before it."""
    head = field.heads[trigger.head]
    near = [i for i, t in enumerate(times) if t.time and 0 <= head.sentence - t.sentence <= REACH]
    own = sum(1 for i in near if times[i].sentence == head.sentence)
    return [TimeOption(i, _features(field, trigger, times[i], own, len(near) - k - 1, published)) for k, i in enumerate(near)]


def _features(field: FieldReading, trigger: Trigger, at: Anchored, own: int, rank: int, published: str | None) -> tuple[str, ...]:
    head, words = field.heads[trigger.head], field.words
    gap = head.sentence - at.sentence
    where = "after" if at.first >= head.first else "before"
    low, high = min(head.first, at.first), max(head.first, at.first)
    heads = field.heads_in(low + 1, high)
    verbs = sum(h.verb for h in heads)
    acts = sum(bool(h.acts) for h in heads)
    distance = at.first - head.last if where == "after" else head.first - at.last
    size = "0" if distance <= 1 else "3" if distance <= 3 else "7" if distance <= 7 else "15" if distance <= 15 else "far"
    commas = sum(words.types[p].fold in COMMAS for p in range(low, high)) if gap == 0 else 9
    nearest = _nearest_head(field, at)
    teller = nearest is not None and nearest.says >= 0
    mine = nearest is not None and nearest.first == head.first
    time = at.time
    precision = time.precision if time else ""
    today = bool(time and published and time.start[:10] == published)
    kana = words.types[words.sentences[head.sentence][0]].fold in ("وكان", "وكانت", "كان", "كانت")
    span = f"gap={gap}" if gap else f"{where}/{size}"
    return (
        span, f"{span}/{head.tense}", f"{trigger.act}/{'own' if gap == 0 else gap}", f"verbs={min(verbs, 3)}/{where}/{gap == 0}", f"acts={min(acts, 4)}/{where}/{gap == 0}", f"commas={min(commas, 4)}/{where}",
        f"teller={teller}/{gap == 0}", f"teller={teller}/mine={mine}/{gap == 0}", f"precision={precision}/{gap == 0}", f"today={today}/{gap == 0}", f"own={min(own, 3)}/{gap == 0}", f"rank={min(rank, 4)}/{min(own, 2)}/{gap}",
        f"kana={kana}/{gap}", f"line={field.lines[field.line_of[head.first]].kind}/{gap}", f"sameline={field.line_of[head.first] == field.line_of[at.first]}/{gap}", f"lines={min(3, field.line_of[head.first] - field.line_of[at.first])}",
        f"rule={time.rule if time else ''}/{gap == 0}", f"rel={field.nodes[trigger.head].relation}/{where}/{gap == 0}", f"tense={head.tense}/{precision}/{gap == 0}",
    )  # fmt: skip


def _nearest_head(field: FieldReading, at: Anchored):  # type: ignore[no-untyped-def]
    """The verb or act noun that the time words stand beside: the last one before them in the sentence, else the first after."""
    first, last = field.words.sentences[at.sentence]
    before = [h for h in field.heads_in(first, at.first) if h.verb or h.acts]
    if before:
        return before[-1]
    after = [h for h in field.heads_in(at.last, last) if h.verb or h.acts]
    return after[0] if after else None


def choose_time(options: Sequence[TimeOption], knowledge: Knowledge) -> tuple[int, float]:
    """The time that dates the act, or -1, with its probability."""
    weights = knowledge.weights.get("time", {})
    best, top = -1, THRESHOLD["time"]
    for option in options:
        p = score(weights, option.features)
        if p >= top:
            best, top = option.time, p
    return best, top

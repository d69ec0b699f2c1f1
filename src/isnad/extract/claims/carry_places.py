"""The place of an act whose own sentence names none: every place that could be meant is weighed once, by all that offers it.

A place is offered by the acts near by that happened there, by standing first, last before the act or most often in the report,
by being the country that the report speaks of most, and by standing near.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.carry import CarryOption, own_words, sources
from isnad.extract.clauses.clauses import path
from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.extract.places.place_records import place_key
from isnad.extract.weights import plain

NEAREST = 10  # places that are weighed for an act
MOST = 4  # a count beyond which more says nothing

Offer = tuple[int, tuple[str, ...]]  # a mention and what offers it
Roles = Sequence[dict[str, list[int]]]  # of each trigger, from its own sentence


class PlacesTold:
    """The places of a field as carrying sees them: keys and kinds by mention, those outside page furniture, counts of all."""

    def __init__(self, field: FieldReading) -> None:
        self.field = field
        self.keys = [place_key(m) for m in field.places]
        self.kinds = [field.resolved["text", i].kind for i in range(len(field.places))]
        self.held = [i for i, m in enumerate(field.places) if field.lines[field.line_of[m.first]].kind != "furniture"]
        self.counts = Counter(self.keys)

    def gap(self, head: Head, i: int, most: int) -> int:
        """Sentences from a mention to a head, between −1 (after it) and `most`."""
        return min(most, max(-1, head.sentence - self.field.sentence_of[self.field.places[i].first]))

    def line(self, i: int) -> int:
        """The line of a mention."""
        return self.field.line_of[self.field.places[i].first]


def place_options(told: PlacesTold, triggers: Sequence[Trigger], at: int, own: Roles) -> list[CarryOption]:
    """The places that could be meant by trigger `at`, each with the features of all that offers it."""
    head = told.field.heads[triggers[at].head]
    offered: dict[str, tuple[int, list[str]]] = {}
    votes: Counter[str] = Counter()
    for i, features in (*_of_acts(told.field, triggers, at, own), *_salient(told, triggers[at], head)):
        offered.setdefault(told.keys[i], (i, []))[1].extend(features)
        votes[told.keys[i]] += 1
    for i in sorted(told.held, key=lambda i: abs(told.field.places[i].first - head.first))[:NEAREST]:
        offered.setdefault(told.keys[i], (i, []))
    used, words = _used(told, triggers, at, own), own_words(told.field, triggers[at])
    options = []
    for key, (i, offers) in offered.items():
        every = (*offers, *_rivals(votes, key), *_itself(told, triggers[at], head, i), *_where(told, head, key), *used.get(key, ("used=0",)))  # fmt: skip
        options.append(CarryOption((i,), "place", ((plain, tuple(dict.fromkeys(every))), words)))
    return options


def _of_acts(field: FieldReading, triggers: Sequence[Trigger], at: int, own: Roles) -> Iterator[Offer]:
    """The first place of each act near by, and what that act is to this one."""
    head = field.heads[triggers[at].head]
    above = [p for p, _, _ in path(field.nodes, triggers[at].head)]
    for source in sorted(sources(field, triggers, at, above), reverse=True):
        other = triggers[source]
        if own[source]["place"]:
            gap = head.sentence - field.heads[other.head].sentence
            governs = other.head in above[:1]
            below = triggers[at].head in [p for p, _, _ in path(field.nodes, other.head)]
            relation = field.nodes[triggers[at].head].relation if governs else ""
            same = f"told/same={other.act == triggers[at].act}/{gap}"
            yield own[source]["place"][0], (same, f"told/{governs}/{relation}", f"told/below={below}")


def _salient(told: PlacesTold, trigger: Trigger, head: Head) -> Iterator[Offer]:
    """The place last named before the act, the first, the one named most often, the country named most often."""
    if not told.held:
        return
    offered = {"first": told.held[0], "frequent": _most(told, told.held)}
    before = [i for i in told.held if told.field.places[i].first < head.first]
    if before:
        offered["last"] = before[-1]
    countries = [i for i in told.held if told.kinds[i] == "country"]
    if countries:
        offered["country"] = _most(told, countries)
    alone = len({told.keys[i] for i in told.held}) == 1
    for sort, i in offered.items():
        features = (f"{told.gap(head, i, 3)}", trigger.act, f"line={told.field.lines[told.line(i)].kind}", f"alone={alone}", told.kinds[i], f"tense={head.tense}")  # fmt: skip
        yield i, tuple(f"salient={sort}/{f}" for f in features)


def _most(told: PlacesTold, among: list[int]) -> int:
    """The first mention of the place most often named among these."""
    most = Counter(told.keys[i] for i in among).most_common(1)[0][0]
    return next(i for i in among if told.keys[i] == most)


def _used(told: PlacesTold, triggers: Sequence[Trigger], at: int, own: Roles) -> dict[str, tuple[str, ...]]:
    """For each place of the other acts: how many happened there, and whether one of the same sort did."""
    found: dict[str, list[Trigger]] = {}
    for other, roles in zip(triggers, own, strict=True):
        for key in {told.keys[i] for i in roles["place"]}:
            found.setdefault(key, []).append(other)
    act = triggers[at].act
    return {
        key: (
            f"used={min(len(acts), MOST)}",
            f"used/same={any(a.act == act for a in acts)}",
            f"used/first={acts[0] is triggers[0]}",
        )
        for key, acts in found.items()
    }


def _where(told: PlacesTold, head: Head, key: str) -> tuple[str, ...]:
    """How far the nearest mention stands before and after the act: in sentences, in lines, in places between."""
    places, here = told.field.places, [i for i, held in enumerate(told.keys) if held == key]
    before = [i for i in here if places[i].first < head.first]
    after = [i for i in here if places[i].first > head.first]
    line = told.field.line_of[head.first]
    features: tuple[str, ...] = ()
    if before:
        i, gap = before[-1], told.gap(head, before[-1], 4)
        between = min(MOST, len({told.keys[j] for j in range(i + 1, len(places)) if places[j].first < head.first}))
        features += (f"before={gap}", f"before/lines={min(line - told.line(i), 3)}/{min(gap, 3)}", f"before/between={between}", f"before/between={between}/{told.kinds[i]}")  # fmt: skip
    if after:
        i, gap = after[0], min(4, told.field.sentence_of[places[after[0]].first] - head.sentence)
        between = min(MOST, len({told.keys[j] for j in range(i) if places[j].first > head.first}))
        features += (f"after={gap}/{bool(before)}", f"after/lines={min(told.line(i) - line, 3)}/{bool(before)}", f"after/between={between}/{bool(before)}")  # fmt: skip
    return features


def _rivals(votes: Counter[str], key: str) -> tuple[str, ...]:
    """How many offer it, beside how many others are offered."""
    others = min(len(votes), MOST)
    return f"votes={min(votes[key], MOST)}/{others}", f"most={votes[key] == max(votes.values(), default=0)}/{others}"


def _itself(told: PlacesTold, trigger: Trigger, head: Head, i: int) -> tuple[str, ...]:
    """What the place is, how it is named, and how much of the report it is."""
    mention, kind, count = told.field.places[i], told.kinds[i], told.counts[told.keys[i]]
    share = 5 * count // len(told.keys)
    return (
        f"kind={kind}/{trigger.act}", f"kind={kind}", f"form={mention.form}", f"form={mention.form}/{kind}", f"acts={mention.acts}/{kind}",
        f"count={min(count, MOST)}/{kind}", f"share={share}/{kind}", f"gap={told.gap(head, i, 4)}/{kind}", f"by={_governor(told.field, i)}",
    )  # fmt: skip


def _governor(field: FieldReading, i: int) -> str:
    """The word under which a place stands: «في», «من», or the noun it belongs to («اتفاق أستانا»)."""
    words, at = field.words, field.places[i].begin
    clitic = next((c for c in words.types[at].best.before if c in "بلكو"), "")
    if clitic or not at:
        return clitic or "edge"
    before = words.types[at - 1]
    return before.best.stem if before.kind == "word" else "punct"

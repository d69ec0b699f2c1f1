"""Links between claims: what answers, serves, breaks, conditions or belongs to what. Contents are found in contents.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from isnad.extract.claims import wording
from isnad.extract.claims.contents import way_up
from isnad.extract.claims.merging import Told
from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.extract.weights import THRESHOLD, Part, logistic, plain, rates
from isnad.knowledge.load import Knowledge
from isnad.knowledge.particles import ANSWERING

TYPES = ("condition_for", "in_exchange_for", "in_response_to", "breaks", "part_of", "purpose_of")
REACH = 2  # sentences
BROKEN = frozenset(("agree", "halt", "sanction"))
ANSWERED = frozenset(("reject", "accuse", "agree", "offer", "demand"))
REPLIES = frozenset(("reject", "accuse", "threaten", "intercept", "sanction", "offer", "agree", "demand"))
SWAPPED = frozenset(("release", "halt", "transfer", "withdraw"))
HYPOTHETICAL = frozenset(("possible", "demanded", "offered", "planned", "agreed"))


class LinkOption(NamedTuple):
    """Claim `a` linked to claim `b`, by index."""

    a: int
    b: int
    parts: tuple[Part, ...]
    types: tuple[str, ...]


def link_options(
    field: FieldReading, groups: Sequence[Sequence[int]], told: Sequence[Told], knowledge: Knowledge
) -> Iterator[LinkOption]:
    """Every pair of claims that stand near each other, with the links that their acts and statuses allow."""
    sentences = [{field.heads[told[at].trigger.head].sentence for at in members} for members in groups]
    for i, one in enumerate(groups):
        for j, other in enumerate(groups):
            gap = min(abs(s - t) for s in sentences[i] for t in sentences[j]) if i != j else REACH + 1
            if gap <= REACH and (types := _types(told[one[0]], told[other[0]], gap)):
                a, b = _nearest(field, one, other, told)
                yield LinkOption(i, j, _parts(field, told, a, b, groups, j, knowledge), types)


def _nearest(field: FieldReading, one: Sequence[int], other: Sequence[int], told: Sequence[Told]) -> tuple[int, int]:
    """The two tellings that stand nearest each other: one above the other in the tree, else by words."""

    def far(pair: tuple[int, int]) -> tuple[bool, int, int]:
        ha, hb = (field.heads[told[at].trigger.head] for at in pair)
        apart = (
            way_up(field, told[pair[0]].trigger.head, told[pair[1]].trigger.head)
            == "none"
            == way_up(field, told[pair[1]].trigger.head, told[pair[0]].trigger.head)
        )
        return apart, abs(ha.sentence - hb.sentence), abs(ha.first - hb.first)

    return (one[0], other[0]) if len(one) == len(other) == 1 else min(((a, b) for a in one for b in other), key=far)


def _types(a: Told, b: Told, gap: int) -> tuple[str, ...]:
    """The links that acts, statuses and the sentences between allow."""
    x, y = a.trigger.act, b.trigger.act
    fits = {
        "condition_for": gap == 0 and a.status in HYPOTHETICAL and b.status in HYPOTHETICAL,
        "in_exchange_for": gap == 0 and (a.status in HYPOTHETICAL or x in SWAPPED) and (b.status in HYPOTHETICAL or y in SWAPPED),
        "in_response_to": x in REPLIES or gap <= 1,
        "breaks": y in BROKEN and x not in ANSWERED,
        "part_of": gap <= 1 and y == "operation" and x not in ANSWERED,
        "purpose_of": gap == 0 and a.status in HYPOTHETICAL,
    }
    return tuple(t for t in TYPES if fits[t])


def _parts(
    field: FieldReading, told: Sequence[Told], a: int, b: int, groups: Sequence[Sequence[int]], j: int, knowledge: Knowledge
) -> tuple[Part, ...]:
    """What speaks for a link from `a` to `b`: acts, statuses, the way between them in the tree, cues, shared parties."""
    ta, tb = told[a], told[b]
    ha, hb = field.heads[ta.trigger.head], field.heads[tb.trigger.head]
    x, y = ta.trigger.act, tb.trigger.act
    gap, order = ha.sentence - hb.sentence, "later" if ha.first > hb.first else "earlier"
    up, down = way_up(field, ta.trigger.head, tb.trigger.head), way_up(field, tb.trigger.head, ta.trigger.head)
    force = f"{knowledge.acts[x].family}>{knowledge.acts[y].family}"
    nearer = min(
        2, sum(1 for k, g in enumerate(groups) if k != j and told[g[0]].trigger.act == y and _between(field, told, a, b, g))
    )
    distance = min(abs(ha.first - hb.first) // 5, 6) if gap == 0 else "x"
    kind = field.words.types[ha.first]
    pre = kind.best.before[-1] if kind.best.before else ""
    before = [field.words.types[p].fold for p in range(max(0, ha.first - 3), ha.first)]
    cues = _operators(field, a, told, knowledge, ta.trigger.head) | {
        "b:" + o for o in _operators(field, b, told, knowledge, tb.trigger.head)
    }
    parties = [
        f"same={bool(ta.agents & tb.agents)}/{bool(ta.agents & tb.targets)}/{order}", f"own={bool(ta.agents & tb.targets)}/{x}", f"cross={bool(ta.targets & tb.agents)}/{x}",
        f"back={bool(ta.agents & tb.targets)}/{bool(ta.targets & tb.agents)}/{force}", f"same={bool(ta.agents & tb.agents)}/{force}", f"places={bool(ta.places & tb.places)}/{force}",
        f"back={bool(ta.agents & tb.targets)}/{x}", f"day={'none' if not ta.day or not tb.day else ta.day == tb.day}/{force}",
    ]  # fmt: skip
    features = (
        f"{x}>{y}", f">{y}", f"{x}>", force, f"{ta.status}>{y}", f"{ta.status}>{tb.status}", f"{x}/{ta.status}", f"gap={gap}/{order}", f"gap={gap}/{x}>{y}", f"up={up}", f"down={down}", f"up={up}/{ta.status}", f"up={up}/{pre}/{ta.status}", f"down={down}/{x}",
        f"nearer={nearer}/{gap}", f"nearer={nearer}/{x}>{y}", f"distance={distance}/{order}", f"distance={distance}/{ta.status}/{order}", f"pre={pre}/{ta.status}/{gap}", f"key={ha.key}", f"key={ha.key}/{order}", f"bkey={hb.key}", f"tense={ha.tense}/{hb.tense}/{order}/{gap}",
        *_answering(field, ha, hb, x, y, order),
        *(f"before={w}" for w in before), *(f"cue={c}" for c in sorted(cues)), *(f"cue={c}/{up}/{down}" for c in sorted(cues)), *parties,
    )  # fmt: skip
    return (plain, features), *wording.round_pair(field.words, ha, (hb.first, hb.last), force)


def _answering(field: FieldReading, a: Head, b: Head, x: str, y: str, order: str) -> Iterator[str]:
    """Words that make one act the answer to the other, on the way between them; and what stands before the one answered."""
    types = field.words.types
    if a.sentence == b.sentence:
        way = types[min(a.last, b.last) : max(a.first, b.first)]
        told = sorted({w for kind in way for w in (kind.fold, kind.best.stem) if w in ANSWERING})
        yield f"way={bool(told)}/{x}"
        for w in told:
            yield from (f"way={w}/{order}", f"way={w}/{x}>{y}")
    for kind in types[max(0, b.first - 3) : b.first]:
        yield from (f"bbefore={kind.fold}", f"bbefore={kind.fold}/{order}")
    yield f"{x}>{y}/{order}/{min(3, abs(a.sentence - b.sentence))}"


def _between(field: FieldReading, told: Sequence[Told], a: int, b: int, members: Sequence[int]) -> bool:
    here, there = (field.heads[told[at].trigger.head].first for at in (a, b))
    return any(min(here, there) < field.heads[told[m].trigger.head].first < max(here, there) for m in members)


def _operators(field: FieldReading, at: int, told: Sequence[Told], knowledge: Knowledge, head: int) -> set[str]:
    """The operators above a head, each with the number of steps."""
    found, steps = set(), 0
    while field.nodes[head].parent >= 0 and steps < 3:
        head, steps = field.nodes[head].parent, steps + 1
        operator = field.heads[head].operator
        if operator >= 0:
            found.add(f"{knowledge.operators[operator]['operator']}/{min(steps, 2)}")
    return found


def choose_links(
    field: FieldReading, groups: Sequence[Sequence[int]], told: Sequence[Told], knowledge: Knowledge
) -> list[tuple[int, int, str]]:
    """(from, to, type) over claims by index: for each claim at most one link of each type, the likeliest."""
    weights = knowledge.answers.get("relation", {})
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for option in link_options(field, groups, told, knowledge):
        for kind, total in zip(TYPES, rates("relation", weights, option.parts, len(TYPES)), strict=True):
            p = logistic(total)
            if kind in option.types and p >= max(THRESHOLD["link"], best.get((option.a, kind), (0.0, -1))[0]):
                best[option.a, kind] = (p, option.b)
    return [(a, b, kind) for (a, kind), (_, b) in best.items()]

"""Contents: what is demanded, offered, agreed, threatened, refused or blamed belongs to the act that says so (codebook §1, §8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from isnad.extract.claims import wording
from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.folding import BESIDE
from isnad.extract.clauses.chunks import SUBORDINATORS
from isnad.extract.clauses.clauses import path
from isnad.extract.field import FieldReading
from isnad.extract.weights import THRESHOLD, Part, logistic, plain, rate
from isnad.knowledge.load import Knowledge
from isnad.records import Claim, Speaker

PARENTS = frozenset(("demand", "offer", "agree", "accuse", "threaten", "reject", "support"))
INHERITING = frozenset(("demanded", "offered", "agreed"))
REACH = 2  # sentences back to the demand or the deal
ADDRESSED = frozenset(("demand", "accuse"))  # whose counterpart does what they are about
STEPS = 4  # relations of a path that are told apart


class ContentOption(NamedTuple):
    """Another trigger of which this one may be the content."""

    parent: int
    parts: tuple[Part, ...]


def content_options(field: FieldReading, triggers: Sequence[Trigger], at: int) -> list[ContentOption]:
    """Demands, offers, deals … of the sentence and of the two before it."""
    sentence = field.heads[triggers[at].head].sentence
    near = [
        j
        for j, t in enumerate(triggers)
        if j != at
        and t.act in PARENTS
        and 0 <= sentence - field.heads[t.head].sentence <= REACH
        and not _beside(field, triggers[at].head, t.head)
    ]
    return [ContentOption(j, _parts(field, triggers, at, j, near)) for j in near]


def _parts(field: FieldReading, triggers: Sequence[Trigger], at: int, j: int, near: Sequence[int]) -> tuple[Part, ...]:
    a, b = triggers[at], triggers[j]
    ha, hb = field.heads[a.head], field.heads[b.head]
    gap = ha.sentence - hb.sentence
    order = "later" if ha.first > hb.first else "earlier"
    way = way_up(field, a.head, b.head)
    nearer = min(2, sum(1 for k in near if k != j and _closer(field, triggers, at, k, j)))
    between = sum(bool(h.acts) for h in field.heads_in(min(ha.first, hb.first) + 1, max(ha.first, hb.first)))
    distance = min(abs(ha.first - hb.first) // 4, 6) if gap == 0 else "x"
    kind = field.words.types[ha.first]
    pre = kind.best.before[-1] if kind.best.before else ""
    before = field.words.types[ha.first - 1].fold if ha.first else "edge"
    definite = "ال" in field.words.types[hb.first].best.before
    features = (
        f"{a.act}>{b.act}", f">{b.act}", f"{a.act}>", f"gap={gap}/{order}", f"gap={gap}/{order}/{b.act}", f"way={way}", f"way={way}/{b.act}", f"way={way}/{hb.key}", f"key={hb.key}/{order}/{gap}",
        f"nearer={nearer}/{gap}", f"nearer={nearer}/{b.act}", f"between={min(between, 3)}/{gap}/{order}", f"distance={distance}/{order}", f"distance={distance}/{order}/{b.act}", f"pre={pre}/{b.act}/{way}",
        f"before={before}/{b.act}", f"before={before}/{order}", f"tense={ha.tense}/{hb.tense}/{order}", f"tense={ha.tense}/{b.act}/{gap}", f"definite={definite}/{b.act}/{gap}/{order}",
        f"apart={_apart(field, a.head, b.head)}/{b.act}", f"apart={_apart(field, a.head, b.head)}/{way}", f"akey={ha.key}/{b.act}", f"above={_above(field, a.head)}/{b.act}", f"said={way}/{ha.tense}/{b.act}",
    )  # fmt: skip
    return (plain, features), *wording.round_pair(field.words, ha, (hb.first, hb.last), f"{a.act}>{b.act}")


def way_up(field: FieldReading, low: int, high: int) -> str:
    """The relations from a head up to one above it, a coordination counted once; "none" where it stands elsewhere."""
    steps = []
    for parent, relation, _ in path(field.nodes, low):
        steps.append(relation)
        if parent == high:
            return ">".join(steps[:STEPS])
    return "none"


def _beside(field: FieldReading, low: int, high: int) -> bool:
    """Whether an act stands below a demand, and yet beside it («طالب خلال المحادثات») or as what is to stop («بوقف الغارات»)."""
    stopped = field.nodes[low].parent
    if stopped >= 0 and stopped != high and any(act == "halt" for act, _ in field.heads[stopped].acts):
        return field.nodes[low].cue != "و"
    for parent, _, cue in path(field.nodes, low):
        if cue in BESIDE:
            return parent == high
        if parent == high:
            break
    return False


def _apart(field: FieldReading, low: int, high: int) -> str:
    """What sets an act off from the demand that it stands under or after: «خلال المحادثات», «فيما استمرت المواجهات»."""
    for parent, _, cue in path(field.nodes, low):
        if cue in BESIDE:
            return cue
        if parent == high:
            break
    first, last = field.heads[high].last, field.heads[low].first
    return next((field.words.types[at].fold for at in range(first, last) if field.words.types[at].fold in SUBORDINATORS), "")


def _above(field: FieldReading, head: int) -> str:
    """The act of the head right above."""
    parent = field.nodes[head].parent
    acts = field.heads[parent].acts if parent >= 0 else ()
    return acts[0][0] if acts else "none"


def _closer(field: FieldReading, triggers: Sequence[Trigger], at: int, k: int, j: int) -> bool:
    here = field.heads[triggers[at].head].first
    return abs(field.heads[triggers[k].head].first - here) < abs(field.heads[triggers[j].head].first - here)


def choose_contents(field: FieldReading, triggers: Sequence[Trigger], knowledge: Knowledge) -> list[int]:
    """For each trigger the trigger whose content it is, or -1; none is the content of its own content."""
    weights = knowledge.weights.get("content", {})
    chosen, rated = [-1] * len(triggers), [0.0] * len(triggers)
    for at in range(len(triggers)):
        for option in content_options(field, triggers, at):
            p = logistic(rate("content", weights, option.parts))
            if p >= max(THRESHOLD["content"], rated[at]):
                chosen[at], rated[at] = option.parent, p
    for at, parent in enumerate(chosen):
        if parent >= 0 and chosen[parent] == at:
            chosen[at if rated[at] < rated[parent] else parent] = -1
    return chosen


def share_parties(filled: Sequence[dict[str, list[int]]], triggers: Sequence[Trigger], contents: Sequence[int]) -> None:
    """Who does what is demanded or blamed is the one of whom it is demanded, where nobody else is named."""
    for at, parent in enumerate(contents):
        if parent >= 0 and triggers[parent].act in ADDRESSED and not filled[parent]["counterpart"]:
            filled[parent]["counterpart"] = [i for i in filled[at]["agent"] if i not in filled[parent]["agent"]]


def only_content(field: FieldReading, trigger: Trigger) -> bool:
    """Whether the words tell the act only as what somebody demands, offers or agrees."""
    contents = {act for act, _ in field.heads[trigger.head].contents}
    return trigger.act in contents


def inherit(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Contents with the time of what they are the content of, where they have none of their own, and with its speakers."""
    by_id = {c.id: c for c in claims}
    return tuple(_inherit(c, by_id) for c in claims)


def _inherit(claim: Claim, by_id: dict[str, Claim]) -> Claim:
    parent = next((by_id[link.to] for link in claim.links if link.type == "content_of" and link.to in by_id), None)
    if parent is None:
        return claim
    time = claim.time or (parent.time if claim.status in INHERITING else None)
    return msgspec.structs.replace(claim, time=time, speakers=_speakers(claim, parent))


def _speakers(claim: Claim, parent: Claim) -> tuple[Speaker, ...]:
    """A demand's content is told by who tells the demand, and by nobody where that is the outlet."""
    if parent.act in ("demand", "offer") and claim.status in ("demanded", "offered"):
        return parent.speakers
    return claim.speakers or parent.speakers

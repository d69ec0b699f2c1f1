"""Acts: which heads tell one, and which code they take. Lexicon and means propose, weights choose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from isnad.extract.clauses.clauses import path
from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.extract.weights import THRESHOLD, score
from isnad.knowledge.load import Knowledge

GENERIC = frozenset(("attack", "harm", "destroy", "operation"))  # a told means makes them more particular
REACH = 10  # words within which a means belongs to a head


class Candidate(NamedTuple):
    """A head read as an act; `last` is the word after the phrase that named it."""

    head: int
    act: str
    last: int
    features: tuple[str, ...]


class Trigger(NamedTuple):
    """A head that tells an act, with its probability and runner-up."""

    head: int
    act: str
    last: int
    score: float
    features: tuple[str, ...]


def find_candidates(field: FieldReading, knowledge: Knowledge) -> list[Candidate]:
    """Every (head, act) that the lexicon or a means beside the head proposes, with its features."""
    shared = _report_features(field)
    told = _told_kinds(field, knowledge)
    seen: Counter[str] = Counter()
    found: list[Candidate] = []
    for at, head in enumerate(field.heads):
        proposed = list(_proposed(field, head, told, knowledge))
        common = _head_features(field, at, knowledge) if proposed else ()
        company = _company(field, at) if proposed else ()
        for rank, (act, last, how) in enumerate(proposed):
            own = _act_features(head, act, how, rank, seen)
            own += [f"{act}+{c}" for c in company]
            found.append(Candidate(at, act, last, (*own, *common, *shared)))
        for act in {a for a, _, _ in proposed}:
            seen[act] += 1
    return found


def _told_kinds(field: FieldReading, knowledge: Knowledge) -> tuple[str, ...]:
    """The particular kinds of force that the report tells anywhere, the commonest first: «القصف» later on is one of them."""
    kinds = set(knowledge.means_acts.values())
    counts = Counter(h.acts[0][0] for h in field.heads if h.acts and h.acts[0][0] in kinds)
    counts.update(knowledge.means_acts[m] for _, m in field.means if m in knowledge.means_acts)
    return tuple(act for act, _ in counts.most_common(2))


def _proposed(field: FieldReading, head: Head, told: tuple[str, ...], knowledge: Knowledge) -> Iterator[tuple[str, int, str]]:
    yielded = set()
    for act, last in head.acts:
        yielded.add(act)
        yield act, last, "lexicon"
    if GENERIC & yielded or "shell" in yielded:
        for means in field.means_near(head.first, REACH):
            act = knowledge.means_acts.get(means, "")
            if act and act not in yielded:
                yielded.add(act)
                yield act, head.last, "means"
        for act in told:
            if act not in yielded and not (yielded & {"harm", "operation"}):
                yielded.add(act)
                yield act, head.last, "told"


def _act_features(head: Head, act: str, how: str, rank: int, seen: Counter[str]) -> list[str]:
    before = min(seen[act], 3)
    return [
        f"act={act}",
        f"lex={head.key}/{act}",
        f"how={how}/{act}",
        f"rank={min(rank, 3)}",
        f"rank={min(rank, 3)}/{act}",
        f"seen={before}",
        f"seen={before}/{act}",
    ]


def _head_features(field: FieldReading, at: int, knowledge: Knowledge) -> tuple[str, ...]:
    """What surrounds a head."""
    head, words = field.heads[at], field.words
    kind = words.types[head.first]
    line = field.lines[field.line_of[head.first]]
    first, last = words.sentences[head.sentence]
    before, after = _near(words, head.first - 1, first), _near(words, head.last, last, 1)
    form = head.form
    features = [
        f"tense={head.tense}", f"def={'ال' in kind.best.before}", f"pre={kind.best.before[-1] if kind.best.before and kind.best.before[-1] != 'ال' else ''}",
        f"suffix={bool(kind.best.after)}", f"num={form.number if form else ''}/{head.tense}", f"voice={form.voice if form else ''}/{head.tense}",
        f"before={before}", f"after={after}", f"line={line.kind}", f"lineword={min((line.last - line.first) // 8, 6)}",
        f"stop={line.stopped}", f"refused={head.refused}", f"says={head.says >= 0}", f"lineno={min(field.line_of[head.first], 8)}",
        f"depth={min(9, 10 * head.first // max(1, len(words)))}", f"sentpos={min((head.first - first) // 4, 6)}",
    ]  # fmt: skip
    features += _tree_features(field, at, knowledge)
    features += _mention_features(field, head, first, last)
    features += [f"lex2={head.key}/{before}", f"lex3={head.key}/{after}", f"lexdef={head.key}/{'ال' in kind.best.before}"]
    return tuple(features)


def _company(field: FieldReading, at: int) -> list[str]:
    """Acts that other heads of the sentence tell, by side and nearness: a killing beside a strike is the strike's cost."""
    head = field.heads[at]
    first, last = field.words.sentences[head.sentence]
    found: set[str] = set()
    for other in field.heads_in(first, last):
        if other.first == head.first or not other.acts:
            continue
        side = "<" if other.first < head.first else ">"
        near = "near" if abs(other.first - head.first) <= 6 else "far"
        found.update((f"{side}{other.acts[0][0]}", f"{side}{near}{other.acts[0][0]}"))
    return sorted(found)


def _near(words, at: int, limit: int, step: int = -1) -> str:  # type: ignore[no-untyped-def]
    """The neighbouring word's stem, or the edge."""
    if (step < 0 and at < limit) or (step > 0 and at >= limit):
        return "edge"
    return str(words.types[at].best.stem if words.types[at].kind == "word" else words.types[at].kind)


def _tree_features(field: FieldReading, at: int, knowledge: Knowledge) -> list[str]:
    node = field.nodes[at]
    features = [f"rel={node.relation}"]
    for depth, (parent, relation, _) in enumerate(path(field.nodes, at)[:2]):
        above = field.heads[parent]
        sort = (
            "says"
            if above.says >= 0
            else "operator=" + str(knowledge.operators[above.operator]["operator"])
            if above.operator >= 0
            else "act=" + above.acts[0][0]
            if above.acts
            else "light"
            if above.light >= 0
            else "harm"
        )
        features += [f"up{depth}={sort}", f"up{depth}={relation}/{sort}", f"upkey{depth}={above.key}"]
    return features


def _mention_features(field: FieldReading, head: Head, first: int, last: int) -> list[str]:
    features = []
    for name, mentions in (("actor", field.actors), ("place", field.places)):
        here = [m.first for m in mentions if first <= m.first < last]
        before = [head.first - m for m in here if m < head.first]
        after = [m - head.last for m in here if m >= head.last]
        features += [f"{name}<{_bucket(min(before, default=99))}", f"{name}>{_bucket(min(after, default=99))}"]
    features.append(f"means={bool(field.means_near(head.first, REACH))}")
    others = sum(1 for h in field.heads if h.sentence == head.sentence and h.acts) - 1
    features.append(f"others={min(others, 5)}")
    return features


def _bucket(distance: int) -> str:
    return (
        "0"
        if distance <= 0
        else "1"
        if distance == 1
        else "3"
        if distance <= 3
        else "8"
        if distance <= 8
        else "far"
        if distance < 99
        else "none"
    )


def _report_features(field: FieldReading) -> tuple[str, ...]:
    """How much of the whole text speaks of conflict: a football report has attacks too."""
    n = max(1, len(field.words))
    acts = sum(1 for h in field.heads if h.acts)
    parties = sum(1 for m in field.actors if m.kind == "party")
    places = len(field.places)
    return (
        f"density={min(10, 200 * acts // n)}",
        f"parties={min(8, 200 * parties // n)}",
        f"places={min(6, 200 * places // n)}",
        f"length={min(6, n // 120)}",
    )


def choose_acts(field: FieldReading, candidates: list[Candidate], knowledge: Knowledge) -> list[Trigger]:
    """For each head the best act, where its probability reaches the threshold; overlapping phrases of one act count once."""
    weights = knowledge.weights.get("act", {})
    best: dict[int, Trigger] = {}
    for c in candidates:
        p = score(weights, c.features)
        if p >= THRESHOLD["act"] and (c.head not in best or p > best[c.head].score):
            best[c.head] = Trigger(c.head, c.act, c.last, p, c.features)
    return [best[h] for h in sorted(best)]

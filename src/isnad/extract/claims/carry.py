"""What is in focus carries on: parties and places that the words of an act leave out are taken from acts told before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from isnad.extract.claims.acts import Trigger
from isnad.extract.clauses.clauses import path
from isnad.extract.field import FieldReading
from isnad.extract.weights import THRESHOLD, score
from isnad.knowledge.load import Knowledge

REACH = 4  # triggers back
SENTENCES = 4


class CarryOption(NamedTuple):
    """Take these mentions, which fill `role` of an earlier act or stand out in the report."""

    fillers: tuple[int, ...]
    role: str
    features: tuple[str, ...]


def carry_options(
    field: FieldReading,
    triggers: Sequence[Trigger],
    at: int,
    wanted: str,
    filled: Sequence[dict[str, list[int]]],
    voices: Sequence[int],
) -> list[CarryOption]:
    """Roles of earlier triggers (and of the act above) that could fill `wanted` of trigger `at`."""
    options = []
    head = field.heads[triggers[at].head]
    above = [p for p, _, _ in path(field.nodes, triggers[at].head)]
    for source in sorted(_sources(field, triggers, at, above), reverse=True):
        for role, fillers in filled[source].items():
            if fillers and (role == "place") == (wanted == "place"):
                options.append(
                    CarryOption(
                        tuple(fillers), role, _features(field, triggers, at, source, role, wanted, above, voices, head.sentence)
                    )
                )
    if wanted == "place":
        options.extend(_salient(field, triggers[at]))
    return options


def _salient(field: FieldReading, trigger: Trigger) -> list[CarryOption]:
    """Places that stand out: the one last named before the act, the first, the one named most often, the country named most often."""
    if not field.places:
        return []
    head = field.heads[trigger.head]
    names = [m.ids[0] if m.ids else m.start for m in field.places]
    counts = Counter(names)
    before = [i for i, m in enumerate(field.places) if m.first < head.first]
    offered = {"first": 0, "frequent": names.index(counts.most_common(1)[0][0])}
    if before:
        offered["last"] = before[-1]
    options = []
    for sort, i in offered.items():
        mention = field.places[i]
        gap = min(3, max(-1, head.sentence - field.sentence_of[mention.first]))
        share = min(4, counts[names[i]])
        line = field.lines[field.line_of[mention.first]].kind
        level = mention.ids[0].count(".") + mention.ids[0].count("-") if mention.ids else 9
        options.append(
            CarryOption(
                (i,), "place",
                (f"salient={sort}/{gap}", f"salient={sort}/{trigger.act}", f"salient={sort}/share={share}", f"salient={sort}/line={line}", f"salient={sort}/level={min(level, 3)}", f"salient={sort}/tense={head.tense}",
                 f"salient={sort}/alone={len(counts) == 1}", f"level={min(level, 3)}/{trigger.act}", f"salient={sort}/coverage={min(5, 10 * counts[names[i]] // len(names) // 2)}", f"salient={sort}/noun={mention.noun}"),
            )
        )  # fmt: skip
    return options


def _sources(field: FieldReading, triggers: Sequence[Trigger], at: int, above: list[int]) -> set[int]:
    sentence = field.heads[triggers[at].head].sentence
    near = {j for j in range(max(0, at - REACH), at) if sentence - field.heads[triggers[j].head].sentence <= SENTENCES}
    near |= {j for j in range(len(triggers)) if triggers[j].head in above}
    near |= {j for j in range(at + 1, min(at + 2, len(triggers))) if field.heads[triggers[j].head].sentence == sentence}
    return near - {at}


def _features(
    field: FieldReading,
    triggers: Sequence[Trigger],
    at: int,
    source: int,
    role: str,
    wanted: str,
    above: list[int],
    voices: Sequence[int],
    sentence: int,
) -> tuple[str, ...]:
    a, s = triggers[at], triggers[source]
    ha, hs = field.heads[a.head], field.heads[s.head]
    gap = sentence - hs.sentence
    rank = at - source
    depth = above.index(s.head) if s.head in above else -1
    relation = field.nodes[a.head].relation if depth == 0 else ""
    below = a.head in [p for p, _, _ in path(field.nodes, s.head)]
    definite = "ال" in field.words.types[ha.first].best.before
    before = field.words.types[ha.first - 1].fold if ha.first else "edge"
    conj = field.words.types[ha.first].best.before[:1] == ("و",)
    return (
        f"{role}/gap={gap}/rank={rank}", f"{role}/{s.act}>{a.act}", f"{role}/>{a.act}", f"{role}/{s.act}>", f"{role}/same={s.act == a.act}/{gap}", f"{role}/depth={depth}/{relation}", f"{role}/depth={depth}/{s.act}", f"{role}/below={below}",
        f"{role}/tense={ha.tense}/{hs.tense}/{gap}", f"{role}/verb={ha.verb}/conj={conj}/{gap}/{rank}", f"{role}/definite={definite}/{gap}", f"{role}/this={before in ('هذا', 'هذه', 'ذلك', 'تلك')}", f"{role}/voice={voices[at] == voices[source]}/{gap}",
        f"{role}/lines={min(3, field.line_of[ha.first] - field.line_of[hs.first])}", f"{role}/suffix={bool(field.words.types[ha.first].best.after)}/{gap}", f"wanted={wanted}/{role}", f"{role}/line={field.lines[field.line_of[hs.first]].kind}/{gap}",
    )  # fmt: skip


def choose_carry(options: Sequence[CarryOption], knowledge: Knowledge, wanted: str) -> CarryOption | None:
    """The likeliest source, or None where nothing reaches the threshold."""
    weights = knowledge.weights.get("carry:" + wanted, {})
    best, top = None, THRESHOLD["carry:" + wanted]
    for option in options:
        p = score(weights, option.features)
        if p >= top:
            best, top = option, p
    return best

"""The isnad: which saying carries an act, and through whom. Sayings of the sentence and those carried on compete."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.extract.acts import Trigger
from isnad.extract.clauses import path
from isnad.extract.field import FieldReading
from isnad.extract.sayings import Saying
from isnad.extract.weights import THRESHOLD, score
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge

REACH = 4  # sentences over which a saying may carry on
CARRYING = ("كما", "واضاف", "وتابع", "واوضح", "واشار", "مشيرا", "موكدا", "واكد")


class SpeakerOption(NamedTuple):
    """A saying offered as the voice of an act."""

    saying: int
    features: tuple[str, ...]


def speaker_options(field: FieldReading, trigger: Trigger, sayings: Sequence[Saying], quotes: Sequence[int]) -> list[SpeakerOption]:
    """Sayings of the trigger's sentence, and the last ones before it, nearest first."""
    head = field.heads[trigger.head]
    ancestors = {parent: depth for depth, (parent, _, _) in enumerate(path(field.nodes, trigger.head))}
    here = [i for i, s in enumerate(sayings) if field.heads[s.head].sentence == head.sentence]
    before = [i for i, s in enumerate(sayings) if 0 < head.sentence - field.heads[s.head].sentence <= REACH and s.first >= 0][-3:]
    options = []
    for i in here:
        options.append(SpeakerOption(i, _own(field, trigger, sayings[i], ancestors, len(here), quotes)))
    for rank, i in enumerate(reversed(before)):
        options.append(SpeakerOption(i, _carried(field, trigger, sayings[i], rank, bool(here), quotes)))
    return options


def _own(field: FieldReading, trigger: Trigger, saying: Saying, ancestors: dict[int, int], here: int, quotes: Sequence[int]) -> tuple[str, ...]:
    head, cue = field.heads[trigger.head], field.heads[saying.head]
    where = "before" if cue.first < head.first else "after"
    depth = ancestors.get(saying.head, -1)
    between = sum(1 for h in field.heads_in(min(cue.first, head.first) + 1, max(cue.first, head.first)) if h.says >= 0)
    acts = sum(1 for h in field.heads_in(min(cue.first, head.first) + 1, max(cue.first, head.first)) if h.acts)
    relation = _relation_below(field, trigger.head, saying.head)
    same = saying.head == trigger.head
    speaker = "none" if saying.first < 0 else saying.actor.kind if saying.actor else "words"
    inside = saying.first >= 0 and saying.first <= head.first < saying.last
    gap = abs(head.first - cue.first)
    return (
        f"own/{saying.kind}/{where}/depth={min(depth, 3)}", f"own/rel={relation}", f"own/{saying.kind}/rel={relation}", f"own/between={min(between, 3)}/{where}", f"own/acts={min(acts, 3)}/{where}", f"own/same={same}",
        f"own/speaker={speaker}", f"own/key={cue.key}/{where}", f"own/act={trigger.act}/{saying.kind}/{where}", f"own/inside={inside}", f"own/here={min(here, 4)}",
        f"own/gap={min(gap // 4, 8)}/{where}", f"own/quoted={quotes[head.first] > 0}/{quotes[cue.first] > 0}", f"own/tense={cue.tense}", f"own/cue={cue.tense}/{saying.kind}/{where}/{speaker}",
    )  # fmt: skip


def _relation_below(field: FieldReading, at: int, ancestor: int) -> str:
    for parent, relation, _ in path(field.nodes, at):
        if parent == ancestor:
            return relation
    return "none"


def _carried(field: FieldReading, trigger: Trigger, saying: Saying, rank: int, own: bool, quotes: Sequence[int]) -> tuple[str, ...]:
    head, cue = field.heads[trigger.head], field.heads[saying.head]
    words = field.words
    gap = head.sentence - cue.sentence
    first = words.types[words.sentences[head.sentence][0]]
    opening = first.fold if first.fold in CARRYING else first.best.before[0] if first.best.before else first.best.stem if first.fold in ("كما", "بدوره", "فيما", "وكان", "وكانت", "يذكر", "يشار") else "other"
    lines = field.line_of[head.first] - field.line_of[cue.first]
    speaker = saying.actor.kind if saying.actor else "words"
    return (
        f"carry/gap={gap}/rank={rank}", f"carry/lines={min(lines, 3)}", f"carry/own={own}", f"carry/own={own}/rank={rank}", f"carry/opening={opening}", f"carry/quoted={quotes[head.first] > 0}", f"carry/tense={head.tense}/{gap}",
        f"carry/kind={saying.kind}/{gap}", f"carry/key={cue.key}", f"carry/speaker={speaker}/{gap}", f"carry/act={trigger.act}", f"carry/kana={first.fold in ('وكان', 'وكانت', 'كان', 'كانت')}", f"carry/line={field.lines[field.line_of[head.first]].kind}",
    )  # fmt: skip


def quote_depth(field: FieldReading) -> list[int]:
    """For each word whether it stands inside a quotation that opened in the last 200 words."""
    depth, opened, depths = 0, 0, []
    for at, kind in enumerate(field.words.types):
        if kind.raw in ("«", "“"):
            depth, opened = 1, at
        elif kind.raw in ("»", "”"):
            depth = 0
        elif kind.raw == '"':
            depth, opened = 1 - depth, at
        if depth and at - opened > 200:
            depth = 0
        depths.append(depth)
    return depths


def choose_speaker(options: Sequence[SpeakerOption], knowledge: Knowledge) -> tuple[int, float]:
    """The saying that carries the act, or -1, with its probability."""
    weights = knowledge.weights.get("speaker", {})
    best, top = -1, THRESHOLD["speaker"]
    for option in options:
        p = score(weights, option.features)
        if p >= top:
            best, top = option.saying, p
    return best, top


def speaker_words(field: FieldReading, first: int, last: int) -> tuple[int, int]:
    """Offsets of a speaker's words, proclitics cut off."""
    kind = field.words.types[first]
    cut = kind.stem_start(0) if kind.splits else 0
    return field.words.starts[first] + cut, field.words.ends[last - 1]


def same_voice(a: str, b: str) -> bool:
    """Whether two speakers' words are the same but for spelling and article."""
    return fold(a).replace("ال", "") == fold(b).replace("ال", "")

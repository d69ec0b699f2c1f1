"""What speaks for a saying as the voice of an act: features of sayings in its sentence and of voices before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from isnad.extract.claims import wording
from isnad.extract.claims.acts import Trigger
from isnad.extract.clauses.chunks import COMPLEMENTIZERS
from isnad.extract.clauses.clauses import path
from isnad.extract.clauses.phrases import OPEN_QUOTES
from isnad.extract.field import FieldReading
from isnad.extract.speech.sayings import SPEECH_ACTS, Saying
from isnad.extract.weights import Part, plain
from isnad.knowledge.speaker_words import BREAKS, TIMES

SENTENCE_OPENERS = {
    "يذكر": "note", "ويذكر": "note", "يشار": "note", "ويشار": "note", "وكان": "was", "كان": "was", "وكانت": "was", "كانت": "was", "كما": "also", "وفي": "in", "في": "in", "منذ": "since", "ومنذ": "since", "وبحسب": "by",
    "بدوره": "other", "بدورها": "other", "جهته": "other", "الي": "meanwhile", "فيما": "while", "بينما": "while", "لكن": "but", "وقد": "had", "وياتي": "comes", "ياتي": "comes", "وجاء": "comes", "وتاتي": "comes", "تاتي": "comes", "من": "of", "ومن": "of",
}  # fmt: skip


LORDS = SPEECH_ACTS | {"agree"}
AHEAD = 24  # words from an act to what is said


class Setting:
    """A trigger among the sayings of its report."""

    def __init__(
        self,
        field: FieldReading,
        trigger: Trigger,
        sayings: Sequence[Saying],
        quotes: Sequence[int],
        here: Sequence[int],
        before: Sequence[int],
    ) -> None:
        self.field, self.trigger, self.sayings, self.quotes, self.here = field, trigger, sayings, quotes, here
        self.head = field.heads[trigger.head]
        self.first, self.last = field.words.sentences[self.head.sentence]
        self.ancestors = {
            parent: (depth, relation) for depth, (parent, relation, _) in enumerate(path(field.nodes, trigger.head))
        }
        self.speech = "speech" if trigger.act in SPEECH_ACTS else "meet" if trigger.act in ("meet", "agree") else "deed"
        self.explicit = _soon(field, self.head.last)
        self.own_before = any(sayings[i].cue < self.head.first and sayings[i].kind in ("verb", "noun", "colon") for i in here)
        self.own_after = any(sayings[i].cue > self.head.first and sayings[i].kind != "part" for i in here)
        self.lord = self._lord()
        self.opening = self._opening()
        self.under = self._under()
        self.shape = f"{self.head.tense}{'/v' if self.head.verb else ''}"
        self.ahead = self._ahead()
        self.round_it = wording.round_head(field.words, self.head, trigger.act)

    def _under(self) -> str:
        """The sort of preposition right before the act, or one word further: time, other or none."""
        types = self.field.words.types
        near = [types[p].fold for p in range(max(self.first, self.head.first - 2), self.head.first)]
        if any(n in TIMES for n in near):
            return "time"
        kind = types[self.head.first]
        return (
            "other"
            if (near[-1:] and near[-1] in ("في", "من", "الي", "علي", "عن", "مع", "حول"))
            or any(b in "بل" for b in kind.best.before)
            else "none"
        )

    def _ahead(self) -> bool:
        """Whether what is said opens only after the act: «قال خلال لقائه … إن»."""
        types = self.field.words.types
        for at in range(self.head.last, min(self.head.last + AHEAD, self.last)):
            kind = types[at]
            opened = kind.raw in OPEN_QUOTES and self.quotes[at] != self.quotes[self.head.first]
            if kind.fold in COMPLEMENTIZERS or kind.raw == ":" or opened:
                return True
            if kind.verb:
                return False
        return False

    def _lord(self) -> str:
        """The act of saying that the trigger hangs under: what is demanded or threatened, not told."""
        for parent in self.ancestors:
            acts = self.field.heads[parent].acts
            if acts and acts[0][0] in LORDS:
                return acts[0][0]
        return ""

    def _opening(self) -> str:
        kind = self.field.words.types[self.first]
        known = SENTENCE_OPENERS.get(kind.fold)
        if known:
            return known
        conjunction = "و" if kind.best.before[:1] == ("و",) else ""
        return conjunction + ("verb" if kind.verb else "act" if self.first == self.head.first else "noun")

    def quoted(self, saying: Saying) -> str:
        """Whether act and cue stand in one quotation, or the act in one that opens after the cue."""
        act, cue = self.quotes[self.head.first], self.quotes[saying.cue]
        return "none" if not act else "same" if act == cue else "act"


def _soon(field: FieldReading, at: int) -> bool:
    """Whether a party is named within three words."""
    i = bisect_left(field.actors, at, key=lambda m: m.first)
    return i < len(field.actors) and field.actors[i].first <= at + 2


def voice_parts(setting: Setting, i: int, rank: int) -> tuple[Part, ...]:
    """A saying as the voice of an act: of its own sentence, or `rank` voices back where that is not negative."""
    saying, head = setting.sayings[i], setting.head
    told = own(setting, i) if rank < 0 else carried(setting, i, rank)
    span = (saying.first, saying.last)
    return (plain, told), wording.round_mention(setting.field.words, head, span, setting.trigger.act), setting.round_it


def own(setting: Setting, i: int) -> tuple[str, ...]:
    """A saying of the act's own sentence."""
    saying, head, sayings = setting.sayings[i], setting.head, setting.sayings
    if saying.cue < head.first:
        between = [sayings[j] for j in setting.here if saying.cue < sayings[j].cue < head.first]
        return _above(setting, saying, between)
    rivals = [sayings[j] for j in setting.here if head.first < sayings[j].cue < saying.cue]
    return _below(setting, saying, rivals)


def _above(setting: Setting, saying: Saying, between: list[Saying]) -> tuple[str, ...]:
    head, types, kind = setting.head, setting.field.words.types, saying.kind
    start = max(saying.end, saying.last if saying.own else 0)
    stretch = range(start, head.first)
    content = next((p for p in stretch if types[p].fold in COMPLEMENTIZERS), -1)
    colon = any(types[p].raw == ":" for p in stretch)
    joined = "content" if content >= 0 else "colon" if colon or kind == "colon" else "direct"
    others = sum(s.voice != saying.voice and s.kind in ("verb", "noun", "part") for s in between)
    verbs = sum(types[p].verb for p in stretch)
    broken = next((types[p].fold for p in reversed(stretch) if types[p].fold in BREAKS), "")
    inside = saying.own and saying.first <= head.first < saying.last
    depth, relation = setting.ancestors.get(saying.head, (-1, "none"))
    talk = setting.speech + ("/named" if setting.explicit else "")
    return (
        f"above/{kind}/{joined}", f"above/break={broken}/{joined}", f"above/under={setting.under}/{joined}", f"above/under={setting.under}/{setting.speech}", f"above/{joined}/others={min(others, 2)}", f"above/inside={inside}", f"above/{kind}/same={min(len(between), 2)}/{others == 0}", f"above/{joined}/verbs={min(verbs, 3)}",
        f"above/tree={min(depth, 2)}/{relation}", f"above/gap={min((head.first - start) // 5, 6)}", f"above/quoted={setting.quoted(saying)}/{joined}", f"above/lord={setting.lord}/{kind}", f"above/lord={bool(setting.lord)}/{joined}",
        f"above/{talk}/{head.verb}", f"above/{talk}/{kind}/own={saying.own}", f"above/class={saying.sort}/{kind}", f"above/own={saying.own}/{kind}", f"above/shape={setting.shape}/{joined}",
        f"above/ahead={setting.ahead}/{joined}/{kind}", f"above/ahead={setting.ahead}/{joined}/{verbs == 0}/{setting.under}",
    )  # fmt: skip


def _below(setting: Setting, saying: Saying, rivals: list[Saying]) -> tuple[str, ...]:
    head, types, kind = setting.head, setting.field.words.types, saying.kind
    comma = types[saying.cue - 1].raw in ("،", ",", "»", "”", '"')
    verbs = sum(types[p].verb for p in range(head.last, saying.cue))
    conjunction = types[saying.cue].best.before[:1] == ("و",)
    closes = saying.last >= setting.last - 4
    depth = setting.ancestors.get(saying.head, (-1, ""))[0]
    return (
        f"below/{kind}/comma={comma}", f"below/{kind}/rivals={min(len(rivals), 2)}", f"below/{kind}/verbs={min(verbs, 3)}", f"below/{kind}/and={conjunction}", f"below/{kind}/closes={closes}",
        f"below/{kind}/above={setting.own_before}", f"below/quoted={setting.quoted(saying)}/{kind}", f"below/{kind}/tree={depth >= 0}", f"below/{kind}/{setting.speech}", f"below/gap={min((saying.cue - head.first) // 5, 6)}/{kind}",
        f"below/class={saying.sort}/{kind}", f"below/own={saying.own}/{kind}", f"below/under={setting.under}/{kind}", f"below/lord={setting.lord}/{kind}", f"below/shape={setting.shape}/{kind}",
    )  # fmt: skip


def carried(setting: Setting, i: int, rank: int) -> tuple[str, ...]:
    """A voice of an earlier sentence, `rank` voices back."""
    saying, head, field = setting.sayings[i], setting.head, setting.field
    gap = head.sentence - saying.sentence
    lines = field.line_of[head.first] - field.line_of[saying.cue]
    ruled = "above" if setting.own_before else "below" if setting.own_after else "free"
    quoted = (
        setting.quotes[head.first] > 0
        and setting.quotes[head.first] == setting.quotes[field.words.sentences[saying.sentence][1] - 1]
    )
    near = f"{min(gap, 4)}/{min(rank, 2)}"
    return (
        f"carry/{ruled}/{near}", f"carry/lines={min(lines, 3)}/{min(gap, 3)}", f"carry/{ruled}/lines={min(lines, 2)}", f"carry/{ruled}/opening={setting.opening}", f"carry/share={saying.share}/{ruled}",
        f"carry/share={saying.share}/{rank}/{min(gap, 3)}", f"carry/quoted={quoted}/{ruled}", f"carry/shape={setting.shape}/{ruled}", f"carry/kind={saying.kind}/{min(gap, 3)}", f"carry/class={saying.sort}", f"carry/{setting.speech}/{setting.explicit}", f"carry/own={saying.own}", f"carry/lord={setting.lord}/{ruled}", f"carry/atline={lines > 0 and setting.first == field.lines[field.line_of[head.first]].first}/{ruled}",
    )  # fmt: skip

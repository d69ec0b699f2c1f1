"""The isnad: which saying carries an act. Sayings of its sentence and voices carried on compete."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.extract.claims.acts import Trigger
from isnad.extract.clauses.chunks import COMPLEMENTIZERS
from isnad.extract.field import FieldReading
from isnad.extract.speech.quotations import quote_depth
from isnad.extract.speech.sayings import Saying
from isnad.extract.speech.speaker_features import Setting, voice_parts
from isnad.extract.weights import THRESHOLD, Part, logistic, rate
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge

REACH = 4  # sentences over which a voice may carry on
CLOSE = 5  # words between a verb, an adjunct and what is said
SAID = frozenset(':«“"')
SILENT = frozenset(("act",))  # demands and threats lend their speaker to what follows, they say nothing themselves


class SpeakerOption(NamedTuple):
    """A saying offered as the voice of an act."""

    saying: int
    parts: tuple[Part, ...]


def speaker_options(
    field: FieldReading, trigger: Trigger, sayings: Sequence[Saying], quotes: Sequence[int]
) -> list[SpeakerOption]:
    """Sayings of the trigger's sentence, and the last voices before it."""
    sentence = field.heads[trigger.head].sentence
    here = [
        i
        for i, s in enumerate(sayings)
        if s.sentence == sentence and s.first >= 0 and s.head != trigger.head and s.kind not in SILENT
    ]
    near = [sayings[j] for j in here]
    here = [i for i in here if not _aside(field, sayings[i], near) and not _relays(sayings[i], near)]
    before = [i for i, s in enumerate(sayings) if 0 < sentence - s.sentence <= REACH and s.first >= 0 and s.kind not in SILENT]
    if not here and not before:
        return []
    setting = Setting(field, trigger, sayings, quotes, here, before)
    options = [SpeakerOption(i, voice_parts(setting, i, -1)) for i in here]
    options += [SpeakerOption(i, voice_parts(setting, i, rank)) for rank, i in enumerate(_voices(sayings, before))]
    return options


def _aside(field: FieldReading, saying: Saying, others: Sequence[Saying]) -> bool:
    """«قال الوزير، وفق ما نقلت وكالة X، إن …»: an adjunct before what another one says is no voice of its own."""
    if saying.kind not in ("adjunct", "outlet"):
        return False
    types = field.words.types
    return any(
        o.kind in ("verb", "noun")
        and o.own
        and saying.channel != (o.first, o.last)
        and o.cue < saying.cue
        and o.voice != saying.voice
        and max(o.end, o.last) <= saying.cue <= max(o.end, o.last) + CLOSE
        and not any(k.fold in COMPLEMENTIZERS or k.raw in SAID for k in types[max(o.end, o.last) : saying.cue])
        and any(k.fold in COMPLEMENTIZERS or k.raw in SAID for k in types[saying.last : saying.last + CLOSE])
        for o in others
    )


def _relays(saying: Saying, others: Sequence[Saying]) -> bool:
    """«ذكرت وكالة X نقلا عن مصادرها أن …»: the agency is the outer link of its sources."""
    return saying.kind == "verb" and any(
        o.kind == "adjunct" and o.channel == (saying.first, saying.last) and o.cue <= max(saying.end, saying.last) + CLOSE
        for o in others
    )


def _voices(sayings: Sequence[Saying], before: Sequence[int]) -> list[int]:
    """The nearest saying of each of the last two voices, nearest first."""
    held: dict[int, int] = {}
    for i in reversed(before):
        held.setdefault(sayings[i].voice, i)
    return list(held.values())[:2]


def choose_speaker(options: Sequence[SpeakerOption], knowledge: Knowledge) -> tuple[int, float]:
    """The saying that carries the act, or -1, with its probability."""
    weights = knowledge.weights.get("speaker", {})
    best, top = -1, THRESHOLD["speaker"]
    for option in options:
        p = logistic(rate("speaker", weights, option.parts))
        if p >= top:
            best, top = option.saying, p
    return best, top


def speaker_words(field: FieldReading, first: int, last: int) -> tuple[int, int]:
    """Offsets of a speaker's words, proclitics cut off; «للجيش» stays whole, for its article is inside."""
    kind = field.words.types[first]
    cut = kind.stem_start(0) if kind.splits and kind.best.before[-2:] != ("ل", "ال") else 0
    return field.words.starts[first] + cut, field.words.ends[last - 1]


def speaker_name(field: FieldReading, saying: Saying) -> str:
    """The name of a speaker as it would stand alone: the party's own where it is nothing but a party, «للجيش» as «الجيش»."""
    actor = saying.actor
    start, end = speaker_words(field, saying.first, saying.last)
    text = field.words.text[start:end]
    if (
        actor is not None
        and actor.first == saying.first
        and actor.last >= saying.last
        and actor.table != "kind"
        and actor.name not in text
    ):
        return actor.name
    at = text.find("لل") if field.words.types[saying.first].best.before[-2:] == ("ل", "ال") else -1
    return "ال" + text[at + 2 :] if 0 <= at <= 1 else text


def same_voice(a: str, b: str) -> bool:
    """Whether two speakers' words are the same but for spelling and article."""
    return fold(a).replace("ال", "") == fold(b).replace("ال", "")


__all__ = ["SpeakerOption", "choose_speaker", "quote_depth", "same_voice", "speaker_name", "speaker_options", "speaker_words"]

"""Sayings: a reporting cue with the words of its speaker. They are proposed here and tied to acts in speakers.py.

A cue is a reporting verb, its participle («مشيراً إلى»), a noun («جاء في بيان ل»), an adjunct («بحسب»), a name before a
colon, or a verb of demand or accusation, which tells nothing of itself but whose subject may be quoted further on.
"""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from isnad.extract.clauses.chunks import COMPLEMENTIZERS, RELATIVES
from isnad.extract.clauses.heads import Head
from isnad.extract.clauses.phrases import is_nominal
from isnad.extract.field import FieldReading
from isnad.extract.parties.actors import ActorMention
from isnad.extract.speech.chains import carry_speakers, relay
from isnad.extract.speech.cues import adjunct_speaker, closes, describes, noun_speaker, only_looks, outlet_told, told_by, unsaid
from isnad.extract.speech.quotations import colon_speakers, opening_verbs, says_on
from isnad.extract.speech.speaker_phrases import foreign, speaker_end
from isnad.extract.speech.speech import Speech
from isnad.extract.speech.subjects import NOWHERE, Spoken, after_from, channel_after, is_outlet, subject_of, sure
from isnad.knowledge.load import Knowledge
from isnad.knowledge.speaker_words import IMPERSONAL, LOOKS, MEASURES, TAILS
from isnad.records import Stance

SPEECH_ACTS = frozenset(("demand", "accuse", "threaten", "reject", "offer", "support"))
TAIL = re.compile("|".join(sorted(TAILS)))
ACCUSES = frozenset(("v:اتهم", "v:حمّل"))
SHOWS = frozenset(("v:أشار", "v:أكّد", "v:كشف", "v:أوضح"))  # things do so too: «تشير الأوضاع إلى …»
RECORDS = frozenset(("v:سجّل", "v:رصد", "v:وثّق", "v:أحصى", "v:تحقّق", "v:تبنّى"))  # say something only where who records is named


class Saying(NamedTuple):
    """The cue at words [cue, end) says, with row `row` of the reporting table (-1: none); the speaker stands at words [first, last), or nowhere (-1)."""

    head: int  # -1 where the cue heads no clause
    row: int
    kind: str  # verb | part | adjunct | noun | colon | tail | accuse | act
    stance: Stance
    first: int
    last: int
    actor: ActorMention | None
    channel: tuple[int, int] = NOWHERE  # the outer link of «نقلت X عن Y»
    cue: int = 0
    end: int = 0
    sentence: int = 0
    own: bool = True  # the speaker's words belong to this cue, not to one before it
    voice: int = -1  # index of the first saying of the same speaker
    sort: str = ""  # of the speaker: media | person | text | body | what the party is | words
    share: str = ""  # of the report's talk: one | most | some


def find_sayings(field: FieldReading, knowledge: Knowledge) -> list[Saying]:
    """Every reporting cue of the field with its speaker, in order; a cue without one takes that of a cue before."""
    speech = Speech(field, knowledge)
    found = [s for at, head in enumerate(field.heads) if (head.says >= 0 or head.verb) and (s := _saying(speech, at, head))]
    found.extend(_tails(speech))
    found.extend(_colons(speech))
    found.extend(_told(speech))
    found.extend(_unlisted(speech))
    found.sort(key=lambda s: (s.cue, s.kind))
    return carry_speakers(speech, relay(speech, _without_inner(found)))


def _saying(speech: Speech, at: int, head: Head) -> Saying | None:
    first, last = speech.words.sentences[head.sentence]
    if head.says < 0:
        return _act(speech, at, head)
    row = speech.knowledge.reporting[head.says]
    kind, stance = str(row.get("kind", "verb")), cast(Stance, row.get("stance", "says"))
    if kind == "verb" and head.tense == "noun":
        return None
    relaying = speech.types[head.first].best.stem == "نقلا"  # «نقلاً عن», no dual verb
    if (kind == "verb" or head.verb) and not relaying:
        return _verb(speech, at, head, stance, "channel" in row)
    if relaying:
        kind = "adjunct"
    if kind == "adjunct" and speech.types[head.first].fold == "كما" and head.first == first:
        kind = "verb"
    if kind == "adjunct" and speech.types[head.first].fold == "كما" and _says_further(speech, head, last):
        kind = "verb"
    if kind == "adjunct" and (outlet := outlet_told(speech, head, last)) != NOWHERE:
        return _made(speech, at, head.says, "outlet", stance, Spoken(outlet), head)
    spoken = noun_speaker(speech, head, last) if kind == "noun" else adjunct_speaker(speech, head, last)
    return _made(speech, at, head.says, kind, stance, spoken, head) if spoken else None


def _says_further(speech: Speech, head: Head, last: int) -> bool:
    """«…، كما قال الوزير إن …»: what he says comes after him, not before."""
    spoken = adjunct_speaker(speech, head, last)
    at = spoken.span[1] if spoken else head.last
    return any(kind.fold in COMPLEMENTIZERS or kind.raw == ":" for kind in speech.types[at : min(at + 3, last)])


def _act(speech: Speech, at: int, head: Head) -> Saying | None:
    """The accuser speaks for what somebody is accused of; who demands or threatens may go on speaking after it."""
    if not head.verb or not head.acts or head.acts[0][0] not in SPEECH_ACTS:
        return None
    spoken = subject_of(speech, head, *speech.words.sentences[head.sentence])
    relative = (
        spoken.span[0] > head.first
        and head.first
        and is_nominal(speech.types[head.first - 1])
        and not speech.types[head.first].best.before
    )
    goes_on = head.first > speech.words.sentences[head.sentence][0] and speech.types[head.first].best.before[:1] == ("و",)
    if head.key in ACCUSES and goes_on and spoken.span[0] > head.first and _is_accused(speech, spoken.span[1]):
        return _made(speech, at, -1, "accuse", "says", Spoken(NOWHERE), head)
    known = spoken.span[0] >= 0 and (sure(speech, spoken.span) or foreign(speech, spoken.span[0])) and not relative
    return _made(speech, at, -1, "accuse" if head.acts[0][0] == "accuse" else "act", "says", spoken, head) if known else None


def _is_accused(speech: Speech, at: int) -> bool:
    """«وتتهم حركة حماس بالسعي …»: what follows «ب» or a relative clause is whom somebody accuses."""
    kind = speech.types[at] if at < len(speech.types) else None
    return kind is not None and (kind.best.before[:1] == ("ب",) or kind.fold in RELATIVES)


def _verb(speech: Speech, at: int, head: Head, stance: Stance, relays: bool) -> Saying | None:
    first, last = speech.words.sentences[head.sentence]
    if head.tense == "part":
        if (
            speech.types[head.first].fold in LOOKS
            or describes(speech, head, last)
            or (head.first and speech.types[head.first - 1].fold in ("غير", "غيره"))
        ):
            return None
        return _made(speech, at, head.says, "part", stance, Spoken(NOWHERE, channel_after(speech, head.last, last)), head)
    kind = speech.types[head.first]
    if only_looks(speech, head) or "ُ" in kind.raw[1:3] or (stance not in ("denies", "doubts") and unsaid(speech, head)):
        return None
    spoken = subject_of(speech, head, first, last)
    if head.form and head.form.person == 1:
        spoken = Spoken(NOWHERE)
    if kind.fold in IMPERSONAL and spoken.span[0] < head.first:
        return None
    if (
        head.key in RECORDS
        or (head.first and speech.types[head.first - 1].fold == "كما" and head.tense == "pres")
        or (head.key == "v:اعتبر" and head.tense == "pres")
        or (head.key in SHOWS and head.tense == "pres" and not says_on(speech, max(spoken.span[1], head.last), last))
    ) and not sure(speech, spoken.span):
        return None
    if relays or head.key == "v:نقل":
        to = "الي" if head.key == "v:نسب" else "عن"
        if to == "الي" and spoken.span[0] > head.first:
            spoken = Spoken(speech.upto(spoken.span, to), spoken.channel)
        mouth = after_from(speech, max(spoken.span[1], head.last), last, to)
        if mouth != NOWHERE:
            return _made(speech, at, head.says, "verb", stance, Spoken(mouth, spoken.span), head)
        if not sure(speech, spoken.span) or not is_outlet(speech, spoken.span[0]):
            return None
    before = speech.types[head.first - 1].fold if head.first > first else ""
    aside = (
        before in ("كما", "حسبما", "مثلما", "ما")
        and head.first - first > 2
        and spoken.span[0] > head.first
        and closes(speech, spoken.span[1], last)
    )
    return _made(speech, at, head.says, "adjunct" if aside else "verb", stance, spoken, head)


def _made(speech: Speech, at: int, row: int, kind: str, stance: Stance, spoken: Spoken, head: Head) -> Saying:
    return Saying(
        at,
        row,
        kind,
        stance,
        *spoken.span,
        named(speech, spoken.span),
        spoken.channel,
        head.first,
        head.last,
        head.sentence,
        spoken.span[0] >= 0,
    )


def named(speech: Speech, span: tuple[int, int]) -> ActorMention | None:
    """The party that a speaker's words name first."""
    return next((m for at in range(*span) if (m := speech.actors.get(at))), None) if span[0] >= 0 else None


def _tails(speech: Speech) -> list[Saying]:
    """«على حد قوله», «حسب تعبيرها», «… قوله إن»: the pronoun takes the speaker before it."""
    found = []
    for match in TAIL.finditer(speech.words.text):
        at = speech.word_at(match.start())
        kind = speech.types[at]
        if at and kind.best.after and kind.best.stem in TAILS:
            sort = "tail" if speech.types[at - 1].fold in MEASURES else "noun"
            stance: Stance = "claims" if kind.best.stem == "زعم" else "says"
            found.append(Saying(-1, -1, sort, stance, -1, -1, None, NOWHERE, at, at + 1, speech.field.sentence_of[at], False))
    return found


def _colons(speech: Speech) -> list[Saying]:
    return [
        Saying(
            -1,
            -1,
            "colon",
            "says",
            first,
            last,
            named(speech, (first, last)),
            NOWHERE,
            last,
            last + 1,
            speech.field.sentence_of[first],
        )
        for first, last in colon_speakers(speech)
    ]


def _told(speech: Speech) -> list[Saying]:
    """«اتهامات وجهها الوزير»: what follows is his."""
    sentence_of = speech.field.sentence_of
    return [
        Saying(-1, -1, "accuse", "says", *span, named(speech, span), NOWHERE, at, end, sentence_of[at])
        for at, end, span in told_by(speech)
    ]


def _unlisted(speech: Speech) -> list[Saying]:
    """A verb of no list that opens a sentence, with a sure speaker and then «أن» or a quotation: «وبيّن المصدر أن …», «وردّ X: …»."""
    found = []
    for sentence, cue in opening_verbs(speech):
        if speech.types[cue + 1].fold in COMPLEMENTIZERS:
            found.append(Saying(-1, -1, "verb", "says", *NOWHERE, None, NOWHERE, cue, cue + 1, sentence, False))
            continue
        end = speaker_end(speech, cue + 1, speech.words.sentences[sentence][1])
        if says_on(speech, end, speech.words.sentences[sentence][1]):
            span = (cue + 1, end)
            found.append(
                Saying(
                    -1,
                    -1,
                    "verb",
                    "says",
                    *span,
                    named(speech, span),
                    channel_after(speech, end, speech.words.sentences[sentence][1]),
                    cue,
                    cue + 1,
                    sentence,
                )
            )
    return found


def _without_inner(found: list[Saying]) -> list[Saying]:
    """A cue inside the words of another's speaker is no saying of its own («وأضاف البيان»); of two at one word the first stays."""
    kept: list[Saying] = []
    for n, saying in enumerate(found):
        near = (*found[max(0, n - 3) : n], *found[n + 1 : n + 3])
        if not (kept and kept[-1].cue == saying.cue) and not any(
            _holds(o, saying) for o in near if o.sentence == saying.sentence
        ):
            kept.append(saying)
    return kept


def _holds(other: Saying, saying: Saying) -> bool:
    at = saying.cue
    if other.cue < at < other.end or other.channel[0] <= at < other.channel[1]:
        return True
    if not other.own:
        return False
    within = other.first <= at < other.last and (other.first, other.last) != (saying.first, saying.last)
    return within or (other.kind in ("adjunct", "outlet") and other.cue < at < other.first)

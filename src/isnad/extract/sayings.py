"""Sayings: a reporting cue with the words of its speaker. They are proposed here and tied to acts in speakers.py.

A cue is a reporting verb, its participle («مشيراً إلى»), a noun («جاء في بيان ل»), an adjunct («بحسب»), a name before a
colon, or a verb of demand or accusation, which tells nothing of itself but whose subject may be quoted further on.
"""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.actors import ActorMention
from isnad.extract.chains import carry_speakers, relay
from isnad.extract.field import FieldReading
from isnad.extract.heads import Head
from isnad.extract.phrases import is_nominal
from isnad.extract.quotations import colon_speakers, opening_verbs, says_on
from isnad.extract.speaker_phrases import SELF, may_begin, noun_of, speaker_end, speaks
from isnad.extract.speech import Speech
from isnad.extract.subjects import NOWHERE, Spoken, after_from, channel_after, subject_of, sure
from isnad.knowledge.load import Knowledge

SPEECH_ACTS = frozenset(("demand", "accuse", "threaten", "reject", "offer", "support"))
IMPERSONAL = frozenset(["يذكر", "ويذكر", "يشار", "ويشار", "يعتقد", "ويعتقد", "يقال", "ويقال", "يرجح", "ويرجح", "يتوقع", "ويتوقع"])
RECORDS = frozenset(("v:سجّل", "v:رصد", "v:وثّق", "v:أحصى"))  # say something only where who records is named
TAILS = frozenset(["قول", "تعبير", "وصف", "زعم", "اعتقاد"])
MEASURES = frozenset(["حد", "حسب", "بحسب", "وفق"])


class Saying(NamedTuple):
    """The cue at words [cue, end) says, with row `row` of the reporting table (-1: none); the speaker stands at words [first, last), or nowhere (-1)."""

    head: int  # -1 where the cue heads no clause
    row: int
    kind: str  # verb | part | adjunct | noun | colon | tail | accuse | act
    stance: str
    first: int
    last: int
    actor: ActorMention | None
    channel: tuple[int, int] = NOWHERE  # the outer link of «نقلت X عن Y»
    cue: int = 0
    end: int = 0
    sentence: int = 0
    own: bool = True  # the speaker's words belong to this cue, not to one before it
    voice: int = -1  # index of the first saying of the same speaker


def find_sayings(field: FieldReading, knowledge: Knowledge) -> list[Saying]:
    """Every reporting cue of the field with its speaker, in order; a cue without one takes that of a cue before."""
    speech = Speech(field, knowledge)
    found = [s for at, head in enumerate(field.heads) if (s := _saying(speech, at, head))]
    found.extend(_tails(speech))
    found.extend(_colons(speech))
    found.extend(_unlisted(speech))
    found.sort(key=lambda s: (s.cue, s.kind))
    return carry_speakers(speech, relay(speech, _without_inner(found)))


def _saying(speech: Speech, at: int, head: Head) -> Saying | None:
    _first, last = speech.words.sentences[head.sentence]
    if head.says < 0:
        return _act(speech, at, head)
    row = speech.knowledge.reporting[head.says]
    kind, stance = str(row.get("kind", "verb")), str(row.get("stance", "says"))
    if kind == "verb" and head.tense == "noun":
        return None
    if kind == "verb" or head.verb:
        return _verb(speech, at, head, stance, "channel" in row)
    if kind == "adjunct" and (outlet := _to_outlet(speech, head, last)) != NOWHERE:
        return _made(speech, at, head.says, "outlet", stance, Spoken(outlet), head)
    spoken = _noun(speech, head, last) if kind == "noun" else _adjunct(speech, head, last)
    return _made(speech, at, head.says, kind, stance, spoken, head) if spoken else None


def _act(speech: Speech, at: int, head: Head) -> Saying | None:
    """The accuser speaks for what somebody is accused of; who demands or threatens may go on speaking after it."""
    if not head.verb or not head.acts or head.acts[0][0] not in SPEECH_ACTS:
        return None
    spoken = subject_of(speech, head, *speech.words.sentences[head.sentence])
    relative = spoken.span[0] > head.first and head.first and is_nominal(speech.types[head.first - 1]) and not speech.types[head.first].best.before
    known = sure(speech, spoken.span) and not relative
    return _made(speech, at, -1, "accuse" if head.acts[0][0] == "accuse" else "act", "says", spoken, head) if known else None


def _verb(speech: Speech, at: int, head: Head, stance: str, relays: bool) -> Saying | None:
    first, last = speech.words.sentences[head.sentence]
    if head.tense == "part":
        return _made(speech, at, head.says, "part", stance, Spoken(NOWHERE, channel_after(speech, head.last, last)), head)
    if head.form and all(f.key != head.form.key for f in speech.types[head.first].best.forms):
        return None
    if (head.form and head.form.person == 2) or "ُ" in speech.types[head.first].raw[1:3]:
        return None
    spoken = subject_of(speech, head, first, last)
    if (speech.types[head.first].fold in IMPERSONAL or head.key in RECORDS) and not sure(speech, spoken.span):
        return None
    if relays or speech.types[head.first].best.stem.endswith("نقل"):
        mouth = after_from(speech, max(spoken.span[1], head.last), last)
        if mouth != NOWHERE:
            return _made(speech, at, head.says, "verb", stance, Spoken(mouth, spoken.span), head)
        if not sure(speech, spoken.span):
            return None
    before = speech.types[head.first - 1].fold if head.first > first else ""
    aside = before in ("كما", "حسبما", "مثلما", "ما") and head.first - first > 2 and spoken.span[0] > head.first and _closes(speech, spoken.span[1], last)
    return _made(speech, at, head.says, "adjunct" if aside else "verb", stance, spoken, head)


def _closes(speech: Speech, at: int, last: int) -> bool:
    """Whether a sentence ends, or pauses, where a speaker's words end: nothing is said after them."""
    return at >= last - 1 or (speech.types[at].kind == "punct" and speech.types[at].raw not in (":", "«", '"'))


def _noun(speech: Speech, head: Head, last: int) -> Spoken | None:
    """«بيان للجيش», «تقرير لصحيفة X», «إعلان الجيش»; a text with nobody named speaks itself («أنباء عن»)."""
    types = speech.types
    at = head.last
    if at < last and types[at].best.stem in ("صادر", "صادره", "صدر", "نشره", "منشور", "رسمي", "صحفي", "صحافي"):
        at += 1
    if at < last and types[at].fold == "عن" and at + 1 < last and types[head.first].best.stem not in ("انباء", "معلومات", "تقارير", "اعلان", "كشف"):
        at += 1
    if at < last and (types[at].best.before[:1] == ("ل",) or may_begin(speech, at)) and (at in speech.actors or speaks(types[at])):
        return Spoken((at, speaker_end(speech, at, last)))
    told = next((p for p in range(at, min(at + 5, last)) if p in speech.actors and types[p].best.before[:1] == ("ل",)), -1)
    if told >= 0 and types[head.first].fold in ("جاء", "وجاء"):
        return Spoken((told, speaker_end(speech, told, last)))
    if head.first and types[head.first - 1].fold in ("في", "خلال", "عبر", "من", "علي"):
        return None
    text = next((p for p in range(head.first, head.last) if noun_of(types[p]) in SELF), -1)
    if text < 0:
        return None
    return Spoken((text, max(text + 1, speaker_end(speech, text, last))))


def _adjunct(speech: Speech, head: Head, last: int) -> Spoken | None:
    """«بحسب X», «وفق ما أعلن X», «كما ذكر X»; «في تصريح ل X» names an outlet, no speaker."""
    types = speech.types
    at, words = head.last, [types[p].fold for p in range(head.first, head.last)]
    if words[0] == "في" and len(words) > 1 and words[1].startswith(("تصريح", "حديث", "مقابل", "اتصال", "لقاء", "موتمر", "كلمه", "تغريد", "منشور")):
        return None
    if words[0].startswith("ب") and not words[0].startswith("بحسب"):
        return None
    while at < last and at - head.last < 2 and (types[at].verb or types[at].fold in ("ما", "به", "ايضا", "ا")) and at not in speech.actors:
        at += 1
    if at < last and types[at].best.before[:1] == ("ل",) and types[at].kind == "word":
        return Spoken((at, speaker_end(speech, at, last))) if at in speech.actors or speaks(types[at]) else None
    if at < last and may_begin(speech, at) and (at in speech.actors or speaks(types[at]) or at in speech.places):
        end = speaker_end(speech, at, last)
        return Spoken((at, end), channel_after(speech, end, last))
    made = next((p for p in range(at, min(at + 6, last)) if types[p].kind == "punct" or (p > at + 1 and may_begin(speech, p) and sure(speech, (p, p + 1)) and types[p - 1].best.after)), last)
    if made < min(at + 6, last) and types[made].kind != "punct" and types[at].kind == "word" and not types[at].best.after:
        return Spoken((made, speaker_end(speech, made, last)))
    return None


def _to_outlet(speech: Speech, head: Head, last: int) -> tuple[int, int]:
    """«في مقابلة أجراها مع موقع X», «في تصريح لقناة X»: the outlet that was told."""
    types = speech.types
    if types[head.first].fold != "في" or head.first + 1 >= head.last or not types[head.first + 1].fold.startswith(("تصريح", "حديث", "مقابل", "اتصال", "لقاء")):
        return NOWHERE
    return channel_after(speech, head.first + 2, last, True)


def _made(speech: Speech, at: int, row: int, kind: str, stance: str, spoken: Spoken, head: Head) -> Saying:
    return Saying(at, row, kind, stance, *spoken.span, named(speech, spoken.span), spoken.channel, head.first, head.last, head.sentence, spoken.span[0] >= 0)


def named(speech: Speech, span: tuple[int, int]) -> ActorMention | None:
    """The party that a speaker's words name first."""
    return next((m for at in range(*span) if (m := speech.actors.get(at))), None) if span[0] >= 0 else None


def _tails(speech: Speech) -> list[Saying]:
    """«على حد قوله», «حسب تعبيرها», «… قوله إن»: the pronoun takes the speaker before it."""
    found = []
    for at, kind in enumerate(speech.types):
        if kind.best.after and kind.best.stem in TAILS and at:
            sort = "tail" if speech.types[at - 1].fold in MEASURES else "noun"
            stance = "claims" if kind.best.stem == "زعم" else "says"
            found.append(Saying(-1, -1, sort, stance, -1, -1, None, NOWHERE, at, at + 1, speech.field.sentence_of[at], False))
    return found


def _colons(speech: Speech) -> list[Saying]:
    return [Saying(-1, -1, "colon", "says", first, last, named(speech, (first, last)), NOWHERE, last, last + 1, speech.field.sentence_of[first]) for first, last in colon_speakers(speech)]


def _unlisted(speech: Speech) -> list[Saying]:
    """A verb of no list that opens a sentence, with a sure speaker and then «أن» or a quotation: «وبيّن المصدر أن …», «وردّ X: …»."""
    found = []
    for sentence, cue in opening_verbs(speech):
        end = speaker_end(speech, cue + 1, speech.words.sentences[sentence][1])
        if says_on(speech, end, speech.words.sentences[sentence][1]):
            span = (cue + 1, end)
            found.append(Saying(-1, -1, "verb", "says", *span, named(speech, span), channel_after(speech, end, speech.words.sentences[sentence][1]), cue, cue + 1, sentence))
    return found


def _without_inner(found: list[Saying]) -> list[Saying]:
    """A cue inside the words of another's speaker is no saying of its own («وأضاف البيان»); of two at one word the first stays."""
    kept: list[Saying] = []
    for saying in found:
        inner = any(o is not saying and _holds(o, saying) for o in found)
        if not inner and not (kept and kept[-1].cue == saying.cue):
            kept.append(saying)
    return kept


def _holds(other: Saying, saying: Saying) -> bool:
    at = saying.cue
    if other.cue < at < other.end or other.channel[0] <= at < other.channel[1]:
        return True
    return other.own and ((other.first <= at < other.last and (other.first, other.last) != (saying.first, saying.last)) or (other.kind in ("adjunct", "outlet") and other.cue < at < other.first))

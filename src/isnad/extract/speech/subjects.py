"""The subject of a reporting verb: after it («قال X»), before it («X قال»), and the outlet it spoke to («لوكالة Y»)."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.clauses.chunks import COMPLEMENTIZERS, RELATIVES, SUBORDINATORS
from isnad.extract.clauses.heads import Head
from isnad.extract.clauses.phrases import CLOSE_QUOTES, DAY_WORDS, OPEN_QUOTES, phrase_end
from isnad.extract.speech.speaker_phrases import may_begin, speaker_end, speaks
from isnad.extract.speech.speech import Speech, article
from isnad.knowledge.speaker_words import ASIDE, FRONTS, MEDIA, POINTING

NOWHERE = (-1, -1)
FAR = 14
TAKES_ON = frozenset(("v:أكّد", "v:شدّد", "v:علّق", "v:ردّ", "v:أصرّ"))  # «شدد على»: no name «علي»
TELLS = frozenset(("v:أخبر", "v:أبلغ"))  # take whom they tell as their object: «المحقق أخبر الصحيفة أن …»


class Spoken(NamedTuple):
    """Words [first, last) of a speaker, and of the outlet spoken to."""

    span: tuple[int, int]
    channel: tuple[int, int] = NOWHERE


def subject_of(speech: Speech, head: Head, first: int, last: int) -> Spoken:
    """The subject of a verb with its channel: a party, person or body after it, else the topic before it, else a bare name after it."""
    after, channel = _after(speech, head, last)
    before = _before(speech, head, first)
    told = head.key in TELLS and before != NOWHERE
    span = before if told or not (sure(speech, after) or after[0] in speech.places or before == NOWHERE) else after
    if channel == NOWHERE and 0 <= span[0] < head.first:
        channel = channel_after(speech, span[1], head.first)
    if channel == NOWHERE:
        channel = channel_after(speech, max(span[1], head.last), last)
    return Spoken(span, channel)


def sure(speech: Speech, span: tuple[int, int]) -> bool:
    """Whether a span is a party or someone or something that speaks by trade, not just an unknown noun."""
    return span[0] >= 0 and (span[0] in speech.actors or speaks(speech.types[span[0]]))


def _after(speech: Speech, head: Head, last: int) -> tuple[tuple[int, int], tuple[int, int]]:
    at, channel, types, strict = head.last, NOWHERE, speech.types, False
    limit = min(last, head.last + FAR)
    while at < limit:
        kind = types[at]
        if kind.raw == "علي" and at + 1 < limit and head.key not in TAKES_ON and _name_after(speech, at + 1):
            return (at, max(at + 2, speaker_end(speech, at + 1, last))), channel_after(speech, at + 2, last)
        if (
            kind.raw in ("،", ",", "-", "–", "(", ")")
            or kind.fold in DAY_WORDS
            or kind.fold in ASIDE
            or kind.fold in POINTING
            or kind.kind == "number"
        ):
            at += 1
        elif kind.best.stem in FRONTS and at + 1 < limit:
            at, strict = max(phrase_end(speech.words, at + 1, limit), at + 2), True
        elif kind.best.before[:1] == ("ل",) and kind.kind == "word" and kind.fold not in ("لكن", "لم", "لن"):
            end = speaker_end(speech, at, limit)
            channel = (at, end) if is_outlet(speech, at) else channel
            at = max(end, at + 1)
        else:
            break
    opened = at < limit and types[at].raw in OPEN_QUOTES
    begin = at + 1 if opened else at
    if (
        begin < limit
        and may_begin(speech, begin)
        and (begin in speech.actors or (not opened and (not strict or speaks(types[begin]))))
    ):
        if types[begin].best.before[:1] in (("و",), ("ف",)) or (
            begin > head.last and types[begin - 1].raw in ("،", ",") and begin - 1 == head.last
        ):
            return NOWHERE, channel
        return (begin, speaker_end(speech, begin, last)), channel
    return NOWHERE, channel


def _name_after(speech: Speech, at: int) -> bool:
    """Whether a word may be the second half of a name: no party, no preposition, nothing known to be said."""
    kind = speech.types[at]
    return kind.kind == "word" and not kind.verb and not kind.best.after and may_begin(speech, at) and not speaks(kind)


def is_outlet(speech: Speech, at: int) -> bool:
    """Whether an outlet is named at a word."""
    actor = speech.actors.get(at)
    return speech.types[at].best.stem in MEDIA or (actor is not None and speech.media(actor))


def channel_after(speech: Speech, at: int, last: int, over_verbs: bool = False) -> tuple[int, int]:
    """«لوكالة X», «في تصريح لقناة X», «في حديث مع صحيفة X» in the six words after a speaker or a cue."""
    for place in range(at, min(at + 7, last)):
        kind = speech.types[place]
        if kind.fold in COMPLEMENTIZERS or kind.raw in (":", ".") or (kind.verb and not over_verbs):
            break
        to = (
            kind.best.before[:1] == ("ل",)
            or (place > at and speech.types[place - 1].fold == "ل")
            or (place > at and speech.types[place - 1].fold in ("مع", "الي", "عبر"))
            or (place > at + 1 and speech.types[place - 1].raw in OPEN_QUOTES and speech.types[place - 2].fold == "ل")
        )
        if to and is_outlet(speech, place):
            return place, speaker_end(speech, place, last)
        if to and kind.kind == "latin":
            return place, place + 1
        if place > at and kind.raw in OPEN_QUOTES and speech.types[place - 1].fold == "ل" and place <= at + 2:
            close = next((p for p in range(place + 2, min(place + 5, last)) if speech.types[p].raw in CLOSE_QUOTES), -1)
            party = speech.actors.get(place + 1)
            if close > 0 and (party is None or speech.media(party)):  # «لـ«الوادي»»: whoever is told in quotes is an outlet
                return place + 1, close
    return NOWHERE


def _before(speech: Speech, head: Head, first: int) -> tuple[int, int]:
    """The topic before a verb, in its clause: «المتحدث باسم الجيش أعلن», «وكان الرئيس قد أعلن»."""
    types = speech.types
    if types[head.first].best.before[:1] in (("و",), ("ف",)):
        return NOWHERE
    start = head.first
    while start > first and head.first - start < 2 * FAR and not _border(speech, start - 1):
        start -= 1
    close = speech.over(head.first - 1) if head.first > start else None
    if close is not None and close.last == head.first and close.first >= start and _free(speech, close.first, first):
        return close.first, close.last
    at = start
    while at < head.first:
        kind = types[at]
        if kind.best.stem in FRONTS or kind.best.before[-1:] in (("ب",), ("ل",), ("ك",)):
            at = (
                max(phrase_end(speech.words, at + 1, head.first), at + 1)
                if kind.best.stem in FRONTS
                else phrase_end(speech.words, at, head.first)
            )
        elif (
            kind.fold not in ASIDE
            and may_begin(speech, at)
            and (at in speech.actors or speaks(kind) or (at in speech.places and at == start))
        ):
            end = speaker_end(speech, at, head.first)
            if (
                article(speech.types[at]) is False
                and at > start
                and speech.types[at - 1].kind == "word"
                and at - 1 >= start
                and speech.types[at - 1].fold not in ASIDE
                and not speaks(kind)
            ):
                at = end
                continue
            return (at, end) if _reaches(speech, end, head.first) else NOWHERE
        else:
            at += 1
    return _with_relative(speech, first, head.first)


def _free(speech: Speech, at: int, first: int) -> bool:
    """Whether a party stands by itself: under no preposition, after no title or body that it belongs to."""
    kind = speech.types[at]
    if any(b in "بلك" for b in kind.best.before):
        return False
    before = speech.types[at - 1] if at > first else None
    return before is None or (before.kind == "punct" and before.raw not in ("،", ",", "»", '"', ")"))


def _with_relative(speech: Speech, first: int, verb: int) -> tuple[int, int]:
    """«الجماعة التي كانت قد … أعلنت»: the topic of the sentence before its relative clause."""
    first += speech.types[first].fold in ("لكن", "غير", "كما", "وكان", "وكانت")
    if verb - first > 2 and may_begin(speech, first) and sure(speech, (first, first + 1)):
        end = speaker_end(speech, first, verb)
        if end < verb - 1 and speech.types[end].fold in RELATIVES:
            return first, end
    return NOWHERE


def _border(speech: Speech, at: int) -> bool:
    kind = speech.types[at]
    if kind.raw in ("«", "»", "“", "”"):
        return (
            not any(speech.types[p].raw in ("«", "“") for p in range(max(0, at - 5), at + 1))
            if kind.raw in ("»", "”")
            else not any(speech.types[p].raw in ("»", "”") for p in range(at, min(at + 6, len(speech.types))))
        )
    return (
        kind.raw in (":", "؛", ";")
        or kind.fold in COMPLEMENTIZERS
        or kind.fold in RELATIVES
        or (kind.fold in SUBORDINATORS and kind.fold not in ("كما", "فيما"))
        or (kind.verb and speech.over(at) is None)
    )


def _reaches(speech: Speech, end: int, verb: int) -> bool:
    """Nothing but adjuncts and commas between a topic and its verb: no further bare noun phrase."""
    bare = (p for p in range(end, verb) if speech.tells(p) and not article(speech.types[p]) and not speech.types[p].best.before)
    return verb - end <= 2 * FAR and not any(speech.types[p - 1].kind == "punct" for p in bare)


def after_from(speech: Speech, at: int, last: int, preposition: str = "عن") -> tuple[int, int]:
    """The mouth of «نقلت X عن Y», «نسبت X إلى Y»: the speaker's phrase after the preposition within twelve words."""
    for place in range(at, min(at + 12, last)):
        kind = speech.types[place]
        if kind.fold in COMPLEMENTIZERS or (kind.verb and speech.over(place) is None):
            break
        if kind.fold == preposition and place + 1 < last:
            begin = place + 1 + (speech.types[place + 1].raw in OPEN_QUOTES)
            if begin < last and may_begin(speech, begin):
                return begin, speaker_end(speech, begin, last)
    return NOWHERE

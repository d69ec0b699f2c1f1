"""Who goes on speaking: cues without a speaker take that of a cue before, and short names stand for the long ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from isnad.extract.clauses.chunks import COMPLEMENTIZERS
from isnad.extract.clauses.phrases import is_nominal
from isnad.extract.speech.speaker_phrases import noun_of
from isnad.extract.speech.speech import Speech, article
from isnad.knowledge.speaker_words import BODIES, MEDIA, PERSONS, TEXTS

if TYPE_CHECKING:
    from isnad.extract.speech.sayings import Saying

MOST = 0.6
SORTS = (("media", MEDIA), ("text", TEXTS), ("person", PERSONS), ("body", BODIES))
SPOKEN = ("verb", "noun", "colon", "act", "accuse", "adjunct")


def carry_speakers(speech: Speech, sayings: list[Saying]) -> list[Saying]:
    """Every saying with a speaker where one can be told, and with the number of its voice."""
    done: list[Saying] = []
    for saying in sayings:
        if saying.first < 0:
            saying = _lent(speech, saying, done)
        voice = _voice(speech, saying, done) if saying.first >= 0 else -1
        done.append(
            saying._replace(voice=voice if voice >= 0 else len(done), sort=_sort(speech, saying) if saying.first >= 0 else "")
        )
    talk = Counter(s.voice for s in done if s.first >= 0)
    total = talk.total()
    return _relayed_on(
        s._replace(share="one" if len(talk) == 1 < total else "most" if total > 2 and talk[s.voice] / total >= MOST else "some")
        for s in done
    )


def _relayed_on(sayings: Iterable[Saying]) -> list[Saying]:
    """Who relays a voice once goes on relaying it."""
    told: dict[int, tuple[int, int]] = {}
    done = []
    for saying in sayings:
        if saying.channel[0] >= 0:
            told.setdefault(saying.voice, saying.channel)
        done.append(saying._replace(channel=told.get(saying.voice, saying.channel)) if saying.channel[0] < 0 else saying)
    return done


def _sort(speech: Speech, saying: Saying) -> str:
    stem = noun_of(speech.types[saying.first])
    return next((name for name, stems in SORTS if stem in stems), saying.actor.kind if saying.actor else "words")


def relay(speech: Speech, sayings: list[Saying]) -> list[Saying]:
    """«قال الوزير …، وفق ما ذكرت وكالة X»: an outlet named by an adjunct relays the voice before it in its sentence."""
    relays = {s.sentence: s for s in sayings if s.kind == "verb" and s.first >= 0 and s.own and _outlet(speech, s)}
    sayings = [
        s._replace(channel=(o.first, o.last))
        if s.kind == "adjunct" and (o := relays.get(s.sentence)) and o.cue < s.cue and not _outlet(speech, s)
        else s
        for s in sayings
    ]
    outlets = {
        s.sentence: s
        for s in sayings
        if (s.kind in ("adjunct", "outlet") or _relative(speech, s)) and s.first >= 0 and _outlet(speech, s)
    }
    return [
        s._replace(channel=(o.first, o.last))
        if (o := outlets.get(s.sentence))
        and s.kind in ("verb", "part", "noun")
        and s.channel[0] < 0
        and s.cue < o.cue
        and not _outlet(speech, s)
        else s
        for s in sayings
    ]


def _outlet(speech: Speech, saying: Saying) -> bool:
    return noun_of(speech.types[saying.first]) in MEDIA or speech.kind(saying.actor) == "media"


def _lent(speech: Speech, saying: Saying, done: list[Saying]) -> Saying:
    """«وأضاف», «مشيراً إلى»: the speaker of the sentence, else the subject of its first verb, else the last one to speak."""
    here = [s for s in done if s.sentence == saying.sentence and s.first >= 0]
    opens = saying.cue - speech.words.sentences[saying.sentence][0] <= 1
    lender = _main(speech, here) if here else None
    if lender is None and not opens:
        subject = _first_party(speech, saying)
        if subject:
            return saying._replace(first=subject[0], last=subject[1], actor=speech.actors.get(subject[0]), own=False)
    lender = lender or _last_voice(speech, saying, done)
    if lender is None:
        return saying
    return saying._replace(
        first=lender.first,
        last=lender.last,
        actor=lender.actor,
        own=False,
        channel=saying.channel if saying.channel[0] >= 0 else lender.channel,
    )


def _main(speech: Speech, here: list[Saying]) -> Saying:
    """The last saying of a sentence that is not part of what another one says; an adjunct only where there is no other."""
    voiced = [s for s in here if s.kind not in ("adjunct", "outlet") and not _relative(speech, s)] or here
    return next((s for n, s in reversed(list(enumerate(voiced))) if n == 0 or not _embedded(speech, voiced[n - 1], s)), voiced[0])


def _relative(speech: Speech, saying: Saying) -> bool:
    """«ما أعلنته دمشق»: a cue with a pronoun says nothing of its own."""
    return saying.kind in ("verb", "adjunct") and speech.types[saying.cue].best.after in ("ه", "ها", "هم")


def _embedded(speech: Speech, above: Saying, below: Saying) -> bool:
    """«قال إن الوزير أكد …»: an «أن» stands between two cues, and no «و» joins the second to the first."""
    joined = speech.types[below.cue].best.before[:1] == ("و",) and below.kind != "act"
    return not joined and any(speech.types[p].fold in COMPLEMENTIZERS for p in range(above.end, below.cue))


def _first_party(speech: Speech, saying: Saying) -> tuple[int, int] | None:
    """The first party of the sentence before the cue that stands under no preposition."""
    first = speech.words.sentences[saying.sentence][0]
    for at in range(first, saying.cue):
        mention = speech.actors.get(at)
        free = at == first or (
            not (is_nominal(speech.types[at - 1]) and not article(speech.types[at]))
            and speech.types[at - 1].fold not in ("في", "من", "الي", "علي", "عن", "مع", "بين", "ضد", "قبل")
        )
        if mention and free and not any(b in "بلك" for b in speech.types[at].best.before):
            return mention.first, mention.last
    return None


def _last_voice(speech: Speech, saying: Saying, done: list[Saying]) -> Saying | None:
    """The main voice of the nearest earlier sentence that has one; of two that agree with the verb no better, the nearer."""
    gender = speech.field.heads[saying.head].form.gender if saying.head >= 0 and speech.field.heads[saying.head].form else ""  # type: ignore[union-attr]
    earlier = [
        s for s in done if s.first >= 0 and s.kind in SPOKEN and not _relative(speech, s) and saying.sentence - s.sentence <= 6
    ]
    mains: list[Saying] = []
    for sentence in sorted({s.sentence for s in earlier}, reverse=True):
        voices = [s for s in earlier if s.sentence == sentence]
        mains.append(_main(speech, voices))
    agreeing = [s for s in mains[:3] if _agrees(speech, s, gender)]
    return agreeing[0] if agreeing else mains[0] if mains else None


def _agrees(speech: Speech, saying: Saying, gender: str) -> bool:
    kind = speech.types[saying.first]
    feminine = kind.raw.endswith("ة") or kind.fold.endswith("ات")
    return not gender or (gender == "f") == feminine or saying.actor is not None


def _voice(speech: Speech, saying: Saying, done: list[Saying]) -> int:
    """The first saying of the same speaker: the same party, the same words, or a long name that the short one stands for."""
    for other in reversed(done):
        if other.first >= 0 and ((other.first, other.last) == (saying.first, saying.last) or _same(speech, saying, other)):
            return other.voice
    return -1


def _same(speech: Speech, saying: Saying, other: Saying) -> bool:
    if (
        saying.actor
        and other.actor
        and saying.actor.id
        and saying.actor.id == other.actor.id
        and saying.actor.first == saying.first
        and other.actor.first == other.first
    ):
        return True
    if _new(speech, saying):
        return False
    mine, theirs = speech.stems(saying.first, saying.last), speech.stems(other.first, other.last)
    return (
        bool(mine)
        and mine <= theirs
        and (len(mine) > 1 or article(speech.types[saying.first]) or (len(theirs) > 1 and not speech.types[saying.first].forms))
    )


def _new(speech: Speech, saying: Saying) -> bool:
    """«مصدر أمني», told without article or name, is not the «مصدر أمني عراقي» of before."""
    named = saying.actor is not None and (saying.actor.kind == "person" or saying.actor.first > saying.first)
    common = noun_of(speech.types[saying.first]) in PERSONS | TEXTS
    return common and not named and not any(article(k) or k.kind == "latin" for k in speech.types[saying.first : saying.last])

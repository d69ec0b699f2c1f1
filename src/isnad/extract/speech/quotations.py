"""Quotations: which words stand inside one, and the name before a colon at the head of a line."""

from __future__ import annotations

import re

from isnad.extract.clauses.chunks import COMPLEMENTIZERS, verb_like
from isnad.extract.clauses.phrases import CLOSE_QUOTES, OPEN_QUOTES
from isnad.extract.field import FieldReading
from isnad.extract.speech.speaker_phrases import may_begin, speaker_end, speaks
from isnad.extract.speech.speech import Speech
from isnad.extract.speech.subjects import sure
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.place_words import NAMING
from isnad.knowledge.speaker_words import ASIDE, CREDITS, OPINION

LONGEST = 200
QUOTED = re.compile(':\\s*[«“"]')


def quote_depth(field: FieldReading) -> list[int]:
    """For each word the number of the quotation that it stands in, 0 for none; one that runs past 200 words was never closed."""
    number, opened, depth, depths = 0, 0, 0, []
    for at, kind in enumerate(field.words.types):
        if kind.raw in ("«", "“"):
            number, depth, opened = number + 1, number + 1, at
        elif kind.raw in ("»", "”"):
            depth = 0
        elif kind.raw == '"':
            number, depth, opened = (number + 1, number + 1, at) if not depth else (number, 0, opened)
        if depth and at - opened > LONGEST:
            depth = 0
        depths.append(depth)
    return depths


def colon_speakers(speech: Speech) -> list[tuple[int, int]]:
    """Words [first, last) of every speaker whose words end at a colon near the head of a sentence («لافروف: …», «مصدر أمني: …»)."""
    found = []
    for first, last in speech.words.sentences:
        begin = first + (speech.types[first].raw in OPEN_QUOTES)
        if (
            begin >= last
            or speech.types[begin].fold in CREDITS
            or begin in speech.places
            or not (begin in speech.actors or speaks(speech.types[begin]))
            or not may_begin(speech, begin)
        ):
            continue
        end = speaker_end(speech, begin, last)
        while end < last and speech.types[end].raw in CLOSE_QUOTES:
            end += 1
        if end + 2 < last and speech.types[end].raw == ":":
            found.append((begin, end))
    return found


def opening_verbs(speech: Speech) -> list[tuple[int, int]]:
    """(sentence, word) of every first word of a sentence or quotation, after adverbs, that heads no saying and stands before a speaker."""
    found = []
    starts = [(n, first) for n, (first, _) in enumerate(speech.words.sentences)]
    opened = [speech.word_at(m.end() - 1) + 1 for m in QUOTED.finditer(speech.words.text)]
    starts += [(speech.field.sentence_of[p], p) for p in opened if p < len(speech.types)]
    for n, start in starts:
        last = speech.words.sentences[n][1]
        at = _past_adverbs(speech, start, last)
        if (
            at + 2 < last
            and speech.types[at].best.stem in OPINION
            and speech.types[at + 1].fold in COMPLEMENTIZERS
            and at not in speech.says
        ) or (
            at + 2 < last
            and _verb_like(speech, at)
            and may_begin(speech, at + 1)
            and (sure(speech, (at + 1, at + 2)) or _opines(speech, at))
        ):
            found.append((n, at))
    return found


def _past_adverbs(speech: Speech, at: int, last: int) -> int:
    end = min(at + 4, last - 2)
    while at < end and (
        speech.types[at].fold in ASIDE
        or speech.types[at].raw in ("،", ",")
        or speech.types[at].fold in ("من", "كما", "وقد", "وكان", "وكانت")
    ):
        at += 1
    return at


def _opines(speech: Speech, at: int) -> bool:
    """A verb of opinion («يرى»), or any verb before a bare name and a colon («وتشرح تارلو: …»)."""
    kind = speech.types[at]
    return kind.best.stem in OPINION or (
        (verb_like(kind, speech.knowledge.known) or kind.best.stem[:1] in ("ي", "ت")) and speech.types[at + 2].raw == ":"
    )


def _verb_like(speech: Speech, at: int) -> bool:
    kind = speech.types[at]
    return (
        kind.kind == "word"
        and at not in speech.says
        and at not in speech.actors
        and at not in speech.places
        and kind.best.stem not in NAMING
        and kind.best.stem not in ("قد", "في")
        and kind.fold != "فقد"
        and not speech.tells(at)
        and (kind.fold not in FUNCTION_WORDS or kind.best.stem in OPINION)
        and all(b in "وف" for b in kind.best.before)
        and not speaks(kind)
    )


def says_on(speech: Speech, at: int, last: int) -> bool:
    """Whether something said follows within three words: «أن», a colon, a quotation of more than four words."""
    for place in range(at, min(at + 3, last - 1)):
        kind = speech.types[place]
        if kind.fold in COMPLEMENTIZERS or kind.raw == ":":
            return True
        if kind.raw in ("«", "“", '"'):
            return not any(speech.types[p].raw in CLOSE_QUOTES for p in range(place + 1, min(place + 5, last)))
    return False

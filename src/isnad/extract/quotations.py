"""Quotations: which words stand inside one, and the name before a colon at the head of a line."""

from __future__ import annotations

from isnad.extract.chunks import COMPLEMENTIZERS
from isnad.extract.field import FieldReading
from isnad.extract.phrases import CLOSE_QUOTES, OPEN_QUOTES
from isnad.extract.speaker_phrases import ASIDE, may_begin, speaker_end, speaks
from isnad.extract.speech import Speech
from isnad.knowledge.clitics import FUNCTION_WORDS

LONGEST = 200
CREDITS = frozenset(["المصدر", "المصادر", "تحرير", "اعداد", "كتب", "تقرير", "ترجمه"])


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
        if begin >= last or speech.types[begin].fold in CREDITS or not (begin in speech.actors or speaks(speech.types[begin])) or not may_begin(speech, begin):
            continue
        end = speaker_end(speech, begin, last)
        while end < last and speech.types[end].raw in CLOSE_QUOTES:
            end += 1
        if end + 2 < last and speech.types[end].raw == ":":
            found.append((begin, end))
    return found


def opening_verbs(speech: Speech) -> list[tuple[int, int]]:
    """(sentence, word) of every first word of a sentence, after adverbs, that heads no clause and stands before a sure speaker."""
    found = []
    for n, (first, last) in enumerate(speech.words.sentences):
        at = first
        while at < min(first + 4, last - 2) and (speech.types[at].fold in ASIDE or speech.types[at].raw in ("،", ",") or speech.types[at].fold in ("من", "كما", "وقد", "وكان", "وكانت")):
            at += 1
        if at + 2 < last and _verb_like(speech, at) and (at + 1 in speech.actors or speaks(speech.types[at + 1])) and may_begin(speech, at + 1):
            found.append((n, at))
    return found


def _verb_like(speech: Speech, at: int) -> bool:
    kind = speech.types[at]
    return kind.kind == "word" and at not in speech.says and at not in speech.actors and not speech.tells(at) and kind.fold not in FUNCTION_WORDS and all(b in "وف" for b in kind.best.before) and not speaks(kind)


def says_on(speech: Speech, at: int, last: int) -> bool:
    """Whether something said follows within three words: «أن», a colon, a quotation of more than four words."""
    for place in range(at, min(at + 3, last - 1)):
        kind = speech.types[place]
        if kind.fold in COMPLEMENTIZERS or kind.raw == ":":
            return True
        if kind.raw in ("«", "“", '"'):
            return not any(speech.types[p].raw in CLOSE_QUOTES for p in range(place + 1, min(place + 5, last)))
    return False

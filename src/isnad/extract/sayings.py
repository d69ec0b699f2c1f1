"""Sayings: a reporting cue with the words of its speaker. They are proposed here and tied to acts in speakers.py."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.actors import ActorMention
from isnad.extract.field import FieldReading
from isnad.extract.phrases import OPEN_QUOTES, is_nominal, phrase_end
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.load import Knowledge

LONGEST_NAME = 12


class Saying(NamedTuple):
    """Head `head` says, with row `row` of the reporting table; the speaker stands at words [first, last), or nowhere (-1)."""

    head: int
    row: int
    kind: str  # verb | adjunct | noun
    stance: str
    first: int
    last: int
    actor: ActorMention | None
    channel: tuple[int, int] = (-1, -1)  # the outer link of «نقلت X عن Y»


def find_sayings(field: FieldReading, knowledge: Knowledge) -> list[Saying]:
    """Every reporting cue of the field with its speaker, in order."""
    found = []
    for at, head in enumerate(field.heads):
        if head.says >= 0:
            saying = _saying(field, at, knowledge)
            if saying:
                found.append(saying)
    return found


def _saying(field: FieldReading, at: int, knowledge: Knowledge) -> Saying | None:
    head = field.heads[at]
    row = knowledge.reporting[head.says]
    kind, stance = str(row.get("kind", "verb")), str(row.get("stance", "says"))
    first, last = field.words.sentences[head.sentence]
    if kind == "verb":
        channel, mouth = _subject(field, at, first, last), (-1, -1)
        if row.get("channel") == "after" or "channel" in row:
            mouth = _after_preposition(field, max(channel[1], head.last), last, "عن")
        if mouth[0] >= 0:
            return _made(field, at, head.says, kind, stance, mouth, channel)
        return _made(field, at, head.says, kind, stance, channel)
    if kind == "noun":
        end = phrase_end(field.words, head.first, last)
        return _made(field, at, head.says, kind, stance, (head.first, max(end, head.last)))
    span = _noun_after(field, head.last, last) if row.get("speaker") != "before" else _before(field, head.first, first)
    return _made(field, at, head.says, kind, stance, span)


def _made(field: FieldReading, at: int, row: int, kind: str, stance: str, span: tuple[int, int], channel: tuple[int, int] = (-1, -1)) -> Saying:
    actor = next((m for m in field.actors if span[0] <= m.first < span[1]), None) if span[0] >= 0 else None
    return Saying(at, row, kind, stance, span[0], span[1], actor, channel)


def _subject(field: FieldReading, at: int, first: int, last: int) -> tuple[int, int]:
    """The subject of a reporting verb: after it (VSO), else before it (SVO)."""
    head = field.heads[at]
    after = _noun_after(field, head.last, last)
    if after[0] >= 0:
        return after
    return _before(field, head.first, first)


def _noun_after(field: FieldReading, at: int, limit: int) -> tuple[int, int]:
    """The noun phrase that begins right after a cue, with its titles and names; (-1, -1) where none does."""
    words = field.words
    while at < limit and (words.types[at].fold in ("من", "جانبه", "جهته", "ايضا", "اليوم", "امس", "بدوره", "في", "وقت") or words.types[at].raw in OPEN_QUOTES):
        if words.types[at].fold == "في":
            return (-1, -1)
        at += 1
    if at >= limit or not _may_begin(field, at):
        return (-1, -1)
    end = _long_phrase(field, at, limit)
    return (at, end)


def _may_begin(field: FieldReading, at: int) -> bool:
    kind = field.words.types[at]
    if kind.kind == "latin":
        return True
    before = kind.best.before
    return kind.kind == "word" and kind.fold not in FUNCTION_WORDS and not kind.verb and all(b in ("ال", "ل", "ب") for b in before)


def _long_phrase(field: FieldReading, at: int, limit: int) -> int:
    """A speaker's phrase runs over title, body and name: «المتحدث باسم وزارة الدفاع العميد يحيى سريع»."""
    words = field.words
    end = phrase_end(words, at, limit)
    while end < limit and end - at < LONGEST_NAME:
        kind = words.types[end]
        if kind.kind == "word" and not kind.verb and kind.fold not in FUNCTION_WORDS and kind.best.before and kind.best.before[0] in "بل" and kind.best.stem in ("اسم", "شوون"):
            end = phrase_end(words, end, limit)
        elif kind.fold in ("باسم", "لشوون") or (is_nominal(kind) and _named(words.types[end - 1].raw, kind.raw)):
            end = max(phrase_end(words, end, limit), end + 1)
        elif kind.fold in ("في", "لدي", "من") and end + 1 < limit and any(m.first == end + 1 for m in field.actors + field.places):  # type: ignore[operator]
            end = max(phrase_end(words, end + 1, limit), end + 2)
        else:
            break
    return min(end, limit)


def _named(before: str, after: str) -> bool:
    return before not in ("،", ",")


def _before(field: FieldReading, at: int, first: int) -> tuple[int, int]:
    """The nearest party before a cue in its clause."""
    for mention in reversed(field.actors):
        if first <= mention.first and mention.last <= at and at - mention.last <= 8:
            return (mention.first, mention.last)
    return (-1, -1)


def _after_preposition(field: FieldReading, at: int, limit: int, preposition: str) -> tuple[int, int]:
    for place in range(at, min(at + 4, limit)):
        if field.words.types[place].fold == preposition:
            return _noun_after(field, place + 1, limit)
    return (-1, -1)

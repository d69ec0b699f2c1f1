"""Parties beside a word: the one that it describes, and the one that a preposition behind it brings in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from isnad.extract.clauses.phrases import is_nominal
from isnad.extract.field import FieldReading
from isnad.extract.parties.actors import ActorMention
from isnad.extract.text.matches import QUOTES, Match
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.load import Knowledge

PRONOUNS = frozenset(("له", "لها", "لهم", "لهما", "به", "بها", "بهم", "معه", "معها", "معهم", "منه", "منها", "عنه", "عنها"))
STEPS = frozenset(("قبل", "جانب", "رايه", "مظله", "لواء", "قياده", "صفوف", "الدوله", "حكومه"))  # «من قبل», «تحت راية»
BACK = 4  # words between a party and the word that describes it


class Named(NamedTuple):
    """A party by name and id, as it stands in text[start:end]; `first`, `last` are its words."""

    first: int
    last: int
    start: int
    end: int
    name: str
    id: str = ""


def _first(found: ActorMention | Match) -> int:
    return found.first


def matches_in(field: FieldReading, low: int, high: int, table: str) -> list[Match]:
    """The lexicon's phrases of one table that begin at a word in [low, high)."""
    begin = bisect_left(field.matches, low, key=_first)
    return [m for m in field.matches[begin : bisect_left(field.matches, high, key=_first)] if m.payload.table == table]


def before(field: FieldReading, at: int) -> tuple[ActorMention, bool] | None:
    """The party that word `at` describes, and whether its mention runs over the word."""
    first, _ = field.words.sentences[field.sentence_of[at]]
    k = bisect_right(field.actors, at, key=_first) - 1
    while k >= 0 and field.actors[k].first >= first:
        mention = field.actors[k]
        if mention.first == at:
            k -= 1
            continue
        if mention.last > at:
            return (
                (mention, True)
                if mention.table == "actor" or not any(_loose(field, i) for i in range(mention.first, at))
                else None
            )
        gap = range(mention.last, at)
        return (mention, False) if len(gap) <= BACK and all(_describes(field, i) for i in gap) else None
    return None


def _loose(field: FieldReading, at: int) -> bool:
    """A word that lets another noun than the party's own stand before the tie."""
    kind = field.words.types[at]
    return kind.verb or (kind.fold in FUNCTION_WORDS and kind.fold != "من")


def _describes(field: FieldReading, at: int) -> bool:
    kind = field.words.types[at]
    return (
        kind.raw in QUOTES
        or kind.raw in "،,"
        or kind.fold in ("التي", "الذي", "الذين")
        or (is_nominal(kind) and not kind.best.after)
    )


def behind(field: FieldReading, knowledge: Knowledge, at: int, links: tuple[str, ...]) -> Named | None:
    """The party that one of the links at word `at` brings in."""
    types = field.words.types
    _, end = field.words.sentences[field.sentence_of[at - 1]]
    if at >= end:
        return None
    if types[at].fold in PRONOUNS:
        return _antecedent(field, at)
    if types[at].fold in links:
        at += 1
        at += at < end and types[at].fold in STEPS
        return party_at(field, knowledge, at, end)
    glued = any(split.before[-1:] == (link,) or split.before[-2:] == (link, "ال") for split in types[at].splits for link in links)
    return party_at(field, knowledge, at, end) if glued else None


def party_at(field: FieldReading, knowledge: Knowledge, at: int, end: int) -> Named | None:
    """The party that begins at a word (or behind a quotation mark): a mention, or a name inside a longer mention."""
    words = field.words
    at += at < end and words.types[at].raw in QUOTES
    if at >= end:
        return None
    k = bisect_left(field.actors, at, key=_first)
    mention = field.actors[k] if k < len(field.actors) else None
    if mention is not None and mention.first == at:
        return Named(at, mention.last, mention.start, mention.end, mention.name, mention.id)
    match = next((m for m in matches_in(field, at, at + 1, "actor") if m.payload.id in knowledge.actors), None)
    if match is not None:
        start = words.starts[at] + words.types[at].stem_start(match.split)
        return Named(at, match.last, start, words.ends[match.last - 1], knowledge.actors[match.payload.id].name, match.payload.id)
    return None


def state_of(field: FieldReading, knowledge: Knowledge, at: int) -> Named | None:
    """The state that a nisba adverb means («أمريكياً», «تركيا»)."""
    words = field.words
    if at >= len(words) or not words.types[at].raw.rstrip("ًٌ").endswith(("ا", "اً")):
        return None
    match = next(iter(matches_in(field, at, at + 1, "demonym")), None)
    if match is None:
        return None
    entry = knowledge.actors.get(match.payload.id)
    return Named(at, at + 1, words.starts[at], words.ends[at], entry.name if entry else words.slice(at, at + 1), match.payload.id)


def _antecedent(field: FieldReading, at: int) -> Named | None:
    """For «الموالية له»: the party before the one described."""
    found = before(field, at - 1)
    if found is None:
        return None
    first, _ = field.words.sentences[field.sentence_of[at]]
    for mention in reversed(field.actors):
        if first <= mention.first < found[0].first and mention.kind == "party" and mention.id:
            return Named(at, at + 1, field.words.starts[at], field.words.ends[at], mention.name, mention.id)
    return None

"""One field of a report (its text, its title) with all that the early stages found in it."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from isnad.extract.clauses.chunks import Chunk, find_chunks
from isnad.extract.clauses.clauses import Node, build_clauses
from isnad.extract.clauses.governed import with_governed
from isnad.extract.clauses.heads import Head, find_heads
from isnad.extract.clauses.relations import Syntax
from isnad.extract.parties.actors import ActorMention, find_actors
from isnad.extract.places.places import PlaceMention, find_places
from isnad.extract.tallies import Tallies
from isnad.extract.text.blocks import Line, find_lines
from isnad.extract.text.matches import Match, find_matches
from isnad.extract.text.words import STOPS, Words, split_words
from isnad.extract.weights import kept
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge
from isnad.records import Field, Place

DASHES = frozenset("-–—:")


class FieldReading:
    """Words, matches, lines, mentions, heads and clause nodes of one field; filled once, then only read."""

    __slots__ = (
        "_chunks", "_head_firsts", "_known", "_syntax", "_tallies", "actors", "heads", "held", "line_of", "lines", "matches", "means",
        "nodes", "places", "resolved", "sentence_of", "words",
    )  # fmt: skip

    def __init__(self, text: str, name: Field, title: FieldReading | None, knowledge: Knowledge) -> None:
        self.words: Words = split_words(text, knowledge.word_type, name)
        self.matches: list[Match] = find_matches(self.words)
        self.lines: list[Line] = find_lines(self.words, title.words if title else None, _cues(knowledge))
        self.line_of = [i for i, line in enumerate(self.lines) for _ in range(line.first, line.last)]
        self.sentence_of = self.words.sentence_of
        self.actors: list[ActorMention] = find_actors(self.words, self.matches, knowledge)
        self.places: list[PlaceMention] = find_places(self.words, self.matches, knowledge)
        self.resolved: dict[tuple[str, int], Place] = {}  # filled once the whole report is known
        self.means: list[tuple[int, str]] = [(m.first, m.payload.id) for m in self.matches if m.table == "means"]
        datelines = _datelines(self.words, self.lines)
        self.actors = _outside(self.actors, self.places, self.means, datelines)
        self.places = [p for p in self.places if p.first not in datelines]
        self.heads: list[Head] = find_heads(self.words, self.matches, knowledge)
        self.nodes: list[Node] = build_clauses(self.words, self.heads, knowledge)
        self.heads = with_governed(self.heads, self.nodes, knowledge)
        self._head_firsts = [h.first for h in self.heads]
        self._known = knowledge.known
        self.held: dict[str, Any] = {}  # what later stages work out once for the whole field
        self._tallies: Tallies | None = None
        self._syntax: dict[int, Syntax] = {}
        self._chunks: dict[int, list[Chunk]] = {}

    @property
    def tallies(self) -> Tallies:
        """What stands before each word; mentions must not move any more."""
        if self._tallies is None:
            self._tallies = Tallies(self.words, self.heads, self.actors, self.places)
        return self._tallies

    def chunks(self, sentence: int) -> list[Chunk]:
        """The chunks of a sentence, cut when first asked for."""
        held = self._chunks.get(sentence)
        if held is None:
            first, last = self.words.sentences[sentence]
            parties, sites = self.tallies.actors, self.tallies.places
            actors = {self.actors[i].first: (i, self.actors[i].last) for i in range(parties[first], parties[last])}
            places = {self.places[i].begin: (i, self.places[i].last) for i in range(sites[first], sites[last])}
            starts = sorted({*actors, *(self.places[i].first for i in range(sites[first], sites[last]))})
            begin = bisect_left(self._head_firsts, first)
            heads = {
                h.first: (i, _until(starts, h), h.verb)
                for i, h in enumerate(self.heads_in(first, last), begin)
                if _heads_chunk(h)
            }
            held = self._chunks[sentence] = find_chunks(self.words, first, last, heads, actors, places, self._known)
        return held

    def syntax(self, sentence: int) -> Syntax:
        """The arguments of a sentence's verbs, worked out when first asked for."""
        held = self._syntax.get(sentence)
        if held is None:
            held = self._syntax[sentence] = Syntax(self.chunks(sentence), self.heads)
        return held

    def heads_in(self, low: int, high: int) -> list[Head]:
        """Heads whose first word lies in [low, high)."""
        begin = bisect_left(self._head_firsts, low)
        return self.heads[begin : bisect_left(self._head_firsts, high)]

    def means_near(self, at: int, reach: int) -> list[str]:
        """Means named within `reach` words of a word, in its sentence, nearest first."""
        first, last = self.words.sentences[self.sentence_of[at]]
        here = [(abs(m - at), means) for m, means in self.means if first <= m < last and abs(m - at) <= reach]
        return [means for _, means in sorted(here)]


def _until(starts: list[int], head: Head) -> int:
    """The end of a head's phrase, before any mention that begins inside it («إرسال | قوات سعودية»)."""
    return next((s for s in starts if head.first < s < head.last), head.last)


def _heads_chunk(head: Head) -> bool:
    """Particles («لم», «قد») lend their operator and are no chunk."""
    return head.verb or bool(head.acts) or head.says >= 0 or head.light >= 0 or bool(head.harm)


def _outside(
    actors: list[ActorMention], places: list[PlaceMention], means: list[tuple[int, str]], datelines: set[int]
) -> list[ActorMention]:
    """Parties that are no part of a longer place name («جبل التركمان»), no weapon, and not in a dateline."""
    inside = {at for p in places if p.last - p.first > 1 for at in range(p.first + 1, p.last)} | datelines
    weapons = {at for at, _ in means}
    return [m for m in actors if m.first not in inside and (m.id or m.first not in weapons)]


def _datelines(words: Words, lines: list[Line]) -> set[int]:
    """Words of «دبي، الإمارات العربية المتحدة (CNN) —»: where the report was filed, nothing that happened."""
    found: set[int] = set()
    for line in lines:
        for at in range(line.first, min(line.last, line.first + 14)):
            raw = words.types[at].raw
            closed = at + 1 < line.last and words.types[at + 1].raw in DASHES
            if raw in STOPS or words.types[at].verb:
                break
            if raw == ")" and closed:
                found.update(range(line.first, at + 1))
                break
    return found


def _cues(knowledge: Knowledge) -> list[tuple[str, str]]:
    held = kept("furniture", knowledge.furniture)
    if not held:
        held["cues"] = [(fold(row["phrase"]), row["where"]) for row in knowledge.furniture]
    cues: list[tuple[str, str]] = held["cues"]
    return cues

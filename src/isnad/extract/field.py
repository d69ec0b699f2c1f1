"""One field of a report (its text, its title) with all that the early stages found in it."""

from __future__ import annotations

from bisect import bisect_left

from isnad.extract.actors import ActorMention, find_actors
from isnad.extract.blocks import Line, find_lines
from isnad.extract.clauses import Node, build_clauses
from isnad.extract.heads import Head, find_heads
from isnad.extract.matches import Match, find_matches
from isnad.extract.places import PlaceMention, find_places
from isnad.extract.words import Words, split_words
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge


class FieldReading:
    """Words, matches, lines, mentions, heads and clause nodes of one field; filled once, then only read."""

    __slots__ = ("_head_firsts", "actors", "heads", "line_of", "lines", "matches", "means", "nodes", "places", "sentence_of", "words")

    def __init__(self, text: str, name: str, title: FieldReading | None, knowledge: Knowledge) -> None:
        self.words: Words = split_words(text, knowledge.word_type, name)
        self.matches: list[Match] = find_matches(self.words, knowledge.lexicon)
        self.lines: list[Line] = find_lines(self.words, title.words if title else None, _cues(knowledge))
        self.line_of = [i for i, line in enumerate(self.lines) for _ in range(line.first, line.last)]
        self.sentence_of = [n for n, (first, last) in enumerate(self.words.sentences) for _ in range(first, last)]
        self.actors: list[ActorMention] = find_actors(self.words, self.matches, knowledge)
        self.places: list[PlaceMention] = find_places(self.words, self.matches, knowledge)
        self.heads: list[Head] = find_heads(self.words, self.matches, knowledge)
        self.means: list[tuple[int, str]] = [(m.first, m.payload.id) for m in self.matches if m.table == "means"]
        self._head_firsts = [h.first for h in self.heads]
        self.nodes: list[Node] = build_clauses(self.words, self.heads)

    def heads_in(self, low: int, high: int) -> list[Head]:
        """Heads whose first word lies in [low, high)."""
        begin = bisect_left(self._head_firsts, low)
        return self.heads[begin : bisect_left(self._head_firsts, high)]

    def means_near(self, at: int, reach: int) -> list[str]:
        """Means named within `reach` words of a word, in its sentence, nearest first."""
        first, last = self.words.sentences[self.sentence_of[at]]
        here = [(abs(m - at), means) for m, means in self.means if first <= m < last and abs(m - at) <= reach]
        return [means for _, means in sorted(here)]


def _cues(knowledge: Knowledge) -> list[tuple[str, str]]:
    return [(fold(row["phrase"]), row["where"]) for row in knowledge.furniture]

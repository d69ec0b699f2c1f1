"""What the search for speakers looks up at a word: the party, place, act or saying that begins or stands there."""

from __future__ import annotations

from bisect import bisect_right

from isnad.extract.clauses.heads import Head
from isnad.extract.clauses.phrases import DAY_WORDS
from isnad.extract.field import FieldReading
from isnad.extract.parties.actors import ActorMention
from isnad.knowledge.load import Knowledge
from isnad.knowledge.speaker_words import SAME
from isnad.knowledge.wordtypes import WordType


class Speech:
    """Tables over one field, by word index."""

    __slots__ = ("_acts", "_over", "_stems", "actors", "field", "knowledge", "place_ends", "places", "says", "types", "words")

    def __init__(self, field: FieldReading, knowledge: Knowledge) -> None:
        self.field, self.knowledge = field, knowledge
        self.words, self.types = field.words, field.words.types
        self.actors: dict[int, ActorMention] = {m.first: m for m in field.actors}
        self._over: dict[int, ActorMention] = {at: m for m in field.actors for at in range(m.first, m.last)}
        self.places: frozenset[int] = frozenset(m.begin for m in field.places)
        self.place_ends: frozenset[int] = frozenset(m.last - 1 for m in field.places)
        self._stems: dict[tuple[int, int], frozenset[str]] = {}
        self._acts = frozenset(h.first for h in field.heads if h.acts or h.harm or h.light >= 0)
        self.says: dict[int, Head] = {h.first: h for h in field.heads if h.says >= 0}

    def over(self, at: int) -> ActorMention | None:
        """The party whose words hold a word."""
        return self._over.get(at)

    def tells(self, at: int) -> bool:
        """Whether an act, a harm or a supporting verb begins at a word."""
        return at in self._acts

    def word_at(self, offset: int) -> int:
        """The word that holds an offset of the text."""
        return bisect_right(self.words.starts, offset) - 1

    def stems(self, first: int, last: int) -> frozenset[str]:
        """The lemmas of a speaker's words without «نفسه» and days."""
        held = self._stems.get((first, last))
        if held is None:
            known = self.knowledge.known
            kinds = [
                k
                for k in self.types[first:last]
                if k.kind != "punct" and k.best.stem not in SAME and k.fold not in DAY_WORDS and k.fold not in SAME
            ]
            held = self._stems[first, last] = frozenset(known.get(k.best.stem, k.best.stem) for k in kinds)
        return held

    def upto(self, span: tuple[int, int], preposition: str) -> tuple[int, int]:
        """A span cut off before a preposition."""
        return span[0], next((at for at in range(span[0] + 1, span[1]) if self.types[at].fold == preposition), span[1])

    def nouns(self, at: int) -> bool:
        """Whether the reporting cue at a word is a noun («الإفادة»)."""
        return self.knowledge.reporting[self.says[at].says].get("kind") == "noun"

    def media(self, actor: ActorMention) -> bool:
        """Whether a party is an outlet."""
        entry = self.knowledge.actors.get(actor.id)
        return entry is not None and entry.kind == "media"

    def kind(self, actor: ActorMention | None) -> str:
        """The kind of a party in the actor base, or how it was found."""
        if actor is None:
            return ""
        entry = self.knowledge.actors.get(actor.id)
        return entry.kind if entry else actor.kind


def article(kind: WordType) -> bool:
    """Whether a word carries the article."""
    return "ال" in kind.best.before

"""What the finding of parties goes by: the matches of its tables in a field's words, put where they begin."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from isnad.extract.matches import QUOTES, Match
from isnad.extract.phrases import has_article
from isnad.extract.words import Words
from isnad.knowledge.entries import ActorEntry
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge
from isnad.knowledge.wordtypes import WordType

PARTIES = frozenset(("actor", "kind", "group", "demonym", "role"))


class Clues:
    """Words with their party matches (longest first), classes of party words, act words and reporting words."""

    __slots__ = ("acts", "by_first", "classes", "knowledge", "limit_of", "name_words", "places", "says", "words")

    def __init__(self, words: Words, matches: Iterable[Match], knowledge: Knowledge) -> None:
        self.words, self.knowledge = words, knowledge
        self.by_first: dict[int, list[Match]] = {}
        self.classes: dict[int, set[str]] = {}
        self.name_words: set[int] = set()
        self.acts: set[int] = set()
        self.says: set[int] = set()
        self.places: list[str] = []
        self.limit_of = {i: last for first, last in words.sentences for i in range(first, last)}
        for match in matches:
            self._put(match)

    def _put(self, match: Match) -> None:
        table, first = match.payload.table, match.first
        if table in PARTIES:
            if self._stands(match):
                self.by_first.setdefault(first, []).append(match)
        elif table == "party_word":
            if well_read(self.words.types[first], match.split):
                self.classes.setdefault(first, set()).add(match.payload.id)
        elif table == "name_word":
            self.name_words.add(first)
        elif table in ("act", "harms"):
            self.acts.add(first)
        elif table == "reporting":
            self.says.add(first)
        elif table == "place":
            self.places.append(match.payload.id)

    def _stands(self, match: Match) -> bool:
        if match.last == match.first + 1 and not well_read(self.words.types[match.first], match.split):
            return False
        return match.table != "actor" or spelt_as(self.words, match, self.knowledge.actors[match.payload.id])

    def at(self, first: int, *tables: str) -> list[Match]:
        """Matches of the tables that begin at a word, longest first."""
        return [m for m in self.by_first.get(first, ()) if m.payload.table in tables]

    def has(self, at: int, *classes: str) -> bool:
        """Whether the word is of one of the classes of party words."""
        held = self.classes.get(at)
        return held is not None and not held.isdisjoint(classes)


def well_read(kind: WordType, split: int) -> bool:
    """A name reached by taking letters off a known word is no name («لبنان» is no «بنان»); the article may go («العراق»)."""
    if split == 0 or not kind.splits:
        return True
    stem = kind.splits[split].stem
    return stem == kind.best.stem or "ال" + stem == kind.best.stem


def spelt_as(words: Words, match: Match, entry: ActorEntry) -> bool:
    """Whether the article stands on every word where a name of the entry has it: «القاعدة» is not any «قاعدة»."""
    lists = {"": entry.names, "loaded": entry.loaded, "local": entry.local, "short": entry.short, "capital": entry.capital}
    kinds = [words.types[i] for i in range(match.first, match.last) if words.types[i].raw not in QUOTES]
    return any(_fits(kinds, spelling) for spelling in _spellings(lists[match.payload.note]) if len(spelling) == len(kinds))


def _fits(kinds: list[WordType], spelling: tuple[tuple[str, bool], ...]) -> bool:
    for kind, (stem, article) in zip(kinds, spelling, strict=True):
        if stem not in kind.keys or (article and not has_article(kind)):
            return False
    return not (len(kinds) == 1 and has_article(kinds[0]) and not spelling[0][1] and len(spelling[0][0]) < 4)


@cache
def _spellings(names: tuple[str, ...]) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """Each name as (stem without article, whether it has the article) a word, in both cases of its sound plurals."""
    found = []
    for name in names:
        row = [(w[2:], True) if w.startswith("ال") and len(w) > 3 else (w, False) for w in fold(name).replace("-", " ").split()]
        found.append(tuple(row))
        other = [(_oblique(w, i, len(row)), a) for i, (w, a) in enumerate(row)]
        if other != row:
            found.append(tuple(other))
    return tuple(found)


def _oblique(word: str, at: int, length: int) -> str:
    if len(word) > 4 and word.endswith("ون"):
        return word[:-2] + "ين"
    return word[:-1] + "ي" if at == 0 and length > 1 and len(word) > 4 and word.endswith("و") else word

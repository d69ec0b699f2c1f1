"""What the finding of parties goes by: the matches of its tables in a field's words, put where they begin."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from weakref import WeakKeyDictionary

from isnad.extract.clauses.chunks import verb_like
from isnad.extract.clauses.phrases import has_article
from isnad.extract.text.matches import QUOTES, Match
from isnad.extract.text.words import Words
from isnad.knowledge.entries import ActorEntry, Payload
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge
from isnad.knowledge.wordtypes import WordType

UPON = frozenset(("detain", "assassinate", "execute", "abduct", "abuse", "release", "prosecute", "shoot"))

# Answers about word types last as long as the knowledge whose types they are.
_VERBAL: WeakKeyDictionary[Knowledge, dict[WordType, bool]] = WeakKeyDictionary()


class Clues:
    """Party matches by first word (longest first), classes of party words, act words and reporting words."""

    __slots__ = (
        "_verbal", "actors", "acts", "classes", "deeds", "demonyms", "heads", "knowledge", "limit_of", "name_words", "place_names",
        "place_nouns", "places", "roles", "says", "shorts", "upon", "words",
    )  # fmt: skip

    def __init__(self, words: Words, matches: Iterable[Match], knowledge: Knowledge) -> None:
        self.words, self.knowledge = words, knowledge
        self.actors: dict[int, list[Match]] = {}  # names but for short ones
        self.shorts: dict[int, list[Match]] = {}
        self.heads: dict[int, list[Match]] = {}  # nouns of kinds and groups
        self.demonyms: dict[int, list[Match]] = {}
        self.roles: dict[int, list[Match]] = {}
        self.classes: dict[int, set[str]] = {}
        self.name_words: set[int] = set()
        self.acts: set[int] = set()
        self.deeds: set[int] = set()  # of them nouns
        self.upon: set[int] = set()  # of them those done to persons
        self.says: set[int] = set()
        self.place_nouns: set[int] = set()
        self.place_names: set[int] = set()
        self.places: list[str] = []
        self._verbal = _VERBAL.setdefault(knowledge, {})
        self.limit_of = words.limits
        self._put(matches)

    def _put(self, matches: Iterable[Match]) -> None:
        types, actors = self.words.types, self.knowledge.actors
        lists = {
            "actor": self.actors,
            "short": self.shorts,
            "kind": self.heads,
            "group": self.heads,
            "demonym": self.demonyms,
            "role": self.roles,
        }
        marks = {
            "name_word": self.name_words,
            "act": self.acts,
            "harms": self.acts,
            "reporting": self.says,
            "place_nouns": self.place_nouns,
        }
        for match in matches:
            first, payload = match.first, match.payload
            table = payload.table
            held = lists.get(table)
            if held is not None:
                if _stands(types[first : match.last], match.split, payload, actors.get(payload.id)):
                    held.setdefault(first, []).append(match)
            elif table in marks:
                marks[table].add(first)
                if table == "harms" or payload.id in UPON:
                    self.upon.add(first)
                elif table == "act" and payload.note != "verb":
                    self.deeds.add(first)
            elif table == "place":
                self.places.append(payload.id)
                self.place_names.add(first)
            elif table == "party_word" and well_read(types[first], match.split):
                self.classes.setdefault(first, set()).add(payload.id)

    def firsts(self) -> list[int]:
        """Words at which a party may begin, in order."""
        ranks = (at for at, held in self.classes.items() if "rank" in held)
        return sorted({*self.actors, *self.shorts, *self.heads, *self.demonyms, *self.roles, *ranks})

    def verbal(self, at: int) -> bool:
        """Whether a word is, or looks like, a finite verb."""
        kind = self.words.types[at]
        held = self._verbal.get(kind)
        if held is None:
            held = self._verbal[kind] = verb_like(kind, self.knowledge.known)
        return held

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


def _stands(kinds: list[WordType], split: int, payload: Payload, entry: ActorEntry | None) -> bool:
    """Whether a match reads its word as it should be read, and has the article where the name has it."""
    if split and len(kinds) == 1 and not well_read(kinds[0], split):
        return False
    if payload.table == "short":
        return spelt_as(tuple(kinds), (payload.note,))
    if payload.table != "actor" or entry is None:
        return True
    return spelt_as(tuple(kinds), getattr(entry, payload.note or "names"))


@lru_cache(1 << 15)
def spelt_as(kinds: tuple[WordType, ...], names: tuple[str, ...]) -> bool:
    """Whether the article stands on every word where one of the names has it: «القاعدة» is not any «قاعدة»."""
    plain = [kind for kind in kinds if kind.raw not in QUOTES]
    n = len(plain)
    return any(len(spelling) == n and _fits(plain, spelling) for spelling in _spellings(names))


def _fits(kinds: list[WordType], spelling: tuple[tuple[str, bool], ...]) -> bool:
    for kind, (stem, article) in zip(kinds, spelling, strict=True):
        whole = kind.fold == "ال" + stem  # a phrase of the lexicon lists it with its article («الأمم»)
        if stem not in kind.keys or (article and not whole and not has_article(kind)):
            return False
    return len(kinds) > 1 or spelling[0][1] or spelling[0][0] == kinds[0].fold or not has_article(kinds[0])


@cache
def _spellings(names: tuple[str, ...]) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """Each name as (stem without article, whether it has the article) a word, in both cases of its sound plurals."""
    found = []
    for name in names:
        row = [_without_article(word) for word in name.replace("-", " ").split()]
        found.append(tuple(row))
        other = [(_oblique(w, i, len(row)), a) for i, (w, a) in enumerate(row)]
        if other != row:
            found.append(tuple(other))
    return tuple(found)


def _without_article(word: str) -> tuple[str, bool]:
    """(stem, whether it has the article); «ألوية» and «ألمانيا» have none."""
    plain = fold(word)
    article = plain.startswith("ال") and len(plain) > 3 and not word.startswith(("أ", "آ", "إ"))
    return (plain[2:], True) if article else (plain, False)


def _oblique(word: str, at: int, length: int) -> str:
    if len(word) > 4 and word.endswith("ون"):
        return word[:-2] + "ين"
    return word[:-1] + "ي" if at == 0 and length > 1 and len(word) > 4 and word.endswith("و") else word

"""What is gathered about a field's words before places are found, and what a found place is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from isnad.extract.clauses.phrases import has_article
from isnad.extract.text.matches import QUOTES, Match
from isnad.extract.text.words import Words
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.load import Knowledge

NAMED, WRITTEN, BACK, ADJECTIVE, AREA = "name", "written", "back", "adjective", "area"

COMMON = frozenset(("kind", "group", "act", "harms", "means", "whom"))


class PlaceMention(NamedTuple):
    """Words [first, last) that name a place; `noun` is the class of the place noun before it («قرية»), if any.

    `form` says how it is named: by a listed name, by a name that no list has (`ids` empty), by taking an earlier place up
    again («المدينة»), by a country's adjective, or as an area beside a place («شمال حلب»). `acts`: a country or capital
    that stands where a party stands («روسيا قصفت»).
    """

    first: int
    last: int
    start: int
    end: int
    ids: tuple[str, ...]
    noun: str = ""
    begin: int = -1  # first word with its place nouns («محيط مدينة عين عيسى»)
    name: str = ""
    form: str = NAMED
    acts: bool = False
    party: bool = False  # the words name a state or its capital


class PlaceWords(NamedTuple):
    """The words of a field with the matches that bear on places, by the word at which they begin (nouns: at which they end)."""

    words: Words
    knowledge: Knowledge
    named: dict[int, list[Match]]
    nouns: dict[int, Match]
    noun_at: dict[int, Match]
    demonyms: dict[int, str]
    actors: dict[int, Match]
    parties: set[tuple[int, int]]
    common: set[int]  # words that are by themselves a noun of another table (people, forces, acts, means)
    names: set[int]  # words seen in persons' names
    limit: dict[int, int]

    def noun(self, at: int) -> Match | None:
        """The place noun right before a word, through an opening quotation mark."""
        found = self.nouns.get(at)
        if found is None and at and self.words.types[at - 1].raw in QUOTES:
            found = self.nouns.get(at - 1)
        return found

    def before(self, at: int) -> str:
        """The folded word before a word, in its line, through an opening quotation mark; "" at an edge."""
        types = self.words.types
        at -= 1
        if at >= 0 and types[at].raw in QUOTES:
            at -= 1
        return types[at].fold if at >= 0 and types[at].kind != "punct" else ""

    def stem(self, match: Match) -> str:
        """The lexeme of a one-word place noun («القرى» → قريه)."""
        kind = self.words.types[match.first]
        stems = [f.key[2:] for f in kind.forms if f.key == match.key]
        return "بلاد" if "بلاد" in kind.keys else next(iter(stems), kind.best.stem)


def gather(words: Words, matches: Iterable[Match], knowledge: Knowledge) -> PlaceWords:
    """Sort the matches of a field by what they are to places."""
    limit = dict(enumerate(words.limits))
    found = PlaceWords(words, knowledge, {}, {}, {}, {}, {}, set(), set(), set(), limit)
    for match in matches:
        table = match.payload.table
        if table == "place":
            found.named.setdefault(match.first, []).append(match)
        elif table == "place_nouns":
            _keep_noun(found, match)
        elif table == "name_word":
            found.names.add(match.first)
        elif table == "demonym" and match.last == match.first + 1:
            found.demonyms.setdefault(match.first, match.payload.id)
        elif table in COMMON and match.last == match.first + 1:
            found.common.add(match.first)
        elif table == "actor":
            found.parties.add((match.first, match.last))
            for at in range(match.first, match.last):
                found.actors.setdefault(at, match)
    return found


def _keep_noun(found: PlaceWords, match: Match) -> None:
    """Of nouns that end at one word the longest; of those that begin at one word too. Nouns with a pronoun govern no name."""
    kind = found.words.types[match.first]
    before = kind.splits[match.split].before if kind.splits else ()
    if "ك" in before or kind.best.after or (kind.fold in FUNCTION_WORDS and match.last == match.first + 1):
        return  # «كتلة», «مواقعها», «تلك»
    held = found.nouns.get(match.last)
    if held is None or match.first < held.first:
        found.nouns[match.last] = match
    held = found.noun_at.get(match.first)
    if held is None or match.last > held.last:
        found.noun_at[match.first] = match


def definite(scan: PlaceWords, match: Match) -> bool:
    """Whether a noun carries the article: such a noun governs no name."""
    return has_article(scan.words.types[match.first])

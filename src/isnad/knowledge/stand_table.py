"""Words that tie parties to one another and words that load their names, from languages/ar/ties.yaml and label_words.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from isnad.knowledge.conjugation import Verb, adjective_forms, verb_forms
from isnad.knowledge.files import read_yaml
from isnad.knowledge.letters import fold
from isnad.knowledge.number_table import ARABIC


class TieWord(NamedTuple):
    """A word that ties: `how` is word, arm (a noun in apposition) or verb (with a pronoun); `links` bring in the other party."""

    type: str
    links: tuple[str, ...]
    how: str


@cache
def tie_words() -> dict[str, TieWord]:
    """Folded form, without article and conjunction → what it ties."""
    table: dict[str, TieWord] = {}
    for row in read_yaml(ARABIC / "ties.yaml"):
        links = tuple(fold(link) for link in row.get("links") or ())
        for how in ("words", "arms", "verbs"):
            for form in _forms(how, row.get(how) or ()):
                for written in (form, "ال" + form):  # the article stays on where no reading without it is known
                    table.setdefault(written, TieWord(row["type"], links, how[:-1]))
    return table


def _forms(how: str, words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if how == "verbs":
            yield from (form for form, what in verb_forms(Verb(word)) if what.person == 3 and what.tense == "pres")
        elif how == "words":
            yield from (form for form, _ in adjective_forms(word))
        else:
            yield fold(word)


@cache
def label_words(name: str) -> frozenset[str]:
    """The ids, folded adjectives (all forms) or folded phrases of one class of label_words.yaml."""
    found: set[str] = set()
    for row in read_yaml(ARABIC / "label_words.yaml"):
        if row["class"] != name:
            continue
        found.update(row.get("ids") or ())
        for word in row.get("words") or ():
            found.update((form for form, _ in adjective_forms(word)) if name == "adjectives" else (fold(word),))
    return frozenset(found)

"""Word forms and phrases compiled for look-up.

`forms` maps a folded form to what it may be; `trie` maps sequences of keys to payloads; `gapped` holds
phrases with «…», under the key of their first word.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from isnad.knowledge.conjugation import Form, Verb, adjective_forms, noun_forms, verb_forms, verb_key
from isnad.knowledge.entries import Payload
from isnad.knowledge.letters import SHADDA, bare, fold

LEAF = ""
PREPOSITIONS = frozenset(("ب", "ل", "ك", "علي", "الي", "عن", "من", "في", "مع", "ضد", "بين"))  # may stand away from their verb
Trie = dict[str, Any]


class Lexicon:
    """Forms and phrases; filled once, then only read."""

    def __init__(self) -> None:
        self.forms: dict[str, tuple[Form, ...]] = {}
        self.trie: Trie = {}
        self.gapped: dict[str, list[tuple[tuple[str, ...], Payload]]] = {}
        self.verbs: dict[str, Verb] = {}

    def add_forms(self, rows: Iterable[tuple[str, Form]]) -> None:
        """Add inflected forms; the same reading twice is kept once."""
        for form, what in rows:
            held = self.forms.get(form, ())
            if what not in held:
                self.forms[form] = (*held, what)

    def add_verb(self, past: str) -> str:
        """Declare a verb by its citation form (once) and give its key."""
        key = verb_key(past)
        verb = self.verbs.get(key, Verb(past))
        if key not in self.verbs or not self._declared(key, past):
            self.verbs[key] = verb
            self.add_forms(verb_forms(verb))
        return key

    def _declared(self, key: str, past: str) -> bool:
        return any(f.key == key for f in self.forms.get(fold(past.replace(SHADDA, "")), ()))

    def add_noun(self, one: str, many: Iterable[str] = ()) -> str:
        """Declare a noun and give its key; an adjective-like one gets its feminine too."""
        key = "n:" + fold(one)
        plurals = tuple(many)
        self.add_forms(noun_forms(one, plurals, key))
        return key

    def add_adjective(self, one: str) -> str:
        """Declare an adjective and give its key."""
        self.add_forms(adjective_forms(one))
        return "n:" + fold(one)

    def word_key(self, word: str) -> str:
        """The trie key of a phrase's word: its lexeme where declared, else its stem without article."""
        stem = fold(word)
        if stem == "…":
            return stem
        if len(stem) == 1:
            return "+" + stem
        if "n:" + stem in {f.key for f in self.forms.get(stem, ())}:
            return "n:" + stem
        plain = stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem
        if "n:" + plain in {f.key for f in self.forms.get(plain, ())}:
            return "n:" + plain
        return plain

    def name_keys(self, name: str) -> list[str]:
        """The trie keys of a proper name: folded stems, article off, never lexemes."""
        return [
            w[2:] if w.startswith("ال") and len(w) > 3 else w for w in fold(name).replace("-", " ").split() if w not in '«»"()“”'
        ]

    def add_phrase(self, keys: list[str], payload: Payload) -> None:
        """Put a sequence of keys into the trie (or, with «…», among the gapped phrases)."""
        if "…" in keys:
            self.gapped.setdefault(keys[0], []).append((tuple(keys[1:]), payload))
            return
        node = self.trie
        for key in keys:
            node = node.setdefault(key, {})
        held: tuple[Payload, ...] = node.get(LEAF, ())
        if payload not in held:
            node[LEAF] = (*held, payload)

    def verb_phrase(self, phrase: str) -> list[str]:
        """Keys of a verb or verb idiom: the first word conjugates, the rest are words."""
        first, *rest = phrase.split()
        keys = [self.add_verb(first)]
        for word in rest:
            if fold(word) in PREPOSITIONS and keys[-1] != "…":
                keys.append("…")
            keys.append("…" if word == "…" else self.word_key(self._declare(word)))
        return keys

    def noun_phrase(self, phrase: str, many: Iterable[str] = ()) -> list[str]:
        """Keys of a noun or a noun phrase: every word inflects."""
        head, *rest = phrase.split()
        self.add_noun(head, (plural.split()[0] for plural in many))
        return [self.word_key(head), *(self.word_key(self._declare(w)) for w in rest)]

    def _declare(self, word: str) -> str:
        if len(word) > 3 and word != "…" and not word.startswith("ال"):
            self.add_forms(adjective_forms(word))
        return word


def bare_words(phrase: str) -> str:
    """A phrase without vowel marks but with its shaddas."""
    return bare(phrase)

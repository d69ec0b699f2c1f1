"""Phrases of the lexicon found in a field's words, by one walk over the trie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from isnad.extract.text.words import Words
from isnad.knowledge.entries import Payload
from isnad.knowledge.lexicon import LEAF, Lexicon

QUOTES = frozenset("«»“”\"'‘’()[]‹›")
GAP = 6  # words that «…» may stand for


class Match(NamedTuple):
    """Words [first, last) that stand for `payload`; `key` is the key of the first word, `split` its clitic reading."""

    first: int
    last: int
    payload: Payload
    split: int
    key: str = ""
    gapped: bool = False

    @property
    def table(self) -> str:
        return self.payload.table


def find_matches(words: Words, lexicon: Lexicon) -> list[Match]:
    """Every phrase in the words, in order of first word, longest first; overlaps are kept for later stages."""
    found: list[Match] = []
    types = words.types
    for first, last in words.sentences:
        for at in range(first, last):
            if types[at].begins:
                found.extend(_from(words, lexicon, at, last))
    return found


def _from(words: Words, lexicon: Lexicon, at: int, limit: int) -> list[Match]:
    here: list[Match] = []
    for key, split, node, gapped in words.types[at].begins:
        if node is not None:
            for last, payloads in _walk(words, node, at + 1, limit):
                here.extend([Match(at, last, payload, split, key) for payload in payloads])
        if gapped:
            here.extend(_gapped(words, lexicon, key, at, limit, split))
    if len(here) > 1:
        here.sort(key=lambda m: (-m.last, m.split))
    return here


def _walk(
    words: Words, node: dict[str, Any], at: int, limit: int, attached: str = ""
) -> Iterator[tuple[int, tuple[Payload, ...]]]:
    payloads = node.get(LEAF)
    if payloads:
        yield at, payloads
        if len(node) == 1:
            return
    if at >= limit:
        return
    types = words.types
    if types[at].raw in QUOTES and at + 1 < limit:
        at += 1
    kind = types[at]
    for letter in ("+ب", "+ل", "+ك"):
        if letter in node and any(letter[1] in s.before for s in kind.splits):
            yield from _walk(words, node[letter], at, limit, letter[1])
    for key, split in kind.keys.items():
        child = node.get(key)
        if child is not None and _plain(kind.splits[split].before if kind.splits else (), attached):
            end = at + 1
            if end < limit and types[end].raw in '»”"' and types[at - 1].raw in QUOTES:
                end += 1
            yield from _walk(words, child, end, limit)


def _plain(before: tuple[str, ...], attached: str) -> bool:
    """Inside a phrase only the article, and the preposition that the phrase itself asks for, may stand before a word."""
    return all(b in ("ال", attached) for b in before)


def _gapped(words: Words, lexicon: Lexicon, key: str, at: int, limit: int, split: int) -> Iterator[Match]:
    for rest, payload in lexicon.gapped[key]:
        last = _after_gaps(words, rest, at + 1, limit)
        if last:
            yield Match(at, last, payload, split, key, True)


def _after_gaps(words: Words, rest: tuple[str, ...], at: int, limit: int) -> int:
    """The word after the last one of a gapped phrase, or 0."""
    room = 0
    for key in rest:
        if key == "…":
            room = GAP
            continue
        for place in range(at, min(at + room + 1, limit)):
            if _stands(words, key, place):
                at, room = (place if key.startswith("+") else place + 1), 0
                break
        else:
            return 0
    return at


def _stands(words: Words, key: str, at: int) -> bool:
    if key.startswith("+"):
        return any(key[1] in s.before for s in words.types[at].splits)
    return key in words.types[at].keys

"""Phrases of the lexicon found in a field's words, by one walk over the trie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from isnad.extract.text.words import Words
from isnad.knowledge.entries import Payload
from isnad.knowledge.lexicon import LEAF
from isnad.knowledge.wordtypes import Beginning, WordType

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


_made = tuple.__new__  # a match without the call that sets its defaults


def find_matches(words: Words) -> list[Match]:
    """Every phrase in the words, in order of first word, longest first; overlaps are kept for later stages."""
    found: list[Match] = []
    types = words.types
    for at, (kind, limit) in enumerate(zip(types, words.limits, strict=True)):
        if kind.extended and _goes_on(types, kind.extended, at, limit):
            found += sorted(_all(types, kind.begins, at, limit), key=_longest_first)
        else:
            for payload, split, key in kind.alone:
                found.append(_made(Match, (at, at + 1, payload, split, key, False)))
    return found


def _goes_on(types: Sequence[WordType], extended: Sequence[Beginning], at: int, limit: int) -> bool:
    """Whether a phrase of several words may begin at a word: a quick look, so that most words are done with it."""
    after = types[at + 1] if at + 1 < limit else None
    if after is not None and at + 2 < limit and after.raw in QUOTES:
        after = types[at + 2]
    for _, _, _, branch, gapped in extended:
        if branch is not None and after is not None and not branch.keys().isdisjoint(after.steps):
            return True
        for rest, _ in gapped:
            if _after_gaps(types, rest, at + 1, limit):
                return True
    return False


def _all(types: Sequence[WordType], begins: Sequence[Beginning], at: int, limit: int) -> list[Match]:
    """All phrases that begin at a word."""
    here: list[Match] = []
    for key, split, alone, branch, gapped in begins:
        for payload in alone:
            here.append(Match(at, at + 1, payload, split, key))
        if branch is not None:
            longer: list[tuple[int, tuple[Payload, ...]]] = []
            _go_on(types, branch, at + 1, limit, "", longer)
            here += [Match(at, last, payload, split, key) for last, payloads in longer for payload in payloads]
        for rest, payload in gapped:
            last = _after_gaps(types, rest, at + 1, limit)
            if last:
                here.append(Match(at, last, payload, split, key, True))
    return here


def _longest_first(match: Match) -> tuple[int, int]:
    return -match.last, match.split


def _go_on(
    types: Sequence[WordType], node: dict[str, Any], at: int, limit: int, attached: str, found: list[tuple[int, tuple[Payload, ...]]]
) -> None:  # fmt: skip
    """Adds (last word, payloads) of every phrase that goes on from a branch of the trie at word `at`."""
    if at >= limit:
        return
    if at + 1 < limit and types[at].raw in QUOTES:
        at += 1
    kind = types[at]
    if node.keys().isdisjoint(kind.steps):
        return
    for letter in ("+ب", "+ل", "+ك"):
        if letter in node and letter in kind.steps:
            _reach(types, node[letter], at, limit, letter[1], found)
    for key, split in kind.keys.items():
        child = node.get(key)
        if child is not None and _plain(kind.splits[split].before if kind.splits else (), attached):
            end = at + 1
            if end < limit and types[end].raw in '»”"' and types[at - 1].raw in QUOTES:
                end += 1
            _reach(types, child, end, limit, "", found)


def _reach(
    types: Sequence[WordType], node: dict[str, Any], at: int, limit: int, attached: str, found: list[tuple[int, tuple[Payload, ...]]]
) -> None:  # fmt: skip
    payloads = node.get(LEAF)
    if payloads:
        found.append((at, payloads))
    if not payloads or len(node) > 1:
        _go_on(types, node, at, limit, attached, found)


def _plain(before: tuple[str, ...], attached: str) -> bool:
    """Inside a phrase only the article, and the preposition that the phrase itself asks for, may stand before a word."""
    return all(b in ("ال", attached) for b in before)


def _after_gaps(types: Sequence[WordType], rest: tuple[str, ...], at: int, limit: int) -> int:
    """The word after the last one of a gapped phrase, or 0."""
    room = 0
    for key in rest:
        if key == "…":
            room = GAP
            continue
        for place in range(at, min(at + room + 1, limit)):
            if key in types[place].steps:
                at, room = (place if key[0] == "+" else place + 1), 0
                break
        else:
            return 0
    return at

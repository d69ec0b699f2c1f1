"""How many commas, verbs, acts, parties and places stand before each word of a field: what lies between two words is a difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from isnad.extract.clauses.clauses import COMMAS
from isnad.extract.clauses.heads import Head
from isnad.extract.parties.actors import ActorMention
from isnad.extract.places.places import PlaceMention
from isnad.extract.text.words import Words

Tally = list[int]  # one longer than the words


class Tallies:
    """One tally a kind; heads and mentions count at their first word."""

    __slots__ = ("actors", "acts", "commas", "places", "verbs")

    def __init__(
        self, words: Words, heads: Sequence[Head], actors: Sequence[ActorMention], places: Sequence[PlaceMention]
    ) -> None:
        size = len(words)
        self.commas: Tally = list(accumulate([t.fold in COMMAS for t in words.types], initial=0))
        self.verbs = _tally(size, (h.first for h in heads if h.verb))
        self.acts = _tally(size, (h.first for h in heads if h.acts))
        self.actors = _tally(size, (m.first for m in actors))
        self.places = _tally(size, (m.first for m in places))


def among(tally: Tally, low: int, high: int) -> int:
    """How many stand at words [low, high)."""
    return tally[high] - tally[low] if high > low else 0


def _tally(size: int, firsts: Iterable[int]) -> Tally:
    here = [0] * size
    for at in firsts:
        here[at] += 1
    return list(accumulate(here, initial=0))

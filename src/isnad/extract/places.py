"""Places found in the words and resolved, with their rivals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from isnad.extract.matches import Match
from isnad.extract.words import Words
from isnad.knowledge.load import Knowledge


class PlaceMention(NamedTuple):
    """Words [first, last) that name a place; `noun` is the place noun before it («قرية»), if any."""

    first: int
    last: int
    start: int
    end: int
    ids: tuple[str, ...]
    noun: str = ""
    begin: int = -1  # first word with its place nouns («محيط مدينة عين عيسى»)


def find_places(words: Words, matches: Iterable[Match], knowledge: Knowledge) -> list[PlaceMention]:
    """Place names in order, without overlaps; names that are also words need a place noun or preposition before them."""
    named: dict[int, list[Match]] = {}
    nouns: dict[int, Match] = {}
    for match in matches:
        if match.table == "place":
            named.setdefault(match.first, []).append(match)
        elif match.table == "place_nouns":
            nouns[match.last] = match
    found: list[PlaceMention] = []
    end = 0
    for first in sorted(named):
        if first < end:
            continue
        longest = max(m.last for m in named[first])
        here = [m for m in named[first] if m.last == longest]
        split = min(m.split for m in here)
        here = [m for m in here if m.split == split]
        noun = nouns[first].payload.id if first in nouns else ""
        if not _stands(words, here, noun, knowledge):
            continue
        start = words.starts[first] + words.types[first].stem_start(split)
        found.append(PlaceMention(first, longest, start, words.ends[longest - 1], tuple(m.payload.id for m in here), noun, _begin(first, end, nouns)))
        end = longest
    return found


def _begin(first: int, floor: int, nouns: dict[int, Match]) -> int:
    """Back over the place nouns that stand right before a name."""
    while first in nouns and nouns[first].first >= floor:
        first = nouns[first].first
    return first


def _stands(words: Words, here: list[Match], noun: str, knowledge: Knowledge) -> bool:
    match = here[0]
    if noun:
        return True
    kind = words.types[match.first]
    if match.last == match.first + 1 and match.split and kind.splits[match.split].stem != kind.best.stem:
        return False
    if any(knowledge.places[m.payload.id].word for m in here) or (match.last == match.first + 1 and kind.forms):
        before = words.types[match.first - 1].fold if match.first else ""
        return before in ("في", "من", "الي", "ريف", "قرب", "محيط", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي") or "ب" in kind.splits[match.split].before
    return True

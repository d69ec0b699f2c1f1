"""Places found in the words: listed names, names after a place noun, countries' adjectives, places taken up again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from isnad.extract.places.place_adjectives import adjective_place
from isnad.extract.places.place_areas import noun_chain, widen
from isnad.extract.places.place_back_references import taken_up
from isnad.extract.places.place_contexts import PROMINENT, governing_noun, stands
from isnad.extract.places.place_mentions import WRITTEN, PlaceMention, PlaceWords, definite, gather
from isnad.extract.places.written_places import SETTLED, written_end
from isnad.extract.text.matches import QUOTES, Match
from isnad.extract.text.words import Words
from isnad.knowledge.load import Knowledge
from isnad.knowledge.place_words import GOVERNING, NAMING, SITES

TANWIN = ("اً", "ًا")  # «دوماً» is no town
LISTING = frozenset(("،", ",", "-", "–", "/", "(", "و"))
AMBIGUOUS = frozenset(("من", "علي", "عن", "بين", "نحو"))  # before a country they may govern the party


class Chain(NamedTuple):
    """Where a list of places goes on, and the lexeme and class of its noun where that is plural («قرى»)."""

    at: int = -1
    noun: str = ""
    kind: str = ""


def find_places(words: Words, matches: Iterable[Match], knowledge: Knowledge) -> list[PlaceMention]:
    """Places in order, without overlaps."""
    scan = gather(words, matches, knowledge)
    found: list[PlaceMention] = []
    starts = {*scan.named, *scan.nouns, *scan.noun_at, *scan.demonyms}
    starts |= {at + 1 for at in scan.nouns if at < len(words) and words.types[at].raw in QUOTES}
    end, chain = 0, Chain()
    for at in range(len(words)):
        if at < end or (at not in starts and at != chain.at):
            continue
        mention = _mention(scan, at, end, chain if at == chain.at else Chain(), found)
        if mention is not None:
            found.append(mention)
            chain = _next(scan, mention, chain if at == chain.at else Chain())
            end = mention.last
    return found


def _mention(scan: PlaceWords, at: int, floor: int, chain: Chain, found: list[PlaceMention]) -> PlaceMention | None:
    return (
        _listed(scan, at, floor, chain)
        or _written(scan, at, floor, chain)
        or taken_up(scan, at, found)
        or adjective_place(scan, at, floor)
    )  # fmt: skip


def _listed(scan: PlaceWords, at: int, floor: int, chain: Chain) -> PlaceMention | None:
    """The longest listed name that begins at a word and stands as a place there."""
    every = [m for m in scan.named.get(at, []) if not scan.words.types[m.last - 1].raw.endswith(TANWIN)]
    for longest in sorted({m.last for m in every}, reverse=True):
        here = [m for m in every if m.last == longest]
        split = min(m.split for m in here)
        here = _fitting(scan, [m for m in here if m.split == split])
        if here and stands(scan, here, chain.at == at, chain.at == at and bool(chain.noun)):
            return _named(scan, here, floor, chain)
    return None


def _fitting(scan: PlaceWords, here: list[Match]) -> list[Match]:
    """Of the bearers of a name those that can stand there.

    A country's name belongs to the country, unless a noun makes it a village, a quarter or a camp («مخيم كويت الرحمة»).
    """
    countries = [m for m in here if scan.knowledge.places[m.payload.id].kind == "country"]
    if not countries:
        return here
    noun = governing_noun(scan, here[0])
    small = noun is not None and not definite(scan, noun) and scan.stem(noun) in SETTLED and not _many(scan, noun)
    return [m for m in here if m not in countries] if small else countries


def _named(scan: PlaceWords, here: list[Match], floor: int, chain: Chain) -> PlaceMention:
    words, match = scan.words, here[0]
    noun = governing_noun(scan, match)
    start, end, name = _span(words, match)
    begin, nouns = noun_chain(scan, match.first, floor)
    kind = noun.payload.id if noun is not None and begin < match.first else chain.kind
    ids = tuple(dict.fromkeys(m.payload.id for m in here))
    mention = PlaceMention(
        match.first,
        match.last,
        start,
        end,
        ids,
        kind,
        begin,
        name,
        acts=_acts(scan, match, ids),
        party=(match.first, match.last) in scan.parties,
    )
    return widen(scan, mention, nouns)


def _span(words: Words, match: Match) -> tuple[int, int, str]:
    """(start, end, name) of a listed name; «للرياض» leaves «رياض» of «الرياض» in the text."""
    kind = words.types[match.first]
    start, end = words.starts[match.first] + kind.stem_start(match.split), words.ends[match.last - 1]
    if kind.splits and kind.splits[match.split].before[-2:] == ("ل", "ال"):
        return start + 1, end, "ال" + words.text[start + 1 : end]
    return start, end, words.text[start:end]


def _acts(scan: PlaceWords, match: Match, ids: tuple[str, ...]) -> bool:
    """A country, or a capital that stands for its government, outside any place's surroundings."""
    if (match.first, match.last) not in scan.parties and not any(scan.knowledge.places[i].kind == "country" for i in ids):
        return False
    if scan.noun(match.first) is not None or not any(scan.knowledge.places[i].kind in PROMINENT for i in ids):
        return False
    kind = scan.words.types[match.first]
    before = kind.splits[match.split].before if kind.splits else ()
    word = scan.before(match.first)
    return "ب" not in before and (word not in GOVERNING or word in AMBIGUOUS)


def _written(scan: PlaceWords, at: int, floor: int, chain: Chain) -> PlaceMention | None:
    """A name that no table has: after a place noun, or in the list that a plural one opened."""
    noun = scan.noun(at)
    if noun is not None and noun.first >= floor and noun.last == noun.first + 1 and not definite(scan, noun):
        stem, kind, conjoined = scan.stem(noun), noun.payload.id, False
    elif chain.at == at and chain.noun:
        stem, kind, conjoined, noun = chain.noun, chain.kind, True, None
    else:
        return None
    if stem not in NAMING and stem not in SITES:
        return None
    party = scan.actors.get(at)
    if party is not None and party.first < at:
        return None
    end = written_end(scan, at, stem, conjoined, noun is not None and _many(scan, noun))
    if not end:
        return None
    words = scan.words
    first = noun.first if noun is not None and stem in SITES else at
    start = words.starts[first] + _proclitics(scan, first)
    stop = words.ends[end - 1]
    begin, _ = noun_chain(scan, at, floor)
    return PlaceMention(at, end, start, stop, (), kind, begin, words.text[start:stop], WRITTEN)


def _proclitics(scan: PlaceWords, at: int) -> int:
    """Letters of the prepositions and conjunctions glued to a word."""
    return scan.words.types[at].stem_start(0)


def _next(scan: PlaceWords, mention: PlaceMention, chain: Chain) -> Chain:
    """Where a list may go on after a mention: a word with «و», or one after a comma."""
    words, at = scan.words, mention.last
    if at < len(words) and words.types[at].raw in QUOTES:
        at += 1
    limit = scan.limit.get(mention.first, 0)
    if at >= limit:
        return Chain()
    stem, kind = _plural_noun(scan, mention) or (chain.noun, chain.kind)
    if words.types[at].raw in LISTING:
        return Chain(at + 1, stem, kind)
    return Chain(at, stem, kind) if any("و" in s.before[:1] for s in words.types[at].splits) else Chain()


def _plural_noun(scan: PlaceWords, mention: PlaceMention) -> tuple[str, str] | None:
    noun = scan.noun(mention.first)
    if noun is None or definite(scan, noun):
        return None
    return (scan.stem(noun), noun.payload.id) if _many(scan, noun) else None


def _many(scan: PlaceWords, noun: Match) -> bool:
    return any(f.number in "pd" for f in scan.words.types[noun.first].forms if f.key == noun.key)


__all__ = ["PlaceMention", "find_places"]

"""Areas said beside a place: «شمال شرقي سوريا», «ريف حلب الشرقي», «شرق الفرات»."""

from __future__ import annotations

from isnad.extract.places.place_mentions import AREA, PlaceMention, PlaceWords, definite
from isnad.extract.text.matches import QUOTES, Match
from isnad.knowledge.place_words import DIRECTIONS, REGIONS


def noun_chain(scan: PlaceWords, first: int, floor: int) -> tuple[int, list[Match]]:
    """Back over the place nouns right before a name: (first word of them, the nouns, outermost first)."""
    nouns: list[Match] = []
    at = first
    if at and scan.words.types[at - 1].raw in QUOTES and at - 1 in scan.nouns:
        at -= 1
    while (at in scan.nouns and scan.nouns[at].first >= floor) or (
        at - 1 in scan.demonyms and at - 1 in scan.nouns and at - 2 >= floor
    ):
        at = at if at in scan.nouns else at - 1  # «العاصمة اليمنية صنعاء»
        nouns.insert(0, scan.nouns[at])
        at = scan.nouns[at].first
    if at > floor and scan.words.types[at - 1].fold == "من" and _direction(scan, scan.nouns.get(at - 1)):
        return _from_direction(scan, at - 1, floor, nouns)
    return (at if nouns else first), nouns


def _from_direction(scan: PlaceWords, at: int, floor: int, nouns: list[Match]) -> tuple[int, list[Match]]:
    """«الجنوب الغربي من سوريا»."""
    while at in scan.nouns and scan.nouns[at].first >= floor and _direction(scan, scan.nouns[at]):
        nouns.insert(0, scan.nouns[at])
        at = scan.nouns[at].first
    return at, nouns


def _direction(scan: PlaceWords, noun: Match | None) -> bool:
    if noun is None or any(f.key == noun.key and f.number != "s" for f in scan.words.types[noun.first].forms):
        return False  # «جنوبيون» are people
    return scan.stem(noun) in DIRECTIONS or scan.words.types[noun.first].best.stem in DIRECTIONS


def widen(scan: PlaceWords, mention: PlaceMention, nouns: list[Match]) -> PlaceMention:
    """The mention as an area where a direction or «ريف» stands before the name; the name keeps its ids."""
    at = _border(scan, mention.begin)
    if at < 0:
        at = next((n.first for n in nouns if _direction(scan, n) or (scan.stem(n) in REGIONS and not definite(scan, n))), -1)
    if at < 0:
        return mention
    words, last = scan.words, mention.last
    limit = scan.limit[mention.first]
    while last < limit and words.types[last].fold in DIRECTIONS and words.types[last].fold.startswith("ال"):
        last += 1
    start = words.starts[at] + words.types[at].stem_start(0)
    end = words.ends[last - 1]
    return mention._replace(last=last, start=start, end=end, name=words.text[start:end], form=AREA)


def _border(scan: PlaceWords, first: int) -> int:
    """The first word of «الحدود مع» before a word, or -1."""
    types = scan.words.types
    return first - 2 if first > 1 and types[first - 1].fold == "مع" and types[first - 2].best.stem == "حدود" else -1

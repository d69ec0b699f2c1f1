"""Places named by a country's adjective: «الأراضي السورية», «الحدود السورية التركية», «الأزمة السورية»."""

from __future__ import annotations

from isnad.extract.places.place_mentions import ADJECTIVE, PlaceMention, PlaceWords
from isnad.knowledge.place_words import MATTERS, TERRITORY


def adjective_place(scan: PlaceWords, at: int, floor: int) -> PlaceMention | None:
    """The country whose adjective stands at a word, where the noun before it makes it a place or a matter of that country."""
    if at not in scan.demonyms or at <= floor:
        return None
    actor = scan.knowledge.actors.get(scan.demonyms[at])
    country = actor.country[0] if actor is not None and actor.country else ""
    noun = scan.words.types[at - 1].best.stem
    plain = scan.words.types[at - 1].fold
    territory = noun in TERRITORY or plain in TERRITORY
    if country not in scan.knowledge.places or not (territory or noun in MATTERS or plain in MATTERS):
        return None
    return _mention(scan, at, country, territory)


def _mention(scan: PlaceWords, at: int, country: str, territory: bool) -> PlaceMention:
    words, last = scan.words, at + 1
    while territory and last in scan.demonyms:
        last += 1
    first = at - 1 if territory else at
    start = words.starts[first] + words.types[first].stem_start(0)
    end = words.ends[last - 1]
    name = scan.knowledge.places[country].names[0]
    return PlaceMention(at, last, start, end, (country,), "area" if territory else "", at - 1, name, ADJECTIVE)

"""Which places named beside a place contain it: «قرية X في ناحية Y», «بريف حلب الشمالي», «X شمال Y», «X التابعة لـ Y»."""

from __future__ import annotations

from isnad.extract.field import FieldReading
from isnad.extract.places.place_mentions import ADJECTIVE, AREA, BACK, PlaceMention
from isnad.extract.text.words import Words
from isnad.knowledge.load import Knowledge
from isnad.knowledge.place_words import JOINING

REACH = 4  # words between a place and what contains it
SIZE = {
    "site": 0,
    "village": 1,
    "area": 2,
    "town": 2,
    "city": 3,
    "subdistrict": 4,
    "district": 5,
    "governorate": 6,
    "country": 7,
    "road": 0,
}


def find_containers(field: FieldReading, knowledge: Knowledge) -> list[tuple[int, ...]]:
    """For each place mention the mentions that contain it, nearest first."""
    places, words = field.places, field.words
    found: list[tuple[int, ...]] = [()] * len(places)
    for i in range(len(places) - 2, -1, -1):
        here, after = places[i], places[i + 1]
        if field.sentence_of[here.first] != field.sentence_of[after.first]:
            continue
        if _listed(words, here, after):
            found[i] = found[i + 1] if _same_sort(here, after) else ()
        elif _inside(words, here, after, knowledge):
            found[i] = (i + 1, *found[i + 1])
    return found


def _listed(words: Words, here: PlaceMention, after: PlaceMention) -> bool:
    """Coordinated: «و» on the next name, or a comma alone between them."""
    between = [words.types[at].fold for at in range(here.last, after.begin)]
    if "و" in words.types[after.begin].best.before[:1]:
        return len(between) <= 1 and all(w in '،,»”"' for w in between)
    governed = any(b in words.types[after.begin].best.before for b in "بل") or after.form == AREA
    return bool(between) and all(w in ("،", ",") for w in between) and not governed and _bigger(after) <= _bigger(here)


def _bigger(mention: PlaceMention) -> int:
    return SIZE.get(mention.noun, 2)


def _same_sort(here: PlaceMention, after: PlaceMention) -> bool:
    return here.form not in (AREA, ADJECTIVE) and after.form not in (AREA, ADJECTIVE)


def _inside(words: Words, here: PlaceMention, after: PlaceMention, knowledge: Knowledge) -> bool:
    """Whether only words that join a place to its container stand between, and the second can hold the first."""
    if (
        after.begin - here.last > REACH
        or here.form == ADJECTIVE
        or (after.acts and after.form != AREA)
        or _country(here, knowledge)
    ):
        return False
    between = [words.types[at].fold for at in range(here.last, after.begin)]
    if not all(w in JOINING for w in between):
        return False
    governed = any(b in words.types[after.begin].best.before for b in "بل") or bool(between) or after.begin < after.first
    if not governed and after.form != AREA:
        return False
    return after.form in (AREA, ADJECTIVE) or _holds(here, after, knowledge)


def _country(mention: PlaceMention, knowledge: Knowledge) -> bool:
    """A country lies in nothing that a report names."""
    return mention.form != AREA and any(knowledge.places[i].kind == "country" for i in mention.ids)


def _holds(here: PlaceMention, after: PlaceMention, knowledge: Knowledge) -> bool:
    if after.noun in ("subdistrict", "district", "governorate", "area") or any(knowledge.places[i].shape for i in after.ids):
        return True
    sizes = [SIZE.get(knowledge.places[i].kind, 0) for i in after.ids]
    large = SIZE.get(after.noun, 2) if after.form == BACK else max(sizes, default=0)
    small = SIZE.get(here.noun, 0) if here.noun else min((SIZE.get(knowledge.places[i].kind, 0) for i in here.ids), default=0)
    return large > small

"""Distance and direction from a place: «على بعد 5 كم شمالي عين عيسى»."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.places.place_mentions import PlaceMention
from isnad.extract.text.words import Words
from isnad.knowledge.place_words import EAST, KILOMETRES, NORTH, SOUTH, WEST

BACK = 5  # words between the number and the place's own words


class Offset(NamedTuple):
    """So many kilometres from a place; `north` and `east` are 0 where no direction is told."""

    km: float
    north: float
    east: float


def find_offset(words: Words, mention: PlaceMention) -> Offset | None:
    """The distance told right before a mention, with the direction that stands between."""
    unit = next(
        (at for at in range(mention.begin - 1, max(0, mention.begin - BACK), -1) if words.types[at].fold in KILOMETRES), -1
    )
    if unit < 1 or words.types[unit - 1].kind != "number" or words.lines[unit] != words.lines[mention.first]:
        return None
    try:
        distance = float(words.types[unit - 1].fold.replace(",", ".").replace("٫", "."))
    except ValueError:
        return None
    stems = [words.types[at].best.stem for at in range(unit + 1, mention.first)]
    north = sum(s in NORTH for s in stems) - sum(s in SOUTH for s in stems)
    east = sum(s in EAST for s in stems) - sum(s in WEST for s in stems)
    length = (north**2 + east**2) ** 0.5 or 1.0
    return Offset(distance, distance * north / length, distance * east / length)

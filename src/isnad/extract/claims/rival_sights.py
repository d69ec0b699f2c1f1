"""Those that the first look saw in one role of one act, against each other: parties joined by «و», places within places.

Two parties of one act are joined more often than not; a place that holds another one named with it is seldom the place meant.
"""

from __future__ import annotations

from isnad.extract.claims.roles import ROLES
from isnad.extract.claims.sights import Looked, Seen, class_of
from isnad.extract.field import FieldReading
from isnad.extract.places.distance import km
from isnad.extract.places.place_records import place_record
from isnad.extract.weights import Part
from isnad.knowledge.load import Knowledge
from isnad.records import Place

COMMAS = ("،", ",")
GAPS = ((0, 0), (1, 1), (4, 2))  # words between two parties, and their class
DISTANCES = ((25.0, "near"), (90.0, "region"), (500.0, "far"))  # km


class Rivals:
    """Built once for an act."""

    def __init__(self, field: FieldReading, look: Looked, act: str, knowledge: Knowledge) -> None:
        self.field, self.act, self.knowledge = field, act, knowledge
        self.roles: dict[str, list[Seen]] = {}
        for one in look.seen:
            self.roles.setdefault(one.role, []).append(one)
        self.joined: dict[tuple[int, int], tuple[str, int, str]] = field.held.setdefault("joined", {})
        self.lies: dict[tuple[int, int], str] = field.held.setdefault("lies", {})

    def parts(self, one: Seen) -> tuple[Part, ...]:
        """How a mention stands to the others of its role."""
        others = [other for other in self.roles[one.role] if other.name != one.name]
        return self._of_party(one, others) if one.role in ROLES else self._of_place(one, others)

    def _of_party(self, one: Seen, others: list[Seen]) -> tuple[Part, ...]:
        if not others:
            return ()
        told = [(other, self._joined(one.mention, other.mention)) for other in others]
        best, how = max(told, key=lambda t: t[0].total)
        mates = [other.probability for other, joined in told if joined[0] != "apart" and joined[0] != "no" and joined[1] < 3]
        foes = [other.probability for other, joined in told if joined[0] in ("apart", "no") or joined[1] == 3]
        own, lead = class_of(one.probability), int(max(-3.0, min(3.0, one.total - best.total)))
        mate, foe = class_of(max(mates)) if mates else "none", class_of(max(foes)) if foes else "none"
        return (_of_best, (*how, class_of(best.probability), own, lead, self.act)), (_of_mates, (mate, foe, own))

    def _joined(self, a: int, b: int) -> tuple[str, int, str]:
        told = self.joined.get((a, b))
        if told is None:
            told = self.joined[a, b] = self._how_joined(a, b)
        return told

    def _how_joined(self, a: int, b: int) -> tuple[str, int, str]:
        """How two parties are joined («و», a comma, not at all, in other sentences), how far apart, and whether `a` comes first."""
        first, later = self.field.actors[a], self.field.actors[b]
        if self.field.sentence_of[first.first] != self.field.sentence_of[later.first]:
            return "apart", 3, ""
        side = ">"
        if first.first > later.first:
            first, later, side = later, first, "<"
        types, gap = self.field.words.types, max(0, later.first - first.last)
        word = "and" if "و" in types[later.first].best.before else "no"
        if word == "no" and later.first and types[later.first - 1].raw in COMMAS:
            word = "comma"
        return word, next((c for limit, c in GAPS if gap <= limit), 3), side

    def _of_place(self, one: Seen, others: list[Seen]) -> tuple[Part, ...]:
        here, own = self._place(one), class_of(one.probability)
        near: dict[str, float] = {}
        for other in others:
            how = self._lies(one, other)
            near[how] = max(near.get(how, 0.0), other.probability)
        found: list[Part] = [(_of_grain, (here.precision, here.kind, self.field.places[one.mention].form, own, self.act))]
        found += [(_of_neighbour, (how, class_of(p), own, here.precision)) for how, p in near.items()]
        if others:
            best = max(others, key=lambda o: o.total)
            grains = here.precision, self._place(best).precision
            found.append((_of_best_place, (self._lies(one, best), class_of(best.probability), own, *grains)))
        return tuple(found)

    def _place(self, one: Seen) -> Place:
        return place_record(self.field, one.mention, self.knowledge)

    def _lies(self, one: Seen, other: Seen) -> str:
        told = self.lies.get((one.mention, other.mention))
        if told is None:
            told = self.lies[one.mention, other.mention] = self._where(self._place(one), self._place(other))
        return told

    def _where(self, here: Place, there: Place) -> str:
        """Where one place lies as seen from another."""
        if here.id and here.id == there.id:
            return "same"
        if self._inside(here, there):
            return "in"
        if self._inside(there, here):
            return "holds"
        if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
            return "unknown"
        away = km(here.lat, here.lon, there.lat, there.lon)
        return next((name for limit, name in DISTANCES if away < limit), "abroad")

    def _inside(self, part: Place, whole: Place) -> bool:
        entry = self.knowledge.places.get(part.id)
        return whole.name in part.within or bool(whole.id and entry and whole.id in entry.parents)


def _of_best(word: str, gap: int, side: str, best: str, own: str, lead: int, act: str) -> tuple[str, ...]:
    how = f"{word}{gap}{side}"
    return f"co={how}/{best}", f"co={how}/{best}/{own}", f"co={how}/lead={lead}", f"co={how}/{act}/{best}"


def _of_mates(mate: str, foe: str, own: str) -> tuple[str, ...]:
    return f"mate={mate}/{own}", f"foe={foe}/{own}", f"mate={mate}/{foe}/{own}"


def _of_grain(precision: str, kind: str, form: str, own: str, act: str) -> tuple[str, ...]:
    return f"grain={precision}/{own}", f"grain={precision}/{act}", f"form={form}/{own}", f"kind={kind}/{own}"


def _of_neighbour(how: str, other: str, own: str, precision: str) -> tuple[str, ...]:
    return f"lies={how}/{other}", f"lies={how}/{other}/{own}", f"lies={how}/{precision}/{other}"


def _of_best_place(how: str, best: str, own: str, precision: str, there: str) -> tuple[str, ...]:
    return f"best={how}/{best}/{own}", f"grains={precision}/{there}/{best}"

"""Who stands on either side of an incident, and whom it hit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from isnad.knowledge.entries import ActorEntry, PlaceEntry
from isnad.publish.acled_rows.codes import Hit
from isnad.publish.acled_rows.parties import CIVILIANS, PROTESTERS, STATE, Party, most_told, party_of
from isnad.publish.acled_rows.where import Where
from isnad.publish.bundle.rows import Row
from isnad.publish.bundle.tolls import toll_of
from isnad.records import Record

_CIVIL = {"civilian", "child", "woman", "journalist", "medic", "aid_worker"}
_ARMED = {"fighter", "soldier", "police"}


class Known(Record, frozen=True):
    """What is looked up: parties and places by id."""

    actors: Mapping[str, ActorEntry]
    places: Mapping[str, PlaceEntry]


class Sides(Record, frozen=True):
    """The parties of both sides, those told by most reports first. `armed` and `civilian` say who was hit."""

    one: tuple[Party, ...]
    other: tuple[Party, ...]


def sides_of(done: Sequence[Row], where: Where, known: Known) -> Sides:
    country = where.country.id if where.country else ""
    name = where.country.name if where.country else ""

    def parties(*slots: str) -> tuple[Party, ...]:
        return tuple(dict.fromkeys(party_of(one, known.actors, country, name) for one in most_told(done, slots)))

    one, other = parties("agent"), parties("target", "counterpart")
    whom = {loss["whom"] for claim in done for loss in claim["losses"] if loss["harm"] in ("killed", "injured", "abducted")}
    if whom & _CIVIL and not any(party.inter == CIVILIANS for party in other):
        other = (*other, Party(f"{CIVILIANS} ({name})" if name else CIVILIANS, CIVILIANS))
    return Sides(one, tuple(party for party in other if party not in one))


def hit_of(act: str, done: Sequence[Row], sides: Sides) -> Hit:
    whom = {loss["whom"] for claim in done for loss in claim["losses"] if loss["harm"] in ("killed", "injured")}
    kinds = {party.inter for party in sides.other}
    return Hit(
        act=act,
        civilian=bool(kinds & {CIVILIANS, PROTESTERS}) or bool(whom & _CIVIL),
        armed=bool(kinds - {CIVILIANS, PROTESTERS, ""}) or bool(whom & _ARMED),
        agent_is_state=bool(sides.one) and sides.one[0].inter == STATE,
        means=frozenset(means for claim in done for means in claim["means"]),
        hurt=any(toll_of(claim, harm) for claim in done for harm in ("killed", "injured")),
        leaves=any(place["role"] == "from" for claim in done for place in claim["places"]),
    )

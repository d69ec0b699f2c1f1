"""Parties as ACLED names them: an English name where one is known, and one of eight kinds. No direction is implied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from isnad.knowledge.entries import ActorEntry
from isnad.publish.bundle.rows import Row, key_of, name_of
from isnad.records import Record

STATE, REBEL, MILITIA, EXTERNAL = "State forces", "Rebel group", "Political militia", "External/Other forces"
RIOTERS, PROTESTERS, CIVILIANS = "Rioters", "Protesters", "Civilians"
ORDER = (STATE, REBEL, MILITIA, "Identity militia", RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL)

_OF_STATE = {"army", "government", "ministry", "office", "police", "intelligence", "state"}
_OF_WHOM = {
    "soldier": STATE,
    "police": STATE,
    "fighter": REBEL,
    **dict.fromkeys(("civilian", "child", "woman", "journalist", "medic", "aid_worker", "prisoner", "person"), CIVILIANS),
}
_OF_KIND = {"armed_group": REBEL, "coalition": EXTERNAL, "international": EXTERNAL, "media": CIVILIANS, "ngo": CIVILIANS}
_OF_ID = {"kind.protesters": PROTESTERS, "kind.rioters": RIOTERS, "kind.unknown-gunmen": MILITIA, "kind.gunmen": MILITIA}


class Party(Record, frozen=True):
    """A name and ACLED's kind («» where none can be told)."""

    name: str
    inter: str


def party_of(filler: Row, actors: Mapping[str, ActorEntry], country: str, country_name: str) -> Party:
    """`country` is where it happened: a state's forces abroad are external."""
    entry = actors.get(filler["id"])
    inter = _inter(filler, _holder(entry, actors), country)
    if inter in (CIVILIANS, PROTESTERS, RIOTERS):
        return Party(f"{inter} ({country_name})" if country_name else inter, inter)
    if inter == MILITIA:
        return Party(f"Unidentified Armed Group ({country_name})" if country_name else "Unidentified Armed Group", inter)
    return Party((entry.name_en if entry else "") or name_of(filler), inter)


def _holder(entry: ActorEntry | None, actors: Mapping[str, ActorEntry]) -> ActorEntry | None:
    """The party that a person belongs to, where one is known."""
    if entry and entry.kind == "person":
        return next((actors[up] for up in entry.part_of if up in actors), entry)
    return entry


def _inter(filler: Row, entry: ActorEntry | None, country: str) -> str:
    identity = filler["id"]
    kind = entry.kind if entry else filler["kind"]
    if identity in _OF_ID:
        return _OF_ID[identity]
    if entry and entry.whom:
        return _OF_WHOM.get(entry.whom, CIVILIANS)
    if kind in _OF_STATE:
        home = not country or entry is None or not entry.country or country in entry.country
        return STATE if home else EXTERNAL
    return _OF_KIND.get(kind, "")


def most_told(claims: Iterable[Row], slots: Iterable[str]) -> list[Row]:
    """The fillers of the slots, each party once under the name that it bears most often; those told by most reports first."""
    wanted = list(slots)
    told = [(claim["report"], filler) for claim in claims for slot in wanted for filler in claim[slot]]
    reports = Counter(key for key, _ in {(key_of(filler), report) for report, filler in told})
    called = Counter((key_of(filler), name_of(filler)) for _, filler in told)
    best = {key: name for (key, name), _ in reversed(called.most_common())}
    shown = {key_of(filler): filler for _, filler in reversed(told) if name_of(filler) == best[key_of(filler)]}
    first = {key: -at for at, key in enumerate(dict.fromkeys(key_of(filler) for _, filler in told))}
    return [shown[key] for key in sorted(reports, key=lambda key: (reports[key], first[key]), reverse=True)]


def interaction(one: str, other: str) -> str:
    """«State forces-Rebel group», in ACLED's order; «State forces only» where one stands alone."""
    both: list[Any] = sorted({one, other} - {""}, key=ORDER.index)
    if len(both) == 2:
        return "-".join(both)
    return f"{both[0]}-{both[0]}" if both and one == other else f"{both[0]} only" if both else ""

"""ACLED's event types: which one an act is, given whom it hit and by what means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from isnad.records import Record

Coded = tuple[str, str]
"""event_type, sub_event_type"""

BATTLES, REMOTE, CIVILIANS = "Battles", "Explosions/Remote violence", "Violence against civilians"
STRATEGIC, PROTESTS, RIOTS = "Strategic developments", "Protests", "Riots"
EXPLOSIVES = {"ied", "car_bomb", "mine", "suicide_belt", "grenade"}


class Hit(Record, frozen=True):
    """What decides between ACLED's rows: `civilian` and `armed` say who was hit, as far as told."""

    act: str
    civilian: bool
    armed: bool
    agent_is_state: bool
    means: frozenset[str]
    hurt: bool
    leaves: bool  # a place is told that is left


def code(hit: Hit) -> Coded | None:
    """The pair, or None where ACLED does not code the act."""
    if "chemical" in hit.means and hit.act in {"shell", "airstrike", "bomb", "attack"}:
        return REMOTE, "Chemical weapon"
    chosen = _CHOSEN.get(hit.act)
    return chosen(hit) if chosen else _FIXED.get(hit.act)


def _against(hit: Hit) -> Coded:
    return (CIVILIANS, "Attack") if hit.civilian and not hit.armed else (BATTLES, "Armed clash")


def _on_persons(hit: Hit) -> Coded:
    return (BATTLES, "Armed clash") if hit.armed and not hit.civilian else (CIVILIANS, "Attack")


def _bomb(hit: Hit) -> Coded:
    if "suicide_belt" in hit.means:
        return REMOTE, "Suicide bomb"
    return REMOTE, "Grenade" if "grenade" in hit.means else "Remote explosive/landmine/IED"


def _capture(hit: Hit) -> Coded:
    return BATTLES, "Government regains territory" if hit.agent_is_state else "Non-state actor overtakes territory"


def _repel(hit: Hit) -> Coded:
    return (STRATEGIC, "Disrupted weapons use") if hit.means & EXPLOSIVES and not hit.hurt else (BATTLES, "Armed clash")


def _withdraw(hit: Hit) -> Coded:
    return STRATEGIC, "Non-violent transfer of territory" if hit.leaves else "Other"


def _disperse(hit: Hit) -> Coded:
    return PROTESTS, "Excessive force against protesters" if hit.hurt else "Protest with intervention"


_CHOSEN: Mapping[str, Callable[[Hit], Coded]] = {
    "attack": _against,
    "shoot": _on_persons,
    "assassinate": _on_persons,
    "harm": _on_persons,
    "bomb": _bomb,
    "capture": _capture,
    "repel": _repel,
    "withdraw": _withdraw,
    "disperse": _disperse,
}
_FIXED: Mapping[str, Coded] = {
    "clash": (BATTLES, "Armed clash"),
    "shell": (REMOTE, "Shelling/artillery/missile attack"),
    "airstrike": (REMOTE, "Air/drone strike"),
    "execute": (CIVILIANS, "Attack"),
    "abuse": (CIVILIANS, "Attack"),
    "abduct": (CIVILIANS, "Abduction/forced disappearance"),
    "destroy": (STRATEGIC, "Looting/property destruction"),
    "loot": (STRATEGIC, "Looting/property destruction"),
    "intercept": (STRATEGIC, "Disrupted weapons use"),
    "transfer": (STRATEGIC, "Non-violent transfer of territory"),
    "surrender": (STRATEGIC, "Change to group/activity"),
    "detain": (STRATEGIC, "Arrests"),
    "agree": (STRATEGIC, "Agreement"),
    "protest": (PROTESTS, "Peaceful protest"),
    "riot": (RIOTS, "Violent demonstration"),
    **dict.fromkeys(("besiege", "deploy", "overfly", "halt", "release", "prosecute", "displace", "return"), (STRATEGIC, "Other")),
}

NOT_CODED = frozenset(
    ("operation", "meet", "demand", "offer", "reject", "breach", "threaten", "accuse", "support", "aid", "sanction", "other")
)
"""Acts that ACLED does not code: left out of the rows, and counted."""


def disorder(coded: Coded) -> str:
    """disorder_type."""
    if coded[0] == STRATEGIC:
        return "Strategic developments"
    if coded[1] == "Excessive force against protesters":
        return "Political violence; Demonstrations"
    demonstrations = coded[0] == PROTESTS or coded[1] == "Violent demonstration"
    return "Demonstrations" if demonstrations else "Political violence"


def is_codable(claim: Mapping[str, Any]) -> bool:
    """Only what happened or goes on is exported as an event."""
    return claim["status"] in {"happened", "ongoing"}

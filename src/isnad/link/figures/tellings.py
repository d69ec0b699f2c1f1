"""What each voice tells of a loss: one number a voice, parts left out, a running total in place of what came before."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from isnad.records import Harm, Record

CIVILIANS = {"civilian", "child", "woman", "journalist", "medic", "aid_worker"}
THINGS = {"equipment", "building"}


class Telling(Record, frozen=True):
    """A voice's number for one harm to one group. `day` is that of publication (ISO), empty where unknown.

    `whom` is `any` for everybody, or `civilian`. `vague` names a class (tens, dozens, hundreds …). A denied telling says that it
    did not happen; it is shown and never counted. `admitted`: told by the party that is said to have done it.
    """

    claim: str
    report: str
    voice: str
    day: str
    harm: Harm
    whom: str
    low: int
    high: int | None
    vague: str = ""
    total: bool = False
    denied: bool = False
    admitted: bool = False
    agents: tuple[str, ...] = ()


def read_tellings(claims: Iterable[Mapping[str, Any]]) -> list[Telling]:
    """Tellings of an incident's claims; each claim needs id, report, voice, published, status, losses, agent, speakers."""
    found: list[Telling] = []
    for claim in claims:
        for harm, whom, losses in _sums(claim["losses"]):
            found.append(_telling(claim, harm, whom, losses))
        if claim["status"] == "denied" and not claim["losses"]:
            found += [_denial(claim, harm) for harm in ("killed", "injured")]
    told = {(telling.harm, telling.whom) for telling in found if not telling.denied or telling.low}
    return [telling for telling in found if (telling.harm, telling.whom) in told]


def latest_of_each_voice(tellings: Sequence[Telling]) -> list[Telling]:
    """One telling a voice, denials left out: its latest, where a running total comes before a number told beside it."""
    asserted = sorted(
        (telling for telling in tellings if not telling.denied), key=lambda t: (t.voice, t.day, t.total, t.low, t.claim)
    )
    return [list(group)[-1] for _, group in itertools.groupby(asserted, key=lambda t: t.voice)]


def voices(told: Sequence[Telling]) -> str:
    """«3 independent voices»."""
    return f"{len(told)} independent voice{'' if len(told) == 1 else 's'}"


def denials(tellings: Sequence[Telling]) -> str:
    """« 2 claims deny it», or nothing."""
    count = len({telling.claim for telling in tellings if telling.denied})
    return f"; {count} claim{'s deny' if count > 1 else ' denies'} it" if count else ""


def _sums(losses: Sequence[Mapping[str, Any]]) -> Iterable[tuple[Harm, str, list[Mapping[str, Any]]]]:
    """(harm, group, the entries that make up its number). «person» is everybody; else the groups add up, parts never."""
    people = [loss for loss in losses if loss["whom"] not in THINGS and loss["low"] is not None]
    for harm in dict.fromkeys(loss["harm"] for loss in people):
        wholes = [loss for loss in people if loss["harm"] == harm and not loss["part_of"]]
        everybody = [loss for loss in wholes if loss["whom"] == "person"]
        if whole := [max(everybody, key=lambda loss: loss["low"])] if everybody else _one_each(wholes):
            yield harm, "any", whole
        civilian = [loss for loss in people if loss["harm"] == harm and loss["whom"] in CIVILIANS]
        if civilian:
            inside = [loss for loss in civilian if not loss["part_of"]] or [max(civilian, key=lambda loss: loss["low"])]
            yield harm, "civilian", _one_each(inside)


def _one_each(losses: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """One entry a group: the largest, since a second one counts the same people again."""
    best: dict[str, Mapping[str, Any]] = {}
    for loss in losses:
        if loss["whom"] not in best or loss["low"] > best[loss["whom"]]["low"]:
            best[loss["whom"]] = loss
    return list(best.values())


def _telling(claim: Mapping[str, Any], harm: Harm, whom: str, losses: Sequence[Mapping[str, Any]]) -> Telling:
    return Telling(
        **_who(claim),
        harm=harm,
        whom=whom,
        low=sum(loss["low"] for loss in losses),
        high=None if any(loss["high"] is None for loss in losses) else sum(loss["high"] for loss in losses),
        vague=next((loss["vague"] for loss in losses if loss["vague"]), ""),
        total=any(loss["total"] for loss in losses),
        denied=claim["status"] == "denied",
    )


def _denial(claim: Mapping[str, Any], harm: Harm) -> Telling:
    return Telling(**_who(claim), harm=harm, whom="any", low=0, high=0, denied=True)


def _who(claim: Mapping[str, Any]) -> dict[str, Any]:
    agents = {actor["id"] for actor in claim["agent"] if actor["id"] and not actor["id"].startswith("kind.")}
    mouth = claim["speakers"][0]["id"] if claim["speakers"] else ""
    return {
        "claim": claim["id"],
        "report": claim["report"],
        "voice": claim["voice"],
        "day": claim["published"] or "",
        "admitted": bool(mouth) and mouth in agents and claim["status"] != "denied",
        "agents": tuple(sorted(agents)),
    }

"""The moves of a negotiation in the order of their days, each in the lane of the party that makes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import Any

from isnad.publish.bundle.rows import Row, days_of, key_of, name_of, names
from isnad.publish.bundle.versions import is_denial

View = dict[str, Any]
MOVES = frozenset(("demand", "offer", "agree", "reject", "breach", "threaten", "halt", "meet", "release", "withdraw", "transfer"))
LANES = 2
"""Parties with a lane of their own; the moves of others stand between."""


def moves_view(claims: Sequence[Row]) -> View | None:
    """Lanes and moves; None where nobody demands, offers, refuses or agrees."""
    ids = {claim["id"] for claim in claims}
    moves = sorted((claim for claim in claims if claim["act"] in MOVES and not _is_content(claim, ids)), key=_day)
    if not any(claim["act"] in ("demand", "offer", "agree", "reject", "breach") for claim in moves):
        return None
    lanes = _lanes(moves)
    contents = _contents(claims)
    return {"lanes": [name for _, name in lanes], "moves": [_move(claim, [key for key, _ in lanes], contents) for claim in moves]}


def _is_content(claim: Row, ids: Set[str]) -> bool:
    """What is demanded, offered or agreed stands with its demand, offer or deal."""
    return any(link["type"] == "content_of" and link["to"] in ids for link in claim["links"])


def _day(claim: Row) -> tuple[str, str]:
    days = days_of(claim)
    return (days[0] if days else claim["published"] or "9999"), claim["id"]


def _lanes(moves: Sequence[Row]) -> list[tuple[str, str]]:
    """The parties that move most, under the name that they bear most often."""
    count = Counter(key for claim in moves for key in {key_of(actor) for actor in claim["agent"]})
    called: dict[str, Counter[str]] = {}
    for actor in (actor for claim in moves for actor in claim["agent"]):
        called.setdefault(key_of(actor), Counter())[name_of(actor)] += 1
    return [(key, called[key].most_common(1)[0][0]) for key, _ in count.most_common(LANES)]


def _contents(claims: Sequence[Row]) -> Mapping[str, list[str]]:
    """Claim → the acts that it demands, offers or agrees."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        for link in claim["links"]:
            if link["type"] == "content_of":
                found.setdefault(link["to"], []).append(claim["act"])
    return found


def _move(claim: Row, lanes: Sequence[str], contents: Mapping[str, list[str]]) -> View:
    mine = [lanes.index(key_of(actor)) for actor in claim["agent"] if key_of(actor) in lanes]
    return {
        "claim": claim["id"],
        "lane": mine[0] if len(set(mine)) == 1 else "all",
        "act": claim["act"],
        "status": claim["status"],
        "denies": is_denial(claim),
        "day": _day(claim)[0] if _day(claim)[0] != "9999" else None,
        "who": names(claim["agent"]),
        "to": names(claim["counterpart"]) or names(claim["target"]),
        "asked": list(dict.fromkeys(contents.get(claim["id"], ()))),
        "chain": names(claim["speakers"]),
        "outlet": claim["outlet"],
        "quote": next(iter(claim["quotes"]), ""),
    }

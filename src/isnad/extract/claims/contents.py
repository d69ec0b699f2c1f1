"""What is demanded, offered, agreed or threatened takes the day and the chain of the demand, offer or deal (codebook §5, §6)."""

from __future__ import annotations

import msgspec

from isnad.records import Claim, Speaker

INHERITING = frozenset(("demanded", "offered", "agreed"))


def inherit(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Contents with the time of what they are the content of, where they have none of their own, and with its speakers."""
    by_id = {c.id: c for c in claims}
    return tuple(_inherit(c, by_id) for c in claims)


def _inherit(claim: Claim, by_id: dict[str, Claim]) -> Claim:
    parent = next((by_id[link.to] for link in claim.links if link.type == "content_of" and link.to in by_id), None)
    if parent is None:
        return claim
    time = claim.time or (parent.time if claim.status in INHERITING else None)
    return msgspec.structs.replace(claim, time=time, speakers=_speakers(claim, parent))


def _speakers(claim: Claim, parent: Claim) -> tuple[Speaker, ...]:
    """A demand's content is told by who tells the demand, and by nobody where that is the outlet."""
    if parent.act in ("demand", "offer") and claim.status in ("demanded", "offered"):
        return parent.speakers
    return claim.speakers or parent.speakers

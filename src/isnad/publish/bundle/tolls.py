"""What a claim tells of people killed or hurt, counted as the policies count it: parts never added to their whole."""

from __future__ import annotations

from isnad.link.figures.tellings import read_tellings
from isnad.publish.bundle.rows import Row
from isnad.records import Record


class Toll(Record, frozen=True):
    """People harmed so, as told; `high` None where open."""

    low: int
    high: int | None
    approximate: bool
    claim: str


def toll_of(claim: Row, harm: str) -> Toll | None:
    """Everybody killed (injured, …) according to the claim; None where it does not tell."""
    for telling in read_tellings([{**claim, "voice": claim["report"]}]):
        if telling.harm == harm and telling.whom == "any":
            approximate = any(loss["approximate"] for loss in claim["losses"] if loss["harm"] == harm)
            return Toll(telling.low, telling.high, approximate, claim["id"])
    return None

"""`lowest`: the most conservative number that any voice tells, as ACLED takes it; vague words by ACLED's table.

Source: ACLED codebook and FAQ: reports that differ → the most conservative; tens 10, dozens 12, hundreds 100.
"""

from __future__ import annotations

from collections.abc import Sequence

from isnad.link.figures.tellings import Telling, denials, latest_of_each_voice, voices
from isnad.records import Figure

NAME = "lowest"
VERSION = "1"
VAGUE = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}


def figure(tellings: Sequence[Telling]) -> Figure:
    """The lowest of the voices' latest numbers; low, best and high are the same."""
    told = latest_of_each_voice(tellings)
    harm, whom = tellings[0].harm, tellings[0].whom
    if not told:
        return Figure(NAME, VERSION, harm, whom, None, None, None, (), "only denied" + denials(tellings))
    number = min(map(conservative, told))
    claims = tuple(sorted(telling.claim for telling in told if conservative(telling) == number))
    reason = f"lowest of {voices(told)}{denials(tellings)}"
    return Figure(NAME, VERSION, harm, whom, number, number, number, claims, reason)


def conservative(telling: Telling) -> int:
    """The number told, or what ACLED puts for the vague class."""
    return VAGUE.get(telling.vague, telling.low)

"""`low_best_high`: the lowest, the most often told and the highest number, as UCDP gives them.

Source: UCDP GED codebook (best, low and high estimates). An open upper bound («at least 5») counts as its lower one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from isnad.link.figures.tellings import Telling, denials, latest_of_each_voice, voices
from isnad.records import Figure

NAME = "low_best_high"
VERSION = "1"


def figure(tellings: Sequence[Telling]) -> Figure:
    """low ≤ best ≤ high over the voices' latest numbers; best is what most voices tell, of equals the latest, then the lowest."""
    told = latest_of_each_voice(tellings)
    harm, whom = tellings[0].harm, tellings[0].whom
    if not told:
        return Figure(NAME, VERSION, harm, whom, None, None, None, (), "only denied" + denials(tellings))
    votes = Counter(telling.low for telling in told)
    best = max(told, key=lambda telling: (votes[telling.low], telling.day, -telling.low)).low
    low = min(telling.low for telling in told)
    high = max(telling.high or telling.low for telling in told)
    reason = f"best: {votes[best]} of {voices(told)}{denials(tellings)}"
    return Figure(NAME, VERSION, harm, whom, low, best, high, tuple(sorted(t.claim for t in told)), reason)

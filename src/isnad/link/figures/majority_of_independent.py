"""`majority_of_independent`: the number that more than half of the independent voices tell, or none.

Source: Every Casualty Counts, Standards for Casualty Recording (rules that recorders use for disputed counts).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from isnad.link.figures.tellings import Telling, denials, latest_of_each_voice, voices
from isnad.records import Figure

NAME = "majority_of_independent"
VERSION = "1"


def figure(tellings: Sequence[Telling]) -> Figure:
    """low, best and high are the majority's number; all None where there is none."""
    told = latest_of_each_voice(tellings)
    harm, whom = tellings[0].harm, tellings[0].whom
    if not told:
        return Figure(NAME, VERSION, harm, whom, None, None, None, (), "only denied" + denials(tellings))
    number, votes = max(Counter(telling.low for telling in told).items(), key=lambda item: (item[1], -item[0]))
    reason = f"{votes} of {voices(told)}{denials(tellings)}"
    if 2 * votes <= len(told):
        return Figure(NAME, VERSION, harm, whom, None, None, None, tuple(sorted(t.claim for t in told)), "no majority: " + reason)
    claims = tuple(sorted(telling.claim for telling in told if telling.low == number))
    return Figure(NAME, VERSION, harm, whom, number, number, number, claims, reason)

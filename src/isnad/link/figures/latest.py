"""`latest`: the number published last; a running total replaces what came before it."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.link.figures.tellings import Telling, denials, latest_of_each_voice, voices
from isnad.records import Figure

NAME = "latest"
VERSION = "1"


def figure(tellings: Sequence[Telling]) -> Figure:
    """Of the last day's numbers the running total, else the one that most voices tell, else the lowest; an undated one comes first."""
    told = latest_of_each_voice(tellings)
    harm, whom = tellings[0].harm, tellings[0].whom
    if not told:
        return Figure(NAME, VERSION, harm, whom, None, None, None, (), "only denied" + denials(tellings))
    day = max(telling.day for telling in told)
    last = [telling for telling in told if telling.day == day]
    chosen = max(last, key=lambda t: (t.total, sum(o.low == t.low for o in last), -t.low))
    claims = tuple(sorted(telling.claim for telling in last if telling.low == chosen.low))
    kind = "running total" if chosen.total else "number"
    reason = f"{kind} of {day or 'an unknown day'}, {voices(told)}{denials(tellings)}"
    return Figure(NAME, VERSION, harm, whom, chosen.low, chosen.low, chosen.high, claims, reason)

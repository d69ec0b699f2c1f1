"""`range_and_grade`: the range told, and a grade with its reasons, in the manner of Airwars.

Source: Airwars' methodology note (range; confirmed, fair, weak, contested). The grade speaks of how it is told, not of what is true:
a person confirms or changes it. «Discounted» is a person's word and is never computed.
"""

from __future__ import annotations

from collections.abc import Sequence

from isnad.link.figures.tellings import Telling, denials, latest_of_each_voice, voices
from isnad.records import Figure

NAME = "range_and_grade"
VERSION = "1"


def figure(tellings: Sequence[Telling]) -> Figure:
    """low and high are the range over voices, best stays open."""
    told = latest_of_each_voice(tellings)
    harm, whom = tellings[0].harm, tellings[0].whom
    grade, reason = grade_of(tellings, told)
    if not told:
        return Figure(NAME, VERSION, harm, whom, None, None, None, (), reason, grade)
    low = min(telling.low for telling in told)
    high = max(telling.high or telling.low for telling in told)
    return Figure(NAME, VERSION, harm, whom, low, None, high, tuple(sorted(t.claim for t in told)), reason, grade)


def grade_of(tellings: Sequence[Telling], told: Sequence[Telling]) -> tuple[str, str]:
    """(grade, why): admitted → confirmed; several parties blamed, or denied → contested; 2 or more voices → fair; else weak."""
    how = f"{voices(told)}{denials(tellings)}"
    blamed = {telling.agents for telling in told if telling.agents}
    if any(telling.admitted for telling in tellings):
        return "confirmed", f"told by the party said to have done it; {how}"
    if any(telling.denied for telling in tellings):
        return "contested", how
    if len(blamed) > 1 and not frozenset.intersection(*map(frozenset, blamed)):
        return "contested", f"{len(blamed)} different parties are blamed; {how}"
    return ("fair" if len(told) > 1 else "weak"), how

"""Reports that rest on one origin are one voice: near duplicates, shared quotations, one wire, one speaker with one number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from isnad.records import Record

Similar = Mapping[tuple[str, str], tuple[int, int]]
"""Two reports (in order of their ids) → hundredths of their word triples in common, by MinHash; quotations and long clauses in common."""

NEAR_DUPLICATE = 50
"""Hundredths in common from which two texts are one."""
AKIN = 15
"""Hundredths in common from which one speaker means one origin."""
COPIED = 3
"""Quotations and long clauses in common, word for word, from which two reports rest on one origin, whoever speaks."""


class Source(Record, frozen=True):
    """What a report brings to an incident: whom it credits, who speaks nearest the act, and the numbers told."""

    report: str
    published: str
    outlet: str
    wires: frozenset[str]
    mouths: frozenset[str]
    numbers: frozenset[str]


class Voice(Record, frozen=True):
    """A report and the earliest report of its voice; `reason` is empty where it stands alone or is that report."""

    report: str
    voice: str
    reason: str


def find_voices(sources: Sequence[Source], similar: Similar) -> list[Voice]:
    """The voices among the reports of one incident, in the order of their days."""
    ordered = sorted(sources, key=lambda source: (source.published or "9999", source.report))
    first: dict[str, str] = {}
    found: list[Voice] = []
    for source in ordered:
        voice, reason = _earlier_voice(source, ordered, first, similar)
        first[source.report] = voice
        found.append(Voice(source.report, voice, reason))
    return _settled(found)


def _earlier_voice(source: Source, ordered: Sequence[Source], first: Mapping[str, str], similar: Similar) -> tuple[str, str]:
    for other in ordered:
        if other.report not in first:
            break
        if reason := one_origin(source, other, similar):
            return first[other.report], f"{reason} ({other.report})"
    return source.report, ""


def one_origin(left: Source, right: Source, similar: Similar) -> str:
    """Why the two reports are one voice; empty where nothing says so."""
    first, second = sorted((left.report, right.report))
    shared, quoted = similar.get((first, second), (0, 0))
    if shared >= NEAR_DUPLICATE:
        return f"near duplicate: {shared} % of the text in common"
    if quoted >= COPIED:
        return f"{quoted} quotations or long clauses in common"
    if wires := (left.wires | {left.outlet}) & (right.wires | {right.outlet}) & (left.wires | right.wires):
        return f"wire: {min(wires)}"
    if (mouths := left.mouths & right.mouths) and (quoted or shared >= AKIN or left.numbers & right.numbers):
        return f"the same speaker, the same words or numbers: {min(mouths)}"
    return ""


def _settled(found: Iterable[Voice]) -> list[Voice]:
    """The same voices, grouped; each group in the order of its days."""
    groups: dict[str, list[Voice]] = defaultdict(list)
    for voice in found:
        groups[voice.voice].append(voice)
    return [voice for group in groups.values() for voice in group]

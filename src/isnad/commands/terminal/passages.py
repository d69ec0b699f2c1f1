"""The sentences that a claim rests on, with its spans marked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.text import Text

from isnad.commands.terminal.words import harmless
from isnad.records import Record

STYLES = {
    "act": "bold reverse",
    "agent": "bold green",
    "target": "bold red",
    "counterpart": "bold yellow",
    "place": "bold blue",
    "time": "bold magenta",
    "loss": "bold bright_red",
    "speaker": "bold cyan",
}
_END = re.compile(r"[.!?؟\n]+\s*")


class Marked(Record, frozen=True):
    """A span of a slot, in code points of its field."""

    slot: str
    start: int
    end: int
    field: str


def marks_of(claim: Mapping[str, Any]) -> list[Marked]:
    """The spans of every slot, and of the trigger as `act`."""
    slots = {
        "agent": "agent",
        "target": "target",
        "counterpart": "counterpart",
        "places": "place",
        "losses": "loss",
        "speakers": "speaker",
    }
    fillers = [(name, filler) for slot, name in slots.items() for filler in claim[slot]]
    fillers += [("act", claim["trigger"])]
    if claim["time"] and claim["time"]["span"]:
        fillers.append(("time", claim["time"]["span"]))
    return [Marked(slot, span["start"], span["end"], span["field"]) for slot, span in fillers if span["start"] >= 0]


def passages(claim: Mapping[str, Any], report: Mapping[str, Any]) -> Iterator[Text]:
    """Each sentence with a span or evidence of the claim in it, title first, marked by slot."""
    marks = marks_of(claim)
    rests_on = [*marks, *(Marked("evidence", span["start"], span["end"], span["field"]) for span in claim["evidence"])]
    for field in ("title", "text"):
        text = report[field]
        for start, end in _sentences(text, [mark for mark in rests_on if mark.field == field]):
            yield _marked(text, start, end, [mark for mark in marks if mark.field == field])


def _sentences(text: str, marks: Iterable[Marked]) -> list[tuple[int, int]]:
    """The stretches around the marks, each once, in their order."""
    edges = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    stretches = {
        (start, end) for mark in marks for start, end in itertools.pairwise(edges) if start < mark.end and mark.start < end
    }
    return sorted(stretches)


def _marked(text: str, start: int, end: int, marks: Iterable[Marked]) -> Text:
    shown = Text(harmless(text[start:end]).replace("\n", " ").rstrip())
    for found in marks:
        if found.start < end and start < found.end:
            shown.stylize(STYLES[found.slot], max(found.start - start, 0), min(found.end, end) - start)
    return shown


def mark(shown: Text, claim: Mapping[str, Any], field: str) -> None:
    """Mark a claim's spans in a whole field, shown code point by code point."""
    for found in marks_of(claim):
        if found.field == field:
            shown.stylize(STYLES[found.slot], found.start, found.end)


def legend(claims: Iterable[Mapping[str, Any]]) -> Text:
    """The slots that are marked, each in its style."""
    slots = {found.slot for claim in claims for found in marks_of(claim)}
    return Text("  ").join(Text(slot, style=style) for slot, style in STYLES.items() if slot in slots)

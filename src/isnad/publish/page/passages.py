"""The sentences that a claim rests on, each with the spans of its slots, in code points of the passage."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from isnad.publish.bundle.rows import Row
from isnad.publish.page.safe import harmless
from isnad.records import Record

SLOTS = {
    "agent": "agent",
    "target": "target",
    "counterpart": "counterpart",
    "places": "place",
    "losses": "loss",
    "speakers": "speaker",
}
_END = re.compile(r"[.!?؟]+(?=\s)\s*|\n+\s*")


class Mark(Record, frozen=True, order=True):
    """A slot's span, in code points of its field or passage."""

    start: int
    end: int
    slot: str


class Passage(Record, frozen=True):
    """Words as published; `start` is where they begin in `field`. Marks are relative to them."""

    field: str
    start: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def encoded(self) -> str:
        """«agent:3-9 place:10-17», for the page's script."""
        return " ".join(f"{mark.slot}:{mark.start}-{mark.end}" for mark in self.marks)


def passages(claim: Row, report: Row | None) -> list[Passage]:
    """Title first, then text; neighbouring sentences are one passage. [] where the report is not at hand."""
    if report is None:
        return []
    return [passage for field in ("title", "text") for passage in _of_field(claim, field, report[field])]


def marks_of(claim: Row, field: str) -> list[Mark]:
    """The spans of every slot in a field, in order; the trigger as «act»."""
    spans: list[tuple[str, Any]] = [("act", claim["trigger"])]
    spans += [(name, filler) for slot, name in SLOTS.items() for filler in claim[slot]]
    if claim["time"] and claim["time"]["span"]:
        spans.append(("time", claim["time"]["span"]))
    return sorted(
        {
            Mark(span["start"], span["end"], name)
            for name, span in spans
            if span["field"] == field and 0 <= span["start"] < span["end"]
        }
    )


def _of_field(claim: Row, field: str, text: str) -> Iterator[Passage]:
    marks = marks_of(claim, field)
    rests_on = [*marks, *(Mark(span["start"], span["end"], "") for span in claim["evidence"] if span["field"] == field)]
    for start, end in _stretches(text, rests_on):
        inside = (mark for mark in marks if mark.start < end and start < mark.end)
        moved = tuple(Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.slot) for mark in inside)
        yield Passage(field, start, harmless(text[start:end]), moved)


def _stretches(text: str, marks: Iterable[Mark]) -> list[tuple[int, int]]:
    """Sentences that a mark touches, neighbours joined, blanks at their ends cut."""
    edges = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    touched = sorted(
        {pair for mark in marks for pair in itertools.pairwise(edges) if pair[0] < mark.end and mark.start < pair[1]}
    )
    joined: list[tuple[int, int]] = []
    for start, end in touched:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [(start, start + len(text[start:end].rstrip())) for start, end in joined]

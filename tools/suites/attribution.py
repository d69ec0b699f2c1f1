"""Scores the sayings of a text against a suite of who says what in one sentence (pud-attribution).

python tools/suites/attribution.py SUITE.jsonl [--faults]

A case counts when a cue that overlaps the case's reporting verb is found and the words of its speaker overlap the
case's source by at least half of the shorter of the two (as the claims' scorer compares evidence).
"""

from __future__ import annotations

from typing import Any

from running import Case, run

from isnad.extract.field import FieldReading
from isnad.extract.speech.sayings import Saying, find_sayings
from isnad.knowledge.load import Knowledge


def right(case: Case, knowledge: Knowledge) -> bool:
    """Whether the case's verb is found with its source."""
    wanted = case["expected"]["attribution"]
    field = FieldReading(case["input"], "text", None, knowledge)
    cues = [s for s in find_sayings(field, knowledge) if _shared(_span(field, s.cue, s.end), wanted["verb"]) > 0]
    return any(s.first >= 0 and _overlaps(field, s, wanted["source"]) for s in cues) if wanted.get("source") else bool(cues)


def _span(field: FieldReading, first: int, last: int) -> tuple[int, int]:
    return field.words.starts[first], field.words.ends[last - 1]


def _shared(span: tuple[int, int], wanted: dict[str, Any]) -> int:
    return min(span[1], int(wanted["end"])) - max(span[0], int(wanted["start"]))


def _overlaps(field: FieldReading, saying: Saying, wanted: dict[str, Any]) -> bool:
    span = _span(field, saying.first, saying.last)
    return 2 * _shared(span, wanted) >= min(span[1] - span[0], int(wanted["end"]) - int(wanted["start"]))


def shown(case: Case) -> str:
    """A case that failed, in a line."""
    return f"{case['id']} {case['input']}"


if __name__ == "__main__":
    run(__doc__, right, shown)

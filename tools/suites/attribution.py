"""Scores the sayings of a text against a suite of who says what in one sentence (pud-attribution).

python tools/suites/attribution.py SUITE.jsonl [--faults]

A case counts when a cue that overlaps the case's reporting verb is found and the words of its speaker overlap the
case's source by at least half of the shorter of the two (as the claims' scorer compares evidence).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from isnad.extract.field import FieldReading
from isnad.extract.speech.sayings import Saying, find_sayings
from isnad.knowledge.load import Knowledge, load_knowledge


def right(case: dict[str, Any], knowledge: Knowledge) -> bool:
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


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("suite", type=Path)
    args.add_argument("--faults", action="store_true", help="print the cases that failed")
    options = args.parse_args()
    knowledge = load_knowledge()
    cases = [json.loads(line) for line in options.suite.read_text(encoding="utf-8").splitlines() if line.strip()]
    wrong = [c for c in cases if not right(c, knowledge)]
    print(f"{len(cases) - len(wrong)} of {len(cases)}: {1 - len(wrong) / len(cases):.3f}")
    for case in wrong if options.faults else []:
        print(case["id"], case["input"])


if __name__ == "__main__":
    main()

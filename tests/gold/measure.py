"""Coded reports read anew and scored by the scorer beside the repository."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from isnad.extract.read import read_report
from isnad.knowledge.load import Knowledge, load_knowledge
from isnad.publish.gold import gold_line
from isnad.records import Report

OWN = Path(__file__).parent / "own"
SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "score"


class Measure(NamedTuple):
    """A gold file, the reports that it codes, and the F1 that no slot may fall below."""

    name: str
    gold: Path
    reports: Path
    floors: dict[str, float]


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def score(measure: Measure, folder: Path) -> dict[str, float]:
    """F1 by slot, end to end; the readings are left in `folder`."""
    readings = folder / "readings.jsonl"
    readings.write_bytes(b"".join(gold_line(read_report(report, knowledge())) for report in _coded(measure)))
    command = [sys.executable, *map(str, (SCORER, measure.gold, readings, "--reports", measure.reports, "--json"))]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return {slot: float(row["f1"]) for slot, row in json.loads(ended.stdout).items()}


def _coded(measure: Measure) -> Sequence[Report]:
    wanted = {json.loads(line)["report"] for line in measure.gold.read_text("utf-8").splitlines()}
    rows = [json.loads(line) for line in measure.reports.read_text("utf-8").splitlines()]
    return [
        Report(row["id"], row["text"], row.get("title") or "", row.get("outlet"), published=row.get("date"))
        for row in rows
        if row["id"] in wanted
    ]

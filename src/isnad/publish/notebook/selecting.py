"""Records in hand as the selection that a page is made from, without a ledger."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec

from isnad import __version__
from isnad.publish.bundle.provenance import CODEBOOK, Provenance
from isnad.publish.bundle.selection import Selection
from isnad.records import Claim, Incident, Reading, Report

NOT_IN_A_LEDGER = "not from a ledger"


def of_reading(reading: Reading, report: Report | None) -> Selection:
    """Its claims as rows of `current_claims` would be; without the report there are no words to show."""
    claims = [_row(claim, at, reading, report) for at, claim in enumerate(reading.claims)]
    reports = {report.id: msgspec.to_builtins(report)} if report else {}
    return Selection(_trace(f"reading of {reading.report}"), claims, {claim["id"]: claim for claim in claims}, reports=reports)


def of_incident(incident: Incident) -> Selection:
    """Its figures; those of the first policy, since a record does not say which one is wanted."""
    row = {"run": 0, **msgspec.to_builtins(incident)}
    policy = incident.figures[0].policy if incident.figures else "lowest"
    version = incident.figures[0].version if incident.figures else ""
    figures = [figure for figure in row["figures"] if figure["policy"] == policy]
    traced = _trace(f"--incident {incident.id}", policy, version)
    return Selection(traced, incidents=[row], figures={incident.id: figures})


def _row(claim: Claim, position: int, reading: Reading, report: Report | None) -> dict[str, Any]:
    quotes = [getattr(report, span.field)[span.start : span.end] for span in claim.evidence] if report else []
    given = (
        {"outlet": report.outlet, "url": report.url, "title": report.title}
        if report
        else {"outlet": None, "url": None, "title": ""}
    )
    published = {"published": reading.published.day, "published_how": reading.published.how}
    return {**msgspec.to_builtins(claim), "position": position, "reading": "", "quotes": quotes, **given, **published}


def _trace(query: str, policy: str = "lowest", version: str = "") -> Provenance:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return Provenance(query, NOT_IN_A_LEDGER, policy, version, CODEBOOK, __version__, (), 0, made)

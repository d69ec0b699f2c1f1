"""Everything that voices and figures of an incident are computed from, read a page of incidents at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from isnad.ledger.engines.duckdb import DuckEngine
from isnad.link.voices import Similar, Source
from isnad.records import Record


class Account(Record, frozen=True):
    """An incident's claims (rows), its reports as sources, and how alike these are."""

    incident: str
    claims: tuple[dict[str, Any], ...]
    sources: tuple[Source, ...]
    similar: Similar


def read_accounts(engine: DuckEngine, page: int) -> Iterator[list[Account]]:
    """Incidents that several reports tell of, or that cost anything, `page` at a time. Wants the table `named`."""
    engine.query(_WANTED)
    agencies = {row["name"] for row in engine.query("SELECT DISTINCT name FROM known_agencies")}
    count = engine.query("SELECT coalesce(max(turn), -1) + 1 AS n FROM wanted")[0]["n"]
    for start in range(0, count, page):
        bounds = [start, start + page]
        similar = _similar(engine, bounds)
        claims: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in engine.query(_CLAIMS, bounds):
            claims[row["incident"]].append(row)
        yield [_account(incident, rows, similar, agencies) for incident, rows in claims.items()]


_WANTED = """
    CREATE OR REPLACE TABLE wanted AS
    SELECT named.id AS incident, row_number() OVER (ORDER BY named.id) - 1 AS turn
    FROM named JOIN told USING (claim) JOIN claims ON claims.id = told.claim AND claims.reading = told.reading
    GROUP BY named.id HAVING count(DISTINCT named.report) > 1 OR bool_or(len(losses) > 0)
"""

_CLAIMS = """
    SELECT incident, named.claim AS id, named.report, coalesce(named.published, '') AS published, recalled, named.status,
        claims.losses, claims.agent, claims.speakers, coalesce(reports.outlet, '') AS outlet, current_readings.wire
    FROM wanted
    JOIN named ON named.id = incident
    JOIN told ON told.claim = named.claim
    JOIN current_readings ON current_readings.report = named.report
    JOIN claims ON claims.id = told.claim AND claims.reading = told.reading
    JOIN reports ON reports.id = named.report
    WHERE turn >= $1 AND turn < $2
    ORDER BY incident, published, named.report, named.position
"""

_SIMILAR = """
    WITH told_by AS (
        SELECT DISTINCT incident, named.report, nr FROM wanted JOIN named ON named.id = incident JOIN report_marks USING (report)
        WHERE turn >= $1 AND turn < $2
    ), pairs AS (
        SELECT DISTINCT l.report AS report_l, r.report AS report_r, l.nr AS nr_l, r.nr AS nr_r
        FROM told_by AS l JOIN told_by AS r USING (incident) WHERE l.report < r.report
    )
    SELECT report_l, report_r, len(list_intersect(l.quotes, r.quotes)) AS quoted,
        100 * len(list_intersect(l.bands, r.bands)) // greatest(1, least(len(l.bands), len(r.bands))) AS shared
    FROM pairs JOIN report_marks AS l ON l.nr = nr_l JOIN report_marks AS r ON r.nr = nr_r
"""


def _similar(engine: DuckEngine, bounds: list[int]) -> Similar:
    rows = engine.query(_SIMILAR, bounds)
    return {(row["report_l"], row["report_r"]): (row["shared"], row["quoted"]) for row in rows if row["shared"] or row["quoted"]}


def _account(incident: str, claims: list[dict[str, Any]], similar: Similar, agencies: set[str]) -> Account:
    """A credit counts where it names an agency that is known, or an outlet of the incident; «agencies» names none."""
    by_report: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in claims:
        by_report[claim["report"]].append(claim)
    outlets = {claim["outlet"] for claim in claims}
    sources = tuple(
        _source(report, rows, agencies, outlets) for report, rows in by_report.items() if not all(row["recalled"] for row in rows)
    )
    return Account(incident, tuple(claims), sources, similar)


def _source(report: str, claims: Sequence[Mapping[str, Any]], agencies: set[str], outlets: set[str]) -> Source:
    first = claims[0]
    mouths = {claim["speakers"][0]["id"] for claim in claims if claim["speakers"]}
    numbers = {f"{loss['harm']} {loss['low']}" for claim in claims for loss in claim["losses"] if (loss["low"] or 0) > 1}
    return Source(
        report,
        first["published"],
        first["outlet"],
        frozenset(wire for wire in first["wire"] if wire in agencies or wire in outlets),
        frozenset(mouth for mouth in mouths if mouth and not mouth.startswith("kind.")),
        frozenset(numbers),
    )

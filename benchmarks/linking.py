"""How linking holds up at size and density: real claims, moved together in time and place, many times over.

usage: python -m benchmarks.linking LEDGER [--claims 100000] [--years 0] [--keep FILE]

LEDGER is read and linked. A unit is a report with all that share an incident with it, directly or through others; a copy of a unit has all
its claims on other days (one shift for the unit) and at other places (one step through the list of known villages and towns). So what
belongs together is known: pairs of reports of one copy that share an incident in LEDGER. The days stay within the ledger's own years, so that
ten times the claims are ten times as dense; --years spreads them over so many years instead. Prints a row of a table: claims, years, pairs
weighed, seconds, seconds of processor, GB, recall and precision of pairs of reports, both against what linking found in LEDGER.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import click

from isnad.knowledge.load import load_knowledge
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.link.happenings import link_ledger
from isnad.link.model import load_model

_BASE = """
    CREATE OR REPLACE TEMP TABLE copies AS
    SELECT unit, copy, hash(unit, copy) AS mixed
    FROM (SELECT DISTINCT unit FROM units), range({copies}) AS r(copy)
    WHERE hash(unit, copy, 'chosen') % 1000000 < {share};

    CREATE OR REPLACE TEMP TABLE known AS SELECT row_number() OVER (ORDER BY id) - 1 AS nr, * FROM known_villages;
    CREATE OR REPLACE TEMP TABLE moved AS
    SELECT r.report || '@' || copy AS new_report, r.report, r.id AS reading, r.published, mixed, units.unit || '@' || copy AS moved,
        (mixed % (SELECT count(*) FROM known))::INTEGER AS step,
        ((mixed // 7) % {days})::INTEGER + (SELECT quantile_cont(epoch(try_cast(published AS DATE)), 0.05) // 86400 FROM base.current_readings)::INTEGER
            - (epoch(coalesce(min(try_cast(r.published AS DATE)) OVER (PARTITION BY units.unit), DATE '2020-01-01')) // 86400)::INTEGER AS shift
    FROM copies JOIN units USING (unit) JOIN base.current_readings AS r ON r.report = units.report;
"""

_FILL = """
    INSERT INTO runs VALUES (1, 'read', now(), now(), 'benchmark', 'k', '{}', [], NULL);
    INSERT INTO reports SELECT new_report, '', '', report, NULL, NULL, 'ar', '', '', '', 1 FROM moved;
    INSERT INTO readings
    SELECT new_report, new_report, 1, strftime(try_cast(r.published AS DATE) + shift, '%Y-%m-%d'), r.published_how, '', [], r.wire,
        list_transform(r.minhash, lambda value: hash(value, mixed) >> 32), list_transform(r.quotes, lambda value: value || moved)
    FROM moved JOIN base.current_readings AS r ON r.report = moved.report;
    INSERT INTO mentions BY NAME
    SELECT m.* REPLACE (new_report AS reading, new_report AS report, coalesce(other.id, m.id) AS id)
    FROM moved JOIN base.mentions AS m ON m.reading = moved.reading
    LEFT JOIN known ON known.id = m.id LEFT JOIN known AS other ON other.nr = (known.nr + step) % (SELECT count(*) FROM known)
    WHERE m.kind IN ('actor', 'place') AND m.id <> '';
    CREATE OR REPLACE TEMP TABLE moved_places AS
    SELECT claim, new_report, list(struct_update(place,
        id := coalesce(other.id, place.id), "name" := coalesce(other.name, place."name" || if(place.id = '', step::VARCHAR, '')),
        lat := coalesce(other.lat, place.lat), lon := coalesce(other.lon, place.lon)
    ) ORDER BY position) AS places
    FROM (SELECT c.id AS claim, new_report, step, generate_subscripts(c.places, 1) AS position, unnest(c.places) AS place
          FROM moved JOIN base.claims AS c ON c.reading = moved.reading)
    LEFT JOIN known ON known.id = place.id LEFT JOIN known AS other ON other.nr = (known.nr + step) % (SELECT count(*) FROM known)
    GROUP BY claim, new_report;
    INSERT INTO claims BY NAME
    SELECT c.* REPLACE (m.new_report AS reading, m.new_report AS report, 'c' || substr(md5(c.id || m.moved), 1, 15) AS id,
        coalesce(p.places, []) AS places,
        if(c."time" IS NULL, NULL, struct_update(c."time",
            "start" := strftime(try_cast(left(c."time"."start", 10) AS DATE) + m.shift, '%Y-%m-%d'),
            "end" := strftime(try_cast(left(c."time"."end", 10) AS DATE) + m.shift, '%Y-%m-%d'))) AS "time")
    FROM moved AS m JOIN base.claims AS c ON c.reading = m.reading
    SEMI JOIN base.linked_claims AS l ON l.claim = c.id
    LEFT JOIN moved_places AS p ON p.claim = c.id AND p.new_report = m.new_report;
    CREATE TABLE wanted AS
    SELECT DISTINCT l.report || '@' || copy AS one, r.report || '@' || copy AS other
    FROM copies JOIN units USING (unit)
    JOIN (SELECT id, unnest(reports) AS report FROM base.current_incidents) AS l ON l.report = units.report
    JOIN (SELECT id, unnest(reports) AS report FROM base.current_incidents) AS r ON r.id = l.id AND l.report < r.report;
"""

_PAIRS = """
    WITH linked AS (
        SELECT DISTINCT l.report AS one, r.report AS other
        FROM (SELECT id, unnest(reports) AS report FROM current_incidents WHERE len(reports) > 1) AS l
        JOIN (SELECT id, unnest(reports) AS report FROM current_incidents WHERE len(reports) > 1) AS r USING (id)
        WHERE l.report < r.report
    )
    SELECT (SELECT count(*) FROM wanted) AS wanted, (SELECT count(*) FROM linked) AS linked,
        (SELECT count(*) FROM wanted JOIN linked USING (one, other)) AS both
"""


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path, exists=True))
@click.option("--claims", default=100_000)
@click.option("--years", default=0, help="Spread the claims over so many years; the ledger's own, if not told.")
@click.option("--keep", type=click.Path(path_type=Path), help="Keep the ledger that was made here.")
def bench(ledger: Path, claims: int, years: int, keep: Path | None) -> None:
    """Make a ledger of CLAIMS moved claims, link it, print a row."""
    with tempfile.TemporaryDirectory() as folder:
        path = keep or Path(folder) / "moved.duckdb"
        path.unlink(missing_ok=True)
        make(ledger, path, claims, years)
        knowledge, model = load_knowledge(), load_model()
        with DuckEngine(path, write=True) as engine:
            began, busy = time.perf_counter(), time.process_time()
            found = link_ledger(engine, knowledge, model)
            seconds, busy = time.perf_counter() - began, time.process_time() - busy
            pairs = engine.query(_PAIRS)[0]
        gigabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        recall, precision = pairs["both"] / max(1, pairs["wanted"]), pairs["both"] / max(1, pairs["linked"])
        click.echo(
            f"| {found.claims:,} | {years or 'own'} | {found.pairs:,} | {seconds:.0f} s | {busy:.0f} s | {gigabytes:.1f} GB | {recall:.2f} | {precision:.2f} |"
        )


def make(ledger: Path, path: Path, claims: int, years: int) -> None:
    """The moved ledger, in a process of its own, so that its memory does not count."""
    import subprocess

    subprocess.run(
        [sys.executable, "-c", f"from benchmarks.linking import fill; fill({str(ledger)!r}, {str(path)!r}, {claims}, {years})"],
        check=True,
    )


def fill(ledger: str, path: str, claims: int, years: int) -> None:
    """Copy units until there are as many claims; times and places moved."""
    import pyarrow as pa

    with DuckEngine(Path(path), write=True) as engine:
        engine.connection.execute("SET enable_progress_bar = false")
        engine.connection.execute(f"ATTACH '{ledger}' AS base (READ_ONLY)")
        engine.connection.register("units", pa.Table.from_pylist(units(engine)))
        engine.connection.register("known_villages", pa.Table.from_pylist(list(villages())))
        every = engine.query("SELECT count(*) AS n FROM base.linked_claims")[0]["n"]
        copies = -(-claims // every)
        days = years * 365 or own_days(engine)
        base = _BASE.format(copies=copies, share=round(1e6 * claims / (every * copies)), days=days)
        for statement in (base + _FILL).split(";\n"):
            engine.connection.execute(statement)


def units(engine: DuckEngine) -> list[dict[str, str]]:
    """Each report, and the first of those that it shares an incident with at any remove."""
    above: dict[str, str] = {row["report"]: row["report"] for row in engine.query("SELECT report FROM base.current_readings")}

    def top(report: str) -> str:
        while above[report] != report:
            report = above[report]
        return report

    for row in engine.query("SELECT reports FROM base.current_incidents WHERE len(reports) > 1"):
        for report in row["reports"][1:]:
            first, second = sorted((top(row["reports"][0]), top(report)))
            above[second] = first
    return [{"report": report, "unit": top(report)} for report in above]


def villages() -> list[dict[str, Any]]:
    """Known places that a unit can be moved to."""
    places = load_knowledge().places.values()
    shown = ("village", "town", "city")
    return [{"id": p.id, "name": p.names[0], "lat": p.lat, "lon": p.lon} for p in places if p.kind in shown and p.lat is not None]


def own_days(engine: DuckEngine) -> int:
    """Days from the first to the last twentieth of the ledger's reports: its dense years."""
    row = engine.query("SELECT quantile_cont(epoch(try_cast(published AS DATE)), [0.05, 0.95]) AS q FROM base.current_readings")[
        0
    ]["q"]
    return int((row[1] - row[0]) // 86400)


if __name__ == "__main__":
    bench()

"""Linked pairs drawn at random, to be judged by reading.

usage: sample_pairs.py LEDGER [--count 100] [--seed 1] [--between FILE]     prints; each pair ends in «right? » for the reader

A pair is two claims of different reports that stand in one incident: the incident is drawn by its pairs, so that every pair of reports
that share an incident is as likely as any other. --between limits the draw to pairs of reports in FILE (two ids a line).
"""

from __future__ import annotations

import itertools
import random
from pathlib import Path
from typing import Any

import click

from isnad.ledger.engines.duckdb import DuckEngine


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path, exists=True))
@click.option("--count", default=100)
@click.option("--seed", default=1)
@click.option("--between", type=click.Path(path_type=Path, exists=True))
def sample(ledger: Path, count: int, seed: int, between: Path | None) -> None:
    """Print COUNT pairs of reports that share an incident, each with the words of the claims it has in it."""
    wanted = {tuple(line.split()) for line in between.read_text().splitlines()} if between else None
    with DuckEngine(ledger) as engine:
        incidents = engine.query("SELECT id, reports, claims FROM current_incidents WHERE len(reports) > 1 ORDER BY id")
        pairs = [(row, pair) for row in incidents for pair in itertools.combinations(sorted(row["reports"]), 2)]
        pairs = [item for item in pairs if wanted is None or item[1] in wanted]
        chosen = random.Random(seed).sample(pairs, min(count, len(pairs)))
        click.echo(f"{len(chosen)} of {len(pairs)} pairs")
        for at, (incident, pair) in enumerate(chosen, 1):
            click.echo(f"\n{at}. {incident['id']}")
            for report in pair:
                click.echo("   " + told(engine, report, incident["claims"]))


def told(engine: DuckEngine, report: str, claims: list[str]) -> str:
    """Outlet, day and title of a report, and the sentences of its first two claims in the incident."""
    rows: list[dict[str, Any]] = engine.query(
        """SELECT current_claims.published, current_claims.title, act, left("time"."start", 10) AS day, reports."text" AS whole, "trigger" AS at
           FROM current_claims JOIN reports ON reports.id = current_claims.report
           WHERE report = $1 AND list_contains($2, current_claims.id) ORDER BY "time" IS NULL, position LIMIT 2""",
        [report, claims],
    )
    first = rows[0]
    said = " // ".join(f"[{row['act']} {row['day'] or '–'}] {around(row)}" for row in rows)
    return f"{report} {first['published']} {' '.join(first['title'].split())[:70]} :: {said}"


def around(row: dict[str, Any]) -> str:
    """The trigger with what stands about it."""
    text = row["title"] if row["at"]["field"] == "title" else row["whole"]
    return " ".join(text[max(0, row["at"]["start"] - 70) : row["at"]["end"] + 110].split())


if __name__ == "__main__":
    sample()

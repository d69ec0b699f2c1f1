"""Do a hundred reports more, linked upon the rest, give the same as all of them linked at once?

usage: stepwise.py LEDGER [--late 100] [--seed 5]     the ledger stays as it is: a copy is linked

The readings of some reports, drawn at random, are taken out; the rest is linked; they are put back and linked upon it; then everything is
linked anew. Prints the time of each and whether the two outcomes are the same, row by row.
"""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

import click

from isnad.knowledge.load import load_knowledge
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.link.happenings import link_ledger
from isnad.link.model import load_model

TABLES = ("incidents", "links", "figures", "voices", "threads")


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path, exists=True))
@click.option("--late", default=100)
@click.option("--seed", default=5)
def stepwise(ledger: Path, late: int, seed: int) -> None:
    """Link a copy of LEDGER in two goes and at once."""
    knowledge, model = load_knowledge(), load_model()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.duckdb"
        shutil.copy(ledger, path)
        with DuckEngine(path, write=True) as engine:

            def link(what: str, everything: bool) -> dict[str, list[dict[str, Any]]]:
                began = time.perf_counter()
                found = link_ledger(engine, knowledge, model, everything)
                click.echo(f"{what}: {found.compared:,} claims compared, {time.perf_counter() - began:.1f} s")
                return outcome(engine)

            reports = [row["report"] for row in engine.query("SELECT DISTINCT report FROM readings ORDER BY report")]
            chosen = random.Random(seed).sample(reports, late)
            engine.connection.execute(
                "CREATE TEMP TABLE late AS SELECT * FROM readings WHERE list_contains($1, report)", [chosen]
            )
            engine.connection.execute("DELETE FROM readings WHERE list_contains($1, report)", [chosen])
            link(f"{len(reports) - late:,} reports", True)
            engine.connection.execute("INSERT INTO readings SELECT * FROM late")
            upon = link(f"{late:,} more", False)
            at_once = link("all at once", True)
        for table in TABLES:
            same = "the same" if upon[table] == at_once[table] else "NOT the same"
            click.echo(f"{table}: {len(upon[table]):,} and {len(at_once[table]):,} rows, {same}")


def outcome(engine: DuckEngine) -> dict[str, list[dict[str, Any]]]:
    """All rows of the latest linking, table by table."""
    latest = "(SELECT max(run) FROM incidents)"
    return {table: engine.query(f"SELECT * EXCLUDE (run) FROM {table} WHERE run = {latest} ORDER BY ALL") for table in TABLES}


if __name__ == "__main__":
    stepwise()

"""isnad demo: invented reports in, claims and incidents out, in a minute."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from isnad.ledger.engines.duckdb import DuckEngine

STAGE = 1
LEDGER = Path("demo/sample.duckdb")
SAMPLES = Path(__file__).parents[1] / "samples"
"""Invented reports and, where there is one, the folder of knowledge about their invented places and parties."""


@click.command("demo")
@click.option("--ledger", type=click.Path(path_type=Path), default=LEDGER, show_default=True, help="Where to write it.")
@click.option("--limit", type=click.IntRange(1), default=8, show_default=True, help="Claims to show in a section, at most.")
def command(ledger: Path, limit: int) -> None:
    """Read 42 invented reports into a small ledger, link them, and show what they claim."""
    from isnad.commands.terminal.demo_page import show_demo
    from isnad.commands.terminal.progress import watching
    from isnad.knowledge.load import load_knowledge
    from isnad.ledger.engines.duckdb import DuckEngine
    from isnad.link.happenings import link_ledger
    from isnad.link.model import load_model
    from isnad.pipeline import Settings, read_into_ledger

    ledger.parent.mkdir(parents=True, exist_ok=True)
    own = tuple(folder for folder in [SAMPLES / "knowledge"] if folder.is_dir())
    with DuckEngine(ledger, write=True) as engine:
        with watching() as watch:
            read_into_ledger([SAMPLES / "reports.jsonl"], engine, Settings(knowledge=own), watch)
        link_ledger(engine, load_knowledge(own), load_model())
        show_demo(engine, ledger, limit)
        page = _write_page(engine, ledger)
    click.echo(f"\nall of it as a page, with map, timeline and every claim's words: {page}")


def _write_page(engine: DuckEngine, ledger: Path) -> Path:
    """The report page of the whole ledger, beside it."""
    from isnad.publish.bundle.query import Query
    from isnad.publish.bundle.selection import select
    from isnad.publish.report import write

    [page] = write(select(engine, Query()), ledger.with_suffix(".html"))
    return page

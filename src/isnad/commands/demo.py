"""isnad demo: invented reports in, claims out, in a minute."""

from __future__ import annotations

from pathlib import Path

import click

STAGE = 1
LEDGER = Path("demo/sample.duckdb")


@click.command("demo")
@click.option("--ledger", type=click.Path(path_type=Path), default=LEDGER, show_default=True, help="Where to write it.")
@click.option("--limit", type=click.IntRange(1), default=12, show_default=True, help="Claims to show.")
def command(ledger: Path, limit: int) -> None:
    """Read 42 invented reports into a small ledger and show what they claim."""
    from importlib.resources import as_file, files

    from isnad.commands.terminal.demo_page import show_demo
    from isnad.commands.terminal.progress import watching
    from isnad.ledger.engines.duckdb import DuckEngine
    from isnad.pipeline import Settings, read_into_ledger

    ledger.parent.mkdir(parents=True, exist_ok=True)
    with as_file(files("isnad") / "samples" / "reports.jsonl") as sample, DuckEngine(ledger, write=True) as engine:
        with watching() as watch:
            read_into_ledger([sample], engine, Settings(), watch)
        show_demo(engine, ledger, limit)

"""isnad undo: take a verdict back. Nothing is deleted: taking back is a verdict too, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import click

from isnad.commands.terminal import options
from isnad.commands.terminal.deciding import because

STAGE = 49


@click.command("undo")
@click.argument("verdict")
@options.ledger
@because
def command(verdict: str, ledger: Path, reason: str, author: str) -> None:
    """Take VERDICT back; the beginning of its id is enough."""
    from isnad.ledger.engines.duckdb import DuckEngine
    from isnad.ledger.verdicts import find_verdict, give_verdict

    with DuckEngine(ledger, write=True) as engine:
        undone = find_verdict(engine, verdict)
        given = give_verdict(engine, "undo", undone.subjects, author, reason, undoes=undone.id)
    click.echo(given.id)

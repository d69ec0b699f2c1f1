"""isnad why: from a claim back to the words that carry it."""

from __future__ import annotations

from pathlib import Path

import click

from isnad.commands.terminal import options

STAGE = 30


@click.command("why")
@click.argument("claim_id")
@options.ledger
def command(claim_id: str, ledger: Path) -> None:
    """Show a claim's sentences with its spans marked, the rule behind every slot, and the chain of speakers.

    The beginning of the id is enough.
    """
    from isnad.commands.terminal.why_page import show_why
    from isnad.ledger.claims import find_claim, find_report
    from isnad.ledger.engines.duckdb import DuckEngine

    with DuckEngine(ledger) as engine:
        claim = find_claim(engine, claim_id)
        show_why(claim, find_report(engine, claim["report"]))

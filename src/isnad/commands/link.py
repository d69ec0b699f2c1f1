"""isnad link: claims that tell of one happening become an incident."""

from __future__ import annotations

from pathlib import Path

import click

from isnad.commands.terminal import options

STAGE = 40


@click.command("link")
@options.ledger
@options.knowledge
@click.option("--everything", is_flag=True, help="Compare every claim anew, not only what changed; the outcome is the same.")
def command(ledger: Path, knowledge: tuple[Path, ...], everything: bool) -> None:
    """Bring claims together as incidents and moves as threads; verdicts are obeyed."""
    from isnad.commands.terminal.consoles import err
    from isnad.knowledge.load import load_knowledge
    from isnad.ledger.engines.duckdb import DuckEngine
    from isnad.link.happenings import link_ledger
    from isnad.link.model import load_model

    with DuckEngine(ledger, write=True) as engine, err.status("linking …"):
        found = link_ledger(engine, load_knowledge(knowledge), load_model(), everything)
    err.print(
        f"{found.claims:,} claims that can belong to an incident, {found.compared:,} compared anew; {found.links:,} links followed, {found.cut:,} cut"
    )
    err.print(
        f"{found.incidents:,} incidents, {found.shared:,} of them in several reports; {found.threads:,} threads of negotiation"
    )

"""isnad merge: two incidents are one happening."""

from __future__ import annotations

from pathlib import Path

import click

from isnad.commands.terminal import options
from isnad.commands.terminal.deciding import because, decide

STAGE = 45


@click.command("merge")
@click.argument("incidents", nargs=-1, required=True)
@options.ledger
@because
def command(incidents: tuple[str, ...], ledger: Path, reason: str, author: str) -> None:
    """Decide that INCIDENTS (two or more, by the beginning of their ids) are one; obeyed by every later `isnad link`."""
    from isnad.errors import QueryError
    from isnad.ledger.incidents import find_incident

    if len(incidents) < 2:
        raise QueryError("merge wants two incidents or more")
    decide(ledger, "merge", lambda engine: [find_incident(engine, prefix)["id"] for prefix in incidents], author, reason)

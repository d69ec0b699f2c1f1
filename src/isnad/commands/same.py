"""isnad same: two claims tell of one happening."""

from __future__ import annotations

from pathlib import Path

import click

from isnad.commands.terminal import options
from isnad.commands.terminal.deciding import because, decide

STAGE = 47


@click.command("same")
@click.argument("claims", nargs=-1, required=True)
@options.ledger
@because
def command(claims: tuple[str, ...], ledger: Path, reason: str, author: str) -> None:
    """Decide that CLAIMS (two or more, by the beginning of their ids) tell of one happening."""
    from isnad.errors import QueryError
    from isnad.ledger.claims import find_claim

    if len(claims) < 2:
        raise QueryError("same wants two claims or more")
    decide(ledger, "same", lambda engine: [find_claim(engine, prefix)["id"] for prefix in claims], author, reason)

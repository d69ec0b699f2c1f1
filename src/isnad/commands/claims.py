"""isnad claims: what the ledger holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from isnad.commands.terminal import options

STAGE = 20


@click.command("claims")
@options.ledger
@click.option("--actor", help="Agent, target or counterpart: an id (sdf) or a part of the name.")
@click.option("--place", help="An id or a part of the name, of the place or of what it lies in.")
@click.option("--date", help="2020-12-21, 2020-12, 2020, or 2020-12-01..2020-12-21.")
@click.option("--act", help="Code of the codebook: shell, agree …")
@click.option("--speaker", help="Anywhere in the chain: an id or a part of the name.")
@click.option("--status", help="happened, denied, demanded …")
@click.option("--report", help="Id of a report.")
@click.option("--limit", type=click.IntRange(1), help="Show so many at most.")
@options.shape("json: one claim a line.")
def command(ledger: Path, date: str | None, limit: int | None, shape: str, **asked: str | None) -> None:
    """List claims, each with its status and who says so."""
    from isnad.commands.terminal.days import read_days
    from isnad.ledger.claims import Asked, find_claims
    from isnad.ledger.engines.duckdb import DuckEngine

    since, until = read_days(date)
    with DuckEngine(ledger) as engine:
        found = find_claims(engine, Asked(**asked, since=since, until=until), limit)
    _print_json(found) if shape == "json" else _print_table(found)


def _print_json(found: list[dict[str, Any]]) -> None:
    import msgspec

    for claim in found:
        click.echo(msgspec.json.encode(claim))


def _print_table(found: list[dict[str, Any]]) -> None:
    from isnad.commands.terminal.claim_table import claim_table
    from isnad.commands.terminal.consoles import err, out

    if found:
        out.print(claim_table(found))
    err.print(f"{len(found):,} claim{'' if len(found) == 1 else 's'}", style="dim")

"""isnad verify: does the ledger still hold what was written?"""

from __future__ import annotations

from pathlib import Path

import click

from isnad.commands.terminal import options

STAGE = 80


@click.command("verify")
@options.ledger
def command(ledger: Path) -> None:
    """Hash raw bytes and rows again, cut every span again, follow the chain of verdicts; exit code 1 where anything differs."""
    from isnad.collect.identity import hash_report
    from isnad.errors import TamperedError
    from isnad.ledger.engines.duckdb import DuckEngine
    from isnad.ledger.verify import verify

    with DuckEngine(ledger) as engine:
        wrong = list(verify(engine, hash_report))
        reports, claims = (engine.query(f"SELECT count(*) AS n FROM {table}")[0]["n"] for table in ("reports", "claims"))
    for sentence in wrong:
        click.echo(sentence)
    if wrong:
        raise TamperedError(f"{ledger}: does not hold together: {len(wrong)} finding{'' if len(wrong) == 1 else 's'} above")
    click.echo(f"{ledger}: holds together: {reports:,} reports, {claims:,} claims")

"""isnad verdicts: what people decided."""

from __future__ import annotations

from pathlib import Path

import click

from isnad.commands.terminal import options

STAGE = 50


@click.command("verdicts")
@options.ledger
@options.shape("json: one verdict a line.")
def command(ledger: Path, shape: str) -> None:
    """List decisions in the order in which they were given; those taken back are marked."""
    import msgspec
    from rich import box
    from rich.table import Table

    from isnad.commands.terminal.consoles import out
    from isnad.ledger.engines.duckdb import DuckEngine
    from isnad.ledger.verdicts import standing_verdicts

    with DuckEngine(ledger) as engine:
        rows = engine.query("SELECT * FROM verdicts ORDER BY position")
        standing = {verdict.id for verdict in standing_verdicts(engine)}
    if shape == "json":
        for row in rows:
            click.echo(msgspec.json.encode({**row, "standing": row["id"] in standing}))
        return
    table = Table("verdict", "at", "by", "kind", "subjects", "because", box=box.SIMPLE_HEAD, header_style="dim")
    for row in rows:
        back = "" if row["id"] in standing or row["kind"] == "undo" else " (taken back)"
        table.add_row(
            row["id"],
            row["at"][:16],
            row["author"],
            row["kind"].replace("_", " ") + back,
            "\n".join(row["subjects"]),
            row["because"],
        )
    out.print(table)

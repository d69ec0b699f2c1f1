"""isnad incidents: what the ledger's reports tell of, one row a happening."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from isnad.commands.terminal import options

STAGE = 41


@click.command("incidents")
@options.ledger
@click.option("--place", help="An id or a part of the name.")
@click.option("--date", help="2020-12-21, 2020-12, 2020, or 2020-12-01..2020-12-21.")
@click.option("--act", help="Code of the codebook: shell, bomb …")
@click.option("--reports", "least", type=click.IntRange(0), help="Told by so many reports at least; 2 in the table, if not told.")
@click.option("--limit", type=click.IntRange(1), help="Show so many at most, those first that most reports tell.")
@options.shape("json: one incident a line.")
def command(
    ledger: Path, place: str | None, date: str | None, act: str | None, least: int | None, limit: int | None, shape: str
) -> None:
    """List incidents, each with its independent voices and its figures side by side."""
    from isnad.commands.terminal.days import read_days
    from isnad.ledger.engines.duckdb import DuckEngine
    from isnad.ledger.incidents import figures_of_incidents, find_incidents

    since, until = read_days(date)
    wanted = (0 if shape == "json" else 2) if least is None else least
    with DuckEngine(ledger) as engine:
        found = find_incidents(engine, wanted, since, until, place, act, limit)
        figures = figures_of_incidents(engine)
    if shape == "json":
        _print_json(found, figures)
    else:
        _print_table(found, figures)


def _print_json(found: list[dict[str, Any]], figures: dict[str, list[dict[str, Any]]]) -> None:
    import msgspec

    for row in found:
        click.echo(msgspec.json.encode(incident_line(row, figures.get(row["id"], []))))


def incident_line(row: dict[str, Any], figures: list[dict[str, Any]]) -> dict[str, Any]:
    """`figures` are grouped by policy; `place` has `lat` and `lon`, null where unknown."""
    policies: dict[str, list[dict[str, Any]]] = {}
    for figure in figures:
        policies.setdefault(figure["policy"], []).append({name: figure[name] for name in figure if name != "policy"})
    place = row["place"]
    shown = ("name", "id", "kind", "lat", "lon", "precision", "within")
    return {
        **{name: row[name] for name in ("id", "reports", "claims", "voices", "act", "start", "end")},
        "place": place and {name: place[name] for name in shown},
        "figures": policies,
    }


def _print_table(found: list[dict[str, Any]], figures: dict[str, list[dict[str, Any]]]) -> None:
    from isnad.commands.terminal.consoles import err, out
    from isnad.commands.terminal.incident_table import incident_table

    if found:
        out.print(incident_table(found, figures))
    err.print(f"{len(found):,} incident{'' if len(found) == 1 else 's'}", style="dim")

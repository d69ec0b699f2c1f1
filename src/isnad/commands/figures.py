"""isnad figures: an incident's numbers by a named policy, and the claims they come from."""

from __future__ import annotations

from pathlib import Path

import click

from isnad.commands.terminal import options

STAGE = 43


@click.command("figures")
@click.argument("incident_id")
@options.ledger
@click.option("--policy", help="lowest, low_best_high, range_and_grade, majority_of_independent or latest; all, if not told.")
@options.shape("json: one figure a line.")
def command(incident_id: str, ledger: Path, policy: str | None, shape: str) -> None:
    """Show an incident's figures, how the policy came to them, and the claims they come from."""
    import msgspec

    from isnad.commands.terminal.incident_page import show_figures
    from isnad.errors import QueryError
    from isnad.ledger.engines.duckdb import DuckEngine
    from isnad.ledger.incidents import claims_of_incident, figures_of_incidents, find_incident
    from isnad.link.figures import policies

    if policy is not None and policy not in policies():
        raise QueryError(f"no policy is called {policy!r}; there are {', '.join(policies())}")
    with DuckEngine(ledger) as engine:
        incident = find_incident(engine, incident_id)
        figures = [row for row in figures_of_incidents(engine).get(incident["id"], []) if policy in (None, row["policy"])]
        claims = {claim["id"]: claim for claim in claims_of_incident(engine, incident)}
    if shape == "json":
        for figure in figures:
            click.echo(msgspec.json.encode(figure))
    else:
        show_figures(figures, claims)

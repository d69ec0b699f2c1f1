"""isnad incident: one happening, all its versions."""

from __future__ import annotations

from pathlib import Path

import click

from isnad.commands.terminal import options

STAGE = 42


@click.command("incident")
@click.argument("incident_id")
@options.ledger
@click.option(
    "--links", "with_links", is_flag=True, help="Also show every link, its weight field by field, and where chains were cut."
)
@options.shape("json: with claims and links.")
def command(incident_id: str, ledger: Path, with_links: bool, shape: str) -> None:
    """Show an incident's versions as a matrix of voices, and its figures by policy.

    The beginning of the id is enough.
    """
    import msgspec

    from isnad.commands.incidents import incident_line
    from isnad.commands.terminal.incident_page import show_incident, show_links
    from isnad.ledger.engines.duckdb import DuckEngine
    from isnad.ledger.incidents import claims_of_incident, figures_of_incidents, find_incident, links_of_incident

    with DuckEngine(ledger) as engine:
        found = find_incident(engine, incident_id)
        claims, links = claims_of_incident(engine, found), links_of_incident(engine, found)
        figures = figures_of_incidents(engine).get(found["id"], [])
    if shape == "json":
        click.echo(msgspec.json.encode({**incident_line(found, figures), "versions": claims, "links": links}))
        return
    show_incident(found, claims, figures)
    if with_links:
        show_links(links)

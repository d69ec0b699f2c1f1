"""isnad split: some claims of an incident tell of another happening."""

from __future__ import annotations

from pathlib import Path

import click

from isnad.commands.terminal import options
from isnad.commands.terminal.deciding import because, decide

STAGE = 46


@click.command("split")
@click.argument("incident")
@click.argument("claims", nargs=-1, required=True)
@options.ledger
@because
def command(incident: str, claims: tuple[str, ...], ledger: Path, reason: str, author: str) -> None:
    """Decide that CLAIMS (or all those of a report) leave INCIDENT and are a happening of their own.

    The beginnings of ids are enough; a report is named by its whole id.
    """
    from isnad.errors import QueryError
    from isnad.ledger.incidents import claims_of_incident, find_incident

    def subjects(engine: object) -> list[str]:
        found = find_incident(engine, incident)  # type: ignore[arg-type]
        inside = claims_of_incident(engine, found)  # type: ignore[arg-type]
        leaving = [claim["id"] for claim in inside if claim["report"] in claims or claim["id"].startswith(claims)]
        if not leaving or len(leaving) == len(inside):
            raise QueryError(f"split wants some of the claims of {found['id']}, neither none nor all")
        return [found["id"], *leaving]

    decide(ledger, "split", subjects, author, reason)

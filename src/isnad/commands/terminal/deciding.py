"""What the commands that give verdicts share: who decides, why, and what happens then."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def because(command: Command) -> Command:
    """The options `--because` and `--by`."""
    reason = click.option("--because", "reason", required=True, help="The reason, kept with the decision.")
    author = click.option(
        "--by", "author", envvar="ISNAD_AUTHOR", default=_user, show_default="your user name", help="Who decides."
    )
    return reason(author(command))


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def decide(ledger: Path, kind: Any, subjects: Callable[[Any], Sequence[str]], author: str, reason: str) -> None:
    """Give the verdict and say how to take it back; `subjects` finds the ids in full."""
    from isnad.commands.terminal.consoles import err
    from isnad.ledger.engines.duckdb import DuckEngine
    from isnad.ledger.verdicts import give_verdict

    with DuckEngine(ledger, write=True) as engine:
        verdict = give_verdict(engine, kind, subjects(engine), author, reason)
    click.echo(verdict.id)
    err.print(
        f"{kind.replace('_', ' ')}: {', '.join(verdict.subjects)}; `isnad link` obeys from now on, `isnad undo {verdict.id}` takes it back",
        style="dim",
    )

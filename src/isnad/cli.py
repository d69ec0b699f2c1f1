"""One command a stage, in the order of the flow. Each command is a file in `isnad.commands`, found by its name."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from isnad import __version__
from isnad.errors import IsnadError

FAILED = 1


class Commands(click.Group):
    """A group whose commands are the modules of `isnad.commands`: `STAGE` gives their order, `command` is what runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_names(), key=lambda name: (_module(name).STAGE, name))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _names():
            return None
        command: click.Command = _module(cmd_name).command
        return command


def _names() -> list[str]:
    folder = str(Path(__file__).with_name("commands"))
    return [module.name.replace("_", "-") for module in pkgutil.iter_modules([folder]) if not module.ispkg]


def _module(name: str) -> Any:
    return importlib.import_module(f"isnad.commands.{name.replace('-', '_')}")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="isnad")
def isnad() -> None:
    """Read Arabic reports of armed conflict into a ledger of attributed claims.

    Nothing in the ledger is a fact: every row is a claim that somebody made, with the words that prove they made it.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command. An error that isnad knows is one sentence on stderr and exit code 1."""
    try:
        isnad.main(arguments, standalone_mode=True, prog_name="isnad")
    except IsnadError as error:
        click.echo(f"isnad: {error}", err=True)
        sys.exit(FAILED)

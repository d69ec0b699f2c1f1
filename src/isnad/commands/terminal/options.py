"""Options that several commands have, written once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

FC = TypeVar("FC", bound=Callable[..., Any] | click.Command)

DEFAULT_LEDGER = Path("isnad.duckdb")

inputs = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
ledger = click.option(
    "--ledger",
    type=click.Path(path_type=Path),
    default=DEFAULT_LEDGER,
    show_default=True,
    envvar="ISNAD_LEDGER",
    help="The ledger's file.",
)
knowledge = click.option(
    "--knowledge",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    multiple=True,
    help="A folder of your own knowledge, of the same shape as isnad's; may be given again.",
)
jobs = click.option("--jobs", type=click.IntRange(1), default=2, show_default=True, help="Processes that read.")


def shape(json: str) -> Callable[[FC], FC]:
    """`--format table|json`, passed on as `shape`; `json` says in the help what a line of it holds."""
    choice = click.Choice(["table", "json"])
    return click.option("--format", "shape", type=choice, default="table", show_default=True, help=json)

"""isnad knowledge: look after the data that isnad reads with."""

from __future__ import annotations

import sys
from pathlib import Path

import click

STAGE = 90


@click.group("knowledge")
def command() -> None:
    """Check the knowledge that isnad reads with."""


@command.command("check")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False))
def check(folders: tuple[Path, ...]) -> None:
    """Check isnad's own knowledge and that of FOLDERS; every mistake is named with file and line."""
    from isnad.knowledge.check import check_knowledge
    from isnad.knowledge.files import HERE

    problems = [problem for folder in (HERE, *folders) for problem in check_knowledge(folder)]
    for problem in problems:
        click.echo(f"{problem.path}:{problem.line}: {problem.message}")
    click.echo(f"{len(problems)} mistakes" if problems else "knowledge holds together")
    sys.exit(1 if problems else 0)

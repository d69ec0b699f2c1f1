"""A line on stderr that shows how far a run has come."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from isnad.commands.terminal.consoles import err
from isnad.ledger.summary import Summary


@contextlib.contextmanager
def watching() -> Iterator[Callable[[Summary], None]]:
    """Gives the function to call with the summary as it grows; the line goes away at the end."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
        task = progress.add_task("reading …")
        yield lambda summary: progress.update(task, description=_line(summary))


def _line(summary: Summary) -> str:
    parts = [f"{summary.inputs:,} reports", f"{summary.claims:,} claims"]
    if aside := summary.set_aside.total():
        parts.append(f"{aside:,} set aside")
    return " · ".join(parts)

"""isnad read: reports in, claims into the ledger or, as gold lines, to stdout."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from isnad.collect.received import LONGEST_TEXT
from isnad.commands.terminal import options

if TYPE_CHECKING:
    from isnad.pipeline import Settings

STAGE = 10
SOME_SET_ASIDE, INTERRUPTED = 3, 130


@click.command("read")
@options.inputs
@options.ledger
@options.knowledge
@options.jobs
@click.option("--format", "shape", type=click.Choice(["gold"]), help="Print readings to stdout instead of writing a ledger.")
@click.option(
    "--longest", type=click.IntRange(1), default=LONGEST_TEXT, show_default=True, help="Set longer texts aside (characters)."
)
def command(
    paths: tuple[Path, ...], ledger: Path, knowledge: tuple[Path, ...], jobs: int, shape: str | None, longest: int
) -> None:
    """Read reports (.txt, .html, .jsonl, .csv; files or folders).

    Exit code: 0 all read, 3 some set aside, 1 failed.
    """
    from isnad.collect.folders import check_paths
    from isnad.pipeline import Settings

    check_paths(paths)
    settings = Settings(knowledge, jobs, longest)
    complete = _print_gold(paths, settings) if shape == "gold" else _fill(paths, ledger, settings)
    sys.exit(0 if complete else SOME_SET_ASIDE)


def _print_gold(paths: tuple[Path, ...], settings: Settings) -> bool:
    """One line an input record, in order; everything else goes to stderr. False where some were set aside."""
    from isnad.pipeline import read_inputs
    from isnad.publish.gold import gold_line
    from isnad.records import SetAside

    complete, out = True, sys.stdout.buffer
    for outcome in read_inputs(paths, settings):
        if outcome.reading is None:
            continue
        complete = complete and not isinstance(outcome.reading, SetAside)
        out.write(gold_line(outcome.reading))
    out.flush()
    return complete


def _fill(paths: tuple[Path, ...], ledger: Path, settings: Settings) -> bool:
    """Read into the ledger, with progress and summary on stderr. False where some inputs were set aside."""
    from isnad.commands.terminal.progress import watching
    from isnad.commands.terminal.summary import show_summary
    from isnad.ledger.engines.duckdb import DuckEngine
    from isnad.pipeline import read_into_ledger

    with DuckEngine(ledger, write=True) as engine, watching() as watch:
        summary = read_into_ledger(paths, engine, settings, watch)
    show_summary(summary, ledger)
    if summary.interrupted:
        sys.exit(INTERRUPTED)
    return not summary.set_aside

"""The summary of a run, in a few lines on stderr."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from isnad.commands.terminal.consoles import err
from isnad.ledger.summary import Summary


def show_summary(summary: Summary, ledger: Path) -> None:
    """How many were read, were there already, gave no claim, and were set aside for which reason."""
    lines = [_counted(summary.read, "report") + f" read, {_counted(summary.claims, 'claim')}"]
    if summary.no_claim:
        lines.append(f"{summary.no_claim:,} of them without a claim")
    if summary.already_there:
        lines.append(f"{summary.already_there:,} already in the ledger")
    lines += _by_reason(summary.set_aside, "set aside") + _by_reason(summary.warnings, "warned of")
    if summary.interrupted:
        lines.append("interrupted: what was read is kept; the same command goes on from here")
    for line in lines:
        err.print(line, markup=False, soft_wrap=True)
    err.print(f"ledger: {ledger}", markup=False, style="dim", soft_wrap=True)


def _by_reason(reasons: Counter[str], title: str) -> list[str]:
    if not reasons:
        return []
    return [f"{reasons.total():,} {title}:", *(f"  {count:,} × {reason}" for reason, count in reasons.most_common())]


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

"""Claims as a table that is readable on 100 columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from isnad.commands.terminal.words import arabic, days_in_words, loss_in_words, name_of

_STATUS_STYLE = {"happened": "bold", "ongoing": "bold", "denied": "red", "possible": "yellow", "planned": "yellow"}
_LONGEST = 22


def claim_table(claims: Iterable[Mapping[str, Any]]) -> Table:
    """One row a claim: when, what, who to whom, where, losses, according to whom."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, leading=1, header_style="dim", expand=False)
    table.add_column("claim", style="cyan", no_wrap=True)
    table.add_column("when", no_wrap=True)
    table.add_column("what", no_wrap=True)
    for heading in ("who → whom", "where"):
        table.add_column(heading, justify="right", overflow="fold")
    table.add_column("losses", overflow="fold")
    table.add_column("according to", justify="right", overflow="fold")
    for claim in claims:
        table.add_row(*_cells(claim))
    return table


def _cells(claim: Mapping[str, Any]) -> Sequence[str | Text]:
    what = Text(claim["act"])
    if claim["status"] != "happened":
        what.append(f"\n{claim['status']}", style=_STATUS_STYLE.get(claim["status"], "magenta"))
    return (
        claim["id"][:8],
        days_in_words(claim["time"]),
        what,
        _parties(claim),
        _lines(name_of(place) for place in claim["places"]),
        "\n".join(loss_in_words(loss) for loss in claim["losses"]),
        _chain(claim),
    )


def _parties(claim: Mapping[str, Any]) -> Text:
    found = Text(_lines(map(name_of, claim["agent"])))
    others = [arabic(name_of(actor), _LONGEST) for actor in (*claim["target"], *claim["counterpart"])]
    for name in others:
        found.append(("\n" if found else "") + f"{name} ←", style="dim")
    return found


def _chain(claim: Mapping[str, Any]) -> Text:
    """Speakers from the nearest mouth outwards; the outlet is the last link."""
    found = Text()
    for speaker in claim["speakers"]:
        doubt = {"denies": " ✗", "doubts": " ?", "claims": " ~"}.get(speaker["stance"], "")
        found.append(arabic(name_of(speaker), _LONGEST) + doubt + "\n")
    return found.append(arabic(claim["outlet"] or claim["report"], _LONGEST), style="dim")


def _lines(names: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(arabic(name, _LONGEST) for name in names))

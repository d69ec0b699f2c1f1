"""Incidents as a table, and one incident's versions as a matrix, readable on 100 columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from isnad.commands.terminal.words import arabic, name_of

_LONGEST = 22


def incident_table(incidents: Iterable[Mapping[str, Any]], figures: Mapping[str, Sequence[Mapping[str, Any]]]) -> Table:
    """One row an incident: when, what, where, how many independent voices of how many reports, what they tell of losses."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim", expand=False)
    table.add_column("incident", style="cyan", no_wrap=True)
    table.add_column("when", no_wrap=True)
    table.add_column("where", justify="right", overflow="fold")
    table.add_column("voices", no_wrap=True)  # independent ones of so many reports
    for harm in ("killed", "injured"):
        table.add_column(harm, no_wrap=True)
    for incident in incidents:
        told = figures.get(incident["id"], [])
        place = incident["place"]
        table.add_row(
            incident["id"],
            when_in_words(incident),
            arabic(name_of(place), _LONGEST) if place else "–",
            f"{incident['voices']} of {len(incident['reports'])}",
            *(range_in_words(told, harm) for harm in ("killed", "injured")),
        )
    return table


def when_in_words(incident: Mapping[str, Any]) -> str:
    """A day, or both ends of a stretch; «day unknown»."""
    start, end = incident["start"], incident["end"]
    if start is None:
        return "day unknown"
    return str(start) if start == end else f"{start}–{end[8:] if end[:7] == start[:7] else end}"


def voices_in_words(incident: Mapping[str, Any]) -> str:
    """«3 independent of 11»."""
    return f"{incident['voices']} independent of {len(incident['reports'])}"


def range_in_words(figures: Iterable[Mapping[str, Any]], harm: str) -> Text:
    """«5–14 (14)»: the range and what most voices tell, by low_best_high; where voices differ it stands out."""
    for figure in figures:
        if (figure["policy"], figure["harm"], figure["whom"]) == ("low_best_high", harm, "any"):
            return _range(figure)
    return Text("")


def _range(figure: Mapping[str, Any]) -> Text:
    low, best, high = figure["low"], figure["best"], figure["high"]
    if low is None:
        return Text("denied", style="red")
    if low == high:
        return Text(str(low))
    return Text(f"{low}–{high}", style="bold yellow").append(f" ({best})", style="dim")

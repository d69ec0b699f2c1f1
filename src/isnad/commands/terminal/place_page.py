"""A resolved place with its candidates, for a terminal."""

from __future__ import annotations

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from isnad.commands.terminal.words import arabic
from isnad.records import Candidate, Place


def place_page(place: Place, rivals: int) -> RenderableType:
    """The words, what they mean, what decided, and the best `rivals` candidates."""
    lines: list[RenderableType] = [_headline(place), Padding(Text(place.rule, style="dim"), (0, 0, 0, 2))]
    if place.within:
        lines.append(Padding(Text("within " + ", ".join(arabic(name) for name in place.within)), (0, 0, 0, 2)))
    if place.candidates and rivals:
        lines.append(Padding(_candidates(place.candidates[:rivals], len(place.candidates)), (0, 0, 0, 2)))
    return Group(*lines, "")


def _headline(place: Place) -> Text:
    found = Text(arabic(place.text), style="bold")
    found.append(f"  → {arabic(place.name)}", style="not bold")
    found.append(f"  {place.id or 'no entry'}", style="cyan")
    where = _point(place.lat, place.lon)
    found.append(f"  {place.kind}, {place.precision}{', ' + where if where else ''}", style="dim")
    return found


def _point(lat: float | None, lon: float | None) -> str:
    return "" if lat is None or lon is None else f"{lat:.4f}, {lon:.4f}"


def _candidates(shown: tuple[Candidate, ...], every: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim")
    for heading in ("score", "place", "id", "at", "why"):
        table.add_column(heading, justify="right" if heading == "score" else "left", overflow="fold")
    for one in shown:
        table.add_row(f"{one.score:.2f}", arabic(one.name), one.id, _point(one.lat, one.lon), one.reason)
    if every > len(shown):
        table.caption = f"{every - len(shown)} more"
    return table

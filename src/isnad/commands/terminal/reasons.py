"""The rule and the words behind every slot of a claim, and the chain of its speakers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from isnad.commands.terminal.passages import STYLES
from isnad.commands.terminal.words import arabic, loss_in_words, name_of

_SLOTS = ("agent", "target", "counterpart", "places", "losses")


def reasons(claim: Mapping[str, Any]) -> Table:
    """One row a slot: what fills it, from which words, by which rule or knowledge entry."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    table.add_column("slot", no_wrap=True)
    table.add_column("filled by", justify="right", overflow="fold")
    table.add_column("words", justify="right", overflow="fold")
    table.add_column("rule", overflow="fold")
    for slot, filled, words, rule in _rows(claim):
        table.add_row(Text(slot, style=STYLES.get(slot, "")), filled, arabic(words, 40), Text(rule))
    return table


def _rows(claim: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    for slot in _SLOTS:
        singular = {"places": "place", "losses": "loss"}.get(slot, slot)
        for filler in claim[slot]:
            yield singular, _filled(slot, filler), filler["text"], filler["rule"]
    if time := claim["time"]:
        yield "time", f"{time['start']} – {time['end']}\n({time['precision']})", time["text"], time["rule"]
    for why in claim["why"]:
        yield why["slot"], "", why["words"], why["rule"]
    for link in claim["links"]:
        yield link["type"], link["to"][:8], "", link["rule"]


def _filled(slot: str, filler: Mapping[str, Any]) -> str:
    if slot == "losses":
        return loss_in_words(filler)
    name, identity = arabic(name_of(filler), 40), filler["id"]
    lines = [name, identity] if identity else [name]
    if slot == "places" and filler["lat"] is not None:
        lines.append(f"{filler['lat']:.4f}, {filler['lon']:.4f} ({filler['precision']})")
    return "\n".join(lines)


def chain(claim: Mapping[str, Any]) -> Table:
    """Who says so: from the mouth nearest the act to the outlet that published it."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(justify="right", overflow="fold")
    table.add_column()
    table.add_column(overflow="fold", style="dim")
    for at, speaker in enumerate(claim["speakers"], start=1):
        cue = f"{speaker['stance']} {arabic(speaker['cue'], 30)}"
        table.add_row(str(at), Text(arabic(name_of(speaker), 60), style=STYLES["speaker"]), cue, speaker["rule"])
    outlet = arabic(claim["outlet"] or "", 60) or "outlet not told"
    table.add_row(str(len(claim["speakers"]) + 1), outlet, "published it", claim["origin"])
    return table

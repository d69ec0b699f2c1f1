"""One incident: what it is, its versions as a matrix of voices, its figures by policy, where chains were cut."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from isnad.commands.terminal.consoles import out
from isnad.commands.terminal.incident_table import voices_in_words, when_in_words
from isnad.commands.terminal.words import arabic, loss_in_words, name_of

Rows = Sequence[Mapping[str, Any]]
_LONGEST = 20


def show_incident(incident: Mapping[str, Any], claims: Rows, figures: Rows) -> None:
    """Heading, matrix and figures to stdout."""
    out.print(heading(incident))
    out.print(matrix(claims))
    out.print(figure_table([figure for figure in figures if figure["whom"] == "any"]))


def heading(incident: Mapping[str, Any]) -> Text:
    """Id, day, place, voices; neutral: what is told, not what was."""
    place = incident["place"]
    where = f" · {arabic(name_of(place))}" if place else ""
    return Text.assemble(
        (incident["id"], "bold cyan"), f"  {when_in_words(incident)}{where}  ", (voices_in_words(incident), "bold")
    )


def matrix(claims: Rows) -> Table:
    """One row a voice; reports that repeat it stand under it. A cell shows what the voice's claims tell."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim", leading=1)
    for column in ("voice", "according to"):
        table.add_column(column, justify="right", overflow="fold", max_width=24)
    for column in ("killed", "injured"):
        table.add_column(column, overflow="fold")
    table.add_column("who did it", justify="right", overflow="fold")
    for column in ("means", "when"):
        table.add_column(column, overflow="fold")
    table.add_column("where", justify="right", overflow="fold")
    for voice, told in by_voice(claims).items():
        table.add_row(*_cells(voice, told))
    return table


def by_voice(claims: Rows) -> dict[str, list[Mapping[str, Any]]]:
    """Voice → its claims, in the order given; reports that recall the happening come last, under their own ids."""
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim["voice"] is None):
        found[claim["voice"] or f"{claim['report']} recalls"].append(claim)
    return dict(found)


def _cells(voice: str, claims: Rows) -> Sequence[str | Text]:
    outlets = dict.fromkeys(arabic(claim["outlet"] or claim["report"], _LONGEST) for claim in claims)
    first, *others = outlets
    who = Text(first, style="bold")
    for other in others:
        who.append(f"\n= {other}", style="dim")
    if voice.endswith(" recalls"):
        who.append("\nrecalls it", style="dim")
    return (
        who,
        _each(_mouth(claim) for claim in claims),
        _losses(claims, "killed"),
        _losses(claims, "injured"),
        _each(arabic(name_of(actor), _LONGEST) for claim in claims for actor in claim["agent"]),
        _each(means.replace("_", " ") for claim in claims for means in claim["means"]),
        _each(claim["time"]["start"][5:10] for claim in claims if claim["time"]),
        _each(arabic(name_of(place), _LONGEST) for claim in claims for place in claim["places"] if place["kind"] != "country"),
    )


def _mouth(claim: Mapping[str, Any]) -> str:
    mouth = arabic(name_of(claim["speakers"][0]), _LONGEST) if claim["speakers"] else ""
    return f"{mouth} denies" if claim["status"] == "denied" else mouth


def _losses(claims: Rows, harm: str) -> Text:
    found = Text()
    for text in dict.fromkeys(_loss(claim, loss) for claim in claims for loss in claim["losses"] if loss["harm"] == harm):
        found.append(("\n" if found else "") + text)
    return found


def _loss(claim: Mapping[str, Any], loss: Mapping[str, Any]) -> str:
    words = loss_in_words(loss).replace(f" {loss['harm']}", "")
    mark = " of these" if loss["part_of"] else " in all" if loss["total"] else ""
    return f"denied: {words}" if claim["status"] == "denied" else words + mark


def _each(words: Iterable[str], longest: int = 4) -> str:
    found = [word for word in dict.fromkeys(words) if word]
    return "\n".join([*found[:longest], *(["…"] if len(found) > longest else [])])


def figure_table(figures: Rows) -> Table:
    """Every policy's numbers, with how it came to them."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim")
    for column in ("policy", "harm", "low", "best", "high", "how", "grade"):
        table.add_column(column, justify="right" if column in ("low", "best", "high") else "left", overflow="fold")
    for figure in figures:
        numbers = ("–" if figure[name] is None else str(figure[name]) for name in ("low", "best", "high"))
        table.add_row(
            f"{figure['policy']} {figure['version']}",
            figure["harm"].replace("_", " "),
            *numbers,
            figure["reason"],
            figure["grade"],
        )
    return table


def show_links(links: Rows) -> None:
    """Every link with its weight field by field, then the chains that were cut."""
    for title, kept in (("links", True), ("cut", False)):
        chosen = [link for link in links if (link["cut"] == "") is kept]
        if chosen:
            out.print(Rule(title, align="left", style="dim"))
        for link in chosen:
            out.print(
                Text.assemble(
                    (f"{link['claim'][:8]} ~ {link['other'][:8]}  ", "cyan"),
                    (f"{link['weight']:5.1f}  ", "bold"),
                    _agreements(link),
                )
            )


def _agreements(link: Mapping[str, Any]) -> str:
    fields = json.loads(link["agreements"])
    told = ", ".join(f"{name}: {level} {weight:+.1f}" for name, (level, weight) in fields.items())
    return f"{link['cut']}; {told}" if link["cut"] else told


def show_figures(figures: Rows, claims: Mapping[str, Mapping[str, Any]]) -> None:
    """Each figure, and under it the words of the claims it comes from."""
    for figure in figures:
        out.print(figure_table([figure]))
        for identity in figure["claims"]:
            out.print(_source(identity, claims.get(identity), figure["harm"]))


def _source(identity: str, claim: Mapping[str, Any] | None, harm: str) -> Text:
    if claim is None:
        return Text(f"  {identity[:8]}  is no claim of the current readings", style="dim")
    words = ", ".join(arabic(loss["text"]) for loss in claim["losses"] if loss["harm"] == harm and loss["text"])
    return Text.assemble((f"  {identity[:8]}  ", "cyan"), f"{words}  ", (arabic(claim["outlet"] or claim["report"]), "dim"))

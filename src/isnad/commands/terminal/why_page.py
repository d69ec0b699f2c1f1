"""What `isnad why` shows, from top to bottom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from isnad.commands.terminal.consoles import out
from isnad.commands.terminal.passages import legend, passages
from isnad.commands.terminal.reasons import chain, reasons
from isnad.commands.terminal.words import arabic

_HOW = {"given": "as given", "inferred": "inferred from its words", "open": "day not known"}


def show_why(claim: Mapping[str, Any], report: Mapping[str, Any]) -> None:
    """Heading, sentences, reasons, chain."""
    out.print(Text.assemble((claim["id"], "cyan"), "  ", (claim["act"], "bold"), "  ", claim["status"]))
    out.print(_report_line(claim), style="dim")
    out.print()
    for passage in passages(claim, report):
        out.print(Padding(passage, (0, 2)), justify="right")
    out.print()
    out.print(legend([claim]))
    _section("why")
    out.print(reasons(claim))
    _section("who says so, nearest mouth first")
    out.print(chain(claim))


def _report_line(claim: Mapping[str, Any]) -> str:
    outlet = arabic(claim["outlet"] or "")
    parts = [
        f"report {claim['report']}",
        outlet,
        f"{claim['published'] or '–'} ({_HOW[claim['published_how']]})",
        claim["url"] or "",
    ]
    return " · ".join(part for part in parts if part)


def _section(title: str) -> None:
    out.print()
    out.print(Rule(title, align="left", style="dim"))

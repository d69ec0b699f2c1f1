"""What `isnad demo` shows: one report, its claims, some claims of the others, and what to try next."""

from __future__ import annotations

from pathlib import Path

from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from isnad.commands.terminal.claim_table import claim_table
from isnad.commands.terminal.consoles import out
from isnad.commands.terminal.words import harmless
from isnad.ledger.claims import Asked, find_claims, find_report
from isnad.ledger.engines.engine import Engine

FIRST = "sample-03"


def show_demo(engine: Engine, ledger: Path, limit: int) -> None:
    """All of it to stdout."""
    _show_report(engine)
    _show_others(engine, limit)
    _show_next(engine, ledger)


def _show_report(engine: Engine) -> None:
    report = find_report(engine, FIRST)
    heading = f"one invented report: {report['id']} · {report['published']}"
    body = Text(harmless(report["title"]) + "\n", style="bold").append("\n" + report["text"], style="not bold")
    out.print(Panel(Text(body.plain, justify="right"), title=heading, title_align="left", border_style="dim", padding=(0, 1)))
    _section("what it claims, and who says so")
    out.print(claim_table(find_claims(engine, Asked(report=FIRST))))


def _show_others(engine: Engine, limit: int) -> None:
    counts = engine.query(
        "SELECT count(*) AS claims, count(DISTINCT report) AS reports FROM current_claims WHERE report <> $1", [FIRST]
    )[0]
    _section(f"from the other reports: {limit} of {counts['claims']} claims in {counts['reports']} reports")
    others = [claim for claim in find_claims(engine, Asked()) if claim["report"] != FIRST]
    out.print(claim_table(others[:limit]))


def _show_next(engine: Engine, ledger: Path) -> None:
    claims = find_claims(engine, Asked(report=FIRST)) or find_claims(engine, Asked(), limit=1)
    _section("try next")
    lines = [("every claim, in a table", f"isnad claims --ledger {ledger}")]
    if claims:
        lines.insert(0, ("the words and rules behind a claim", f"isnad why {claims[0]['id'][:8]} --ledger {ledger}"))
    lines.append(("only what is denied", f"isnad claims --status denied --ledger {ledger}"))
    lines.append(("your own reports", "isnad read FOLDER"))
    for what, how in lines:
        out.print(Text.assemble((f"  {what:<36}", "dim"), (how, "bold")))


def _section(title: str) -> None:
    out.print(Rule(title, align="left", style="dim"))

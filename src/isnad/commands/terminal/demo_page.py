"""What `isnad demo` shows: one report, its claims, other voices on the same happening, incidents, and what to try next."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from isnad.commands.terminal.claim_table import claim_table
from isnad.commands.terminal.consoles import out
from isnad.commands.terminal.incident_table import incident_table
from isnad.commands.terminal.passages import legend, mark
from isnad.commands.terminal.words import harmless
from isnad.ledger.claims import Asked, find_claims, find_report
from isnad.ledger.engines.engine import Engine
from isnad.ledger.incidents import figures_of_incidents, find_incidents

FIRST = "sample-03"
SAME_HAPPENING = ("sample-01", "sample-02", "sample-04", "sample-05", "sample-06")
_Claims = list[dict[str, Any]]
_Rows = list[dict[str, Any]]


def show_demo(engine: Engine, ledger: Path, limit: int) -> None:
    """All of it to stdout; `limit` claims from each section at most."""
    claims = find_claims(engine, Asked())
    first = [claim for claim in claims if claim["report"] == FIRST]
    _show_report(find_report(engine, FIRST), first)
    _show("what it claims, and who says so", first[:limit])
    same = [claim for claim in claims if claim["report"] in SAME_HAPPENING and claim["act"] == "airstrike"]
    _show("what five other reports say of the same air strike", same[:limit])
    _show(_headline(claims), _best_of_each(claims, limit))
    incidents = find_incidents(engine, least=2, limit=limit)
    _show_incidents(incidents, figures_of_incidents(engine))
    _show_next(ledger, (first or claims)[:1], incidents[:1])


def _show_report(report: Mapping[str, Any], claims: _Claims) -> None:
    title = Text(harmless(report["title"]), style="bold", justify="right")
    body = Text(harmless(report["text"]), justify="right")
    for claim in claims:
        mark(body, claim, "text")
    heading = f"one invented report: {report['id']} · {report['published']}"
    whole = Text("\n", justify="right").join([title, body])
    out.print(Panel(whole, title=heading, title_align="left", border_style="dim", padding=(1, 2)))
    out.print(legend(claims))


def _headline(claims: _Claims) -> str:
    return f"some of the {len(claims)} claims in {len({claim['report'] for claim in claims})} reports"


def _best_of_each(claims: _Claims, limit: int) -> _Claims:
    """The surest claim of each report that is not shown above, in the order of the table."""
    best: dict[str, dict[str, Any]] = {}
    for claim in claims:
        if claim["report"] not in (FIRST, *SAME_HAPPENING) and _rank(claim) > _rank(best.get(claim["report"])):
            best[claim["report"]] = claim
    kept = sorted(best.values(), key=_rank, reverse=True)[:limit]
    return [claim for claim in claims if claim in kept]


def _rank(claim: Mapping[str, Any] | None) -> tuple[int, float]:
    """How much of a claim is filled, then how sure it is."""
    if claim is None:
        return (-1, 0.0)
    return (sum(bool(claim[slot]) for slot in ("agent", "places", "time", "losses", "speakers")), claim["confidence"])


def _show(title: str, claims: _Claims) -> None:
    if claims:
        out.print(Rule(title, align="left", style="dim"))
        out.print(claim_table(claims))


def _show_incidents(incidents: _Rows, figures: Mapping[str, _Rows]) -> None:
    if incidents:
        out.print(Rule("happenings that several reports tell of, and what they tell of losses", align="left", style="dim"))
        out.print(incident_table(incidents, figures))


def _show_next(ledger: Path, claims: _Claims, incidents: _Rows) -> None:
    lines = [("the words and rules behind a claim", f"isnad why {claim['id'][:8]} --ledger {ledger}") for claim in claims]
    lines += [("one happening, all its versions", f"isnad incident {incident['id']} --ledger {ledger}") for incident in incidents]
    lines += [
        ("every claim, in a table", f"isnad claims --ledger {ledger}"),
        ("only what is denied", f"isnad claims --status denied --ledger {ledger}"),
        ("is the ledger still what was written?", f"isnad verify --ledger {ledger}"),
        ("your own reports", "isnad read FOLDER"),
    ]
    out.print(Rule("try next", align="left", style="dim"))
    for what, how in lines:
        out.print(Text.assemble((f"  {what:<40}", "dim"), (how, "bold")), soft_wrap=True)

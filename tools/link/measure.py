"""How well does linking bring together what people brought together?

usage: measure.py LEDGER CLUSTERS.jsonl REPORTS.jsonl

LEDGER holds REPORTS, read and linked. CLUSTERS has {kind, article_ids, civilians_killed, civilians_injured} a line. How it is counted:

- A pair of reports *shares an incident* where some incident has both among its `reports`.
- Recall of a kind: pairs of one cluster of that kind that share an incident, of all pairs of one cluster. A pair that stands in two
  clusters counts once. Reports that the ledger does not have count as missed.
- Precision of a kind: of the pairs that share an incident and both lie in clusters of that kind, those that have a cluster in common.
- Losses: clusters with a range of civilians killed, whose reports name a number of killed in an incident of the cluster (that with most
  of its reports, two at least); met where low_best_high of somebody (civilian, else any) overlaps the range. An open bound is none.
- Halves: clusters by the hash of their id, so that what was tuned on one half shows on the other; each half by its own clusters alone.
- Second tellings: of the pairs that share an incident and no cluster, those in which one report names the place of the other's cluster,
  two days from it at most. A report that tells of two incidents stands in one cluster, as a rule, and its pairs with the other one's
  reports count as wrong; this says how many of the wrong ones can be of that kind.
- Baselines make groups of reports: by day of publication; by day and place (every place of a claim with its day); by TF-IDF cosine of
  title and first 300 characters of the text at the threshold that gives the best F1 (that is, tuned on what is measured).
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import click
from baselines import alike, same_day, same_day_and_place
from clusters import KINDS, Clusters, Pair, pairs_of, second_tellings

from isnad.ledger.engines.duckdb import DuckEngine


def linked_pairs(engine: DuckEngine) -> set[Pair]:
    """Pairs of reports that share an incident."""
    rows = engine.query("SELECT reports FROM current_incidents WHERE len(reports) > 1")
    return {pair for row in rows for pair in pairs_of(row["reports"])}


def losses_met(engine: DuckEngine, clusters: Clusters) -> tuple[int, int]:
    """(clusters whose range the figure overlaps, clusters with a range whose reports name a figure)."""
    incidents = engine.query("SELECT id, reports FROM current_incidents WHERE len(reports) > 1")
    figures: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for row in engine.query("""
        SELECT incident, whom, low, high FROM figures
        WHERE run = (SELECT max(run) FROM incidents) AND policy = 'low_best_high' AND harm = 'killed' AND low IS NOT NULL
    """):
        figures[row["incident"]][row["whom"]] = (row["low"], row["high"])
    met = asked = 0
    for cluster in clusters.rows:
        low, high = cluster["civilians_killed"]
        found = best_incident(set(cluster["article_ids"]), [row for row in incidents if row["id"] in figures])
        if low is None or found is None:
            continue
        told = figures[found].get("civilian") or figures[found]["any"]
        asked += 1
        met += told[0] <= high and low <= told[1]
    return met, asked


def best_incident(reports: set[str], incidents: list[dict[str, list[str]]]) -> str | None:
    """The incident with most of the reports, two at least; of equals the last by id."""
    shared = [(len(reports & set(row["reports"])), row["id"]) for row in incidents]
    most, identity = max(shared, default=(0, ""))
    return str(identity) if most > 1 else None


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path, exists=True))
@click.argument("clusters", type=click.Path(path_type=Path, exists=True))
@click.argument("reports", type=click.Path(path_type=Path, exists=True))
def measure(ledger: Path, clusters: Path, reports: Path) -> None:
    """Print a table of recall and precision, beside the baselines."""
    kinds = {kind: Clusters(clusters, kind) for kind in KINDS}
    with DuckEngine(ledger) as engine:
        linked = linked_pairs(engine)
        methods = {"same date": same_day(engine), "same day and place": same_day_and_place(engine)}
        met, asked = losses_met(engine, kinds["same_incident"])
    print_row("method", [f"{kind} recall | precision" for kind in KINDS])
    click.echo("|---" * 5 + "|")
    print_row("isnad link", [scored(kinds[kind], linked) for kind in KINDS])
    for half in (0, 1):
        print_row(f"isnad link, half {half}", [scored(Clusters(clusters, kind, half), linked) for kind in KINDS])
    for name, found in methods.items():
        print_row(name, [scored(kinds[kind], found) for kind in KINDS])
    print_row("TF-IDF of title and lead", [scored(kinds[kind], alike(reports, kinds[kind])) for kind in KINDS])
    click.echo(f"\nrange of civilians killed overlapped in {met} of {asked} clusters ({met / max(1, asked):.3f})")
    second, wrong = second_tellings(reports, kinds["same_incident"], linked)
    click.echo(f"of {wrong} same_incident pairs without a common cluster, {second} can be second tellings")


def print_row(name: str, cells: list[str]) -> None:
    click.echo(f"| {name} | " + " | ".join(cells) + " |")


def scored(clusters: Clusters, found: set[Pair]) -> str:
    return "{:.3f} | {:.3f}".format(*clusters.score(found))


if __name__ == "__main__":
    measure()

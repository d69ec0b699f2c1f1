"""How near the places of claims lie to where researchers put the incident.

    python tools/places/measure.py --clusters CLUSTERS.jsonl --reports REPORTS.jsonl [--knowledge DIR …] [--gold GOLD … --gold-reports REPORTS … --scorer SCORE] [--show]

Every report of a `same_incident` cluster with coordinates is read; the coordinates are looked at afterwards only. Printed: the share
of reports with a place within 10 km, and the share of the places claimed that lie beyond 50 km: of settlements and sites; of all, by
their middles; of all, where an area or a unit reaches as far as its radius. With coded reports
too: how many coded places have a fitting mention, in the sentences of the quotation and in the report.
"""

from __future__ import annotations

import argparse
import importlib.machinery
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from isnad.extract.field import FieldReading
from isnad.extract.places.distance import km
from isnad.extract.read import read_report
from isnad.knowledge.load import Knowledge, load_knowledge
from isnad.records import Place, Report

NEAR, FAR = 10.0, 50.0
POINTS = frozenset(("exact", "locality"))


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def coded(clusters: Path, reports: Path) -> Iterator[tuple[dict[str, Any], Report]]:
    """(cluster, report) of every report whose incident has coordinates."""
    wanted = {a: c for c in lines(clusters) if c["kind"] == "same_incident" and c["lat"] is not None for a in c["article_ids"]}
    for record in lines(reports):
        if record["id"] in wanted:
            day = None if record.get("date_basis") == "airwars_incident_date" else record.get("date")
            yield (
                wanted[record["id"]],
                Report(record["id"], record["text"], record.get("title") or "", record.get("outlet"), published=day),
            )


def measure(clusters: Path, reports: Path, knowledge: Knowledge, show: bool) -> None:
    total = near = told = far = points = far_points = outside = 0
    for cluster, report in coded(clusters, reports):
        places = {(p.lat, p.lon): p for claim in read_report(report, knowledge).claims for p in claim.places if p.lat is not None}
        away = {key: km(key[0], key[1], cluster["lat"], cluster["lon"]) for key in places}
        total += 1
        hit = any(d <= NEAR for d in away.values())
        near += hit
        told += len(away)
        far += sum(d > FAR for d in away.values())
        outside += sum(away[k] - max(FAR, p.radius_km or 0.0) > 0 for k, p in places.items())
        points += sum(p.precision in POINTS for p in places.values())
        far_points += sum(d > FAR and places[k].precision in POINTS for k, d in away.items())
        if show:
            _show(cluster, report, places, away, hit)
    print(f"a place within {NEAR:.0f} km: {near}/{total} = {near / max(1, total):.3f}")
    print(
        f"beyond {FAR:.0f} km: {far_points}/{points} = {far_points / max(1, points):.3f} of settlements and sites, {far}/{told} = {far / max(1, told):.3f} of all by their middles, {outside}/{told} = {outside / max(1, told):.3f} with areas reaching out to their radius"
    )


def _show(cluster: dict[str, Any], report: Report, places: dict[Any, Place], away: dict[Any, float], hit: bool) -> None:
    print("HIT " if hit else "MISS", report.id, "|", cluster["location_ar"], round(cluster["lat"], 3), round(cluster["lon"], 3))
    for key, place in places.items():
        if not hit or (away[key] > FAR and place.precision in POINTS):
            print(f"     {away[key]:6.0f} km  «{place.text}» → {place.name} {place.id} {place.precision} {place.rule}")


def oracle(gold: list[Path], reports: list[Path], scorer: Path, knowledge: Knowledge) -> None:
    loader = importlib.machinery.SourceFileLoader("score", str(scorer))
    spec = importlib.util.spec_from_loader("score", loader)
    assert spec is not None
    score = importlib.util.module_from_spec(spec)
    loader.exec_module(score)
    texts = {r["id"]: r["text"] for path in reports for r in lines(path)}
    total = inside = anywhere = 0
    for row in (r for path in gold for r in lines(path)):
        field = FieldReading(texts[row["report"]], "text", None, knowledge)
        for claim in row["claims"]:
            sentences = _sentences(field, claim["quote"])
            for place in claim["place"]:
                fits = [
                    m
                    for m in field.places
                    if score.same_name(place, {"text": field.words.text[m.start : m.end], "name": m.name}, False)
                ]
                total += 1
                anywhere += bool(fits)
                inside += any(field.sentence_of[m.first] in sentences for m in fits)
    print(f"coded places with a mention: {inside / total:.3f} in the sentence, {anywhere / total:.3f} in the report (of {total})")


def _sentences(field: FieldReading, quotes: str | list[str]) -> set[int]:
    words, found = field.words, set()
    for quote in [quotes] if isinstance(quotes, str) else quotes:
        start = words.text.find(quote)
        end = start + len(quote)
        found |= {i for i, (a, b) in enumerate(words.sentences) if words.starts[a] < end and words.ends[b - 1] > start >= 0}
    return found


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--clusters", type=Path)
    args.add_argument("--reports", type=Path)
    args.add_argument("--knowledge", type=Path, action="append", default=[])
    args.add_argument("--gold", type=Path, nargs="*", default=[])
    args.add_argument("--gold-reports", type=Path, nargs="*", default=[])
    args.add_argument("--scorer", type=Path)
    args.add_argument("--show", action="store_true")
    options = args.parse_args()
    knowledge = load_knowledge(options.knowledge)
    if options.clusters:
        measure(options.clusters, options.reports, knowledge, options.show)
    if options.gold:
        oracle(options.gold, options.gold_reports, options.scorer, knowledge)


if __name__ == "__main__":
    main()

"""Reports that people brought together, and how linking's pairs of reports compare with theirs (see measure.py for how it is counted)."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

Pair = tuple[str, str]
KINDS = ("same_incident", "same_story")


class Clusters:
    """Pairs of one cluster, and the reports that lie in any, for one kind."""

    def __init__(self, path: Path, kind: str, half: int | None = None) -> None:
        rows = [row for row in map(json.loads, path.open(encoding="utf-8")) if row["kind"] == kind]
        self.rows = [row for row in rows if half in (None, half_of(row["cluster_id"]))]
        self.pairs = {pair for row in self.rows for pair in pairs_of(row["article_ids"])}
        self.reports = {report for row in self.rows for report in row["article_ids"]}

    def score(self, found: set[Pair]) -> tuple[float, float]:
        """(recall, precision) of pairs that share an incident."""
        inside = {pair for pair in found if pair[0] in self.reports and pair[1] in self.reports}
        hits = len(inside & self.pairs)
        return hits / len(self.pairs), hits / max(1, len(inside))


def half_of(cluster: str) -> int:
    """0 or 1, by the hash of the cluster's id."""
    return int(hashlib.sha256(cluster.encode()).hexdigest(), 16) % 2


def pairs_of(reports: Iterable[str]) -> Iterable[Pair]:
    """Every two of them, in the order of their ids."""
    return itertools.combinations(sorted(set(reports)), 2)


def second_tellings(path: Path, clusters: Clusters, found: set[Pair]) -> tuple[int, int]:
    """(pairs without a common cluster in which one names the place of the other's cluster near its day, pairs without a common cluster)."""
    reports = {row["id"]: row for row in map(json.loads, path.open(encoding="utf-8")) if row["id"] in clusters.reports}
    wrong = {pair for pair in found if pair[0] in reports and pair[1] in reports} - clusters.pairs
    of = defaultdict(list)
    for row in clusters.rows:
        for report in row["article_ids"]:
            of[report].append(row)
    told = [pair for pair in wrong for one, other in (pair, pair[::-1]) if any(names(reports[one], row) for row in of[other])]
    return len(set(told)), len(wrong)


def names(report: dict[str, str], cluster: dict[str, str]) -> bool:
    """Does the report name the cluster's place, two days from it at most?"""
    words = [word.removeprefix("ال") for word in re.findall(r"\w+", plain(cluster["location_ar"] or "")) if len(word) > 4]
    day = report.get("incident_date") or report["date"]
    if not day or abs((date.fromisoformat(day) - date.fromisoformat(cluster["date"])).days) > 2:
        return False
    return any(word in plain(report["title"] + " " + report["text"]) for word in words)


def plain(text: str) -> str:
    return re.sub("[أإآ]", "ا", text).replace("ة", "ه").replace("ى", "ي")

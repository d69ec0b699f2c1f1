"""Ways to bring reports together without linking: by day, by day and place, by likeness of words."""

from __future__ import annotations

import json
from pathlib import Path

from clusters import Clusters, Pair, pairs_of

from isnad.ledger.engines.duckdb import DuckEngine


def same_day(engine: DuckEngine) -> set[Pair]:
    rows = engine.query("SELECT list(report) AS reports FROM current_readings WHERE published IS NOT NULL GROUP BY published")
    return {pair for row in rows for pair in pairs_of(row["reports"])}


def same_day_and_place(engine: DuckEngine) -> set[Pair]:
    rows = engine.query("""
        SELECT list(DISTINCT report) AS reports
        FROM (SELECT report, coalesce(left("time"."start", 10), published) AS day, unnest(places) AS place FROM current_claims)
        WHERE day IS NOT NULL AND place.kind <> 'country' GROUP BY day, coalesce(nullif(place.id, ''), place."name")
    """)
    return {pair for row in rows for pair in pairs_of(row["reports"])}


def alike(path: Path, clusters: Clusters) -> set[Pair]:
    """TF-IDF of title and lead, at the threshold with the best F1 for these clusters."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    reports = [row for row in map(json.loads, path.open(encoding="utf-8")) if row["id"] in clusters.reports]
    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform([f"{row['title']} {row['text'][:300]}" for row in reports])
    close = (vectors @ vectors.T).tocoo()
    ids = [row["id"] for row in reports]
    scored = {(ids[i], ids[j]): value for i, j, value in zip(close.row, close.col, close.data, strict=True) if ids[i] < ids[j]}
    return max(
        ({pair for pair, value in scored.items() if value >= at / 50} for at in range(2, 48)),
        key=lambda found: f1(clusters.score(found)),
    )


def f1(score: tuple[float, float]) -> float:
    return 2 * score[0] * score[1] / max(1e-9, sum(score))

"""What reading and linking reach on reports that people brought together, where the corpus stands beside the repository."""

import json
import sys
from pathlib import Path

import pytest

from isnad.knowledge.load import Knowledge
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.link.happenings import link_ledger
from isnad.link.model import load_model
from isnad.pipeline import Settings, read_into_ledger

HERE = Path(__file__).parents[2]
CORPUS = HERE.parent / "shared" / "corpus"
sys.path.insert(0, str(HERE / "tools" / "link"))

CLUSTERS = 24
RECALL, PRECISION = 0.65, 0.78
"""Floors for the smaller clusters alone, read by themselves: the whole corpus is measured by tools/link/measure.py."""


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the repository (../shared/corpus)")
def test_reports_of_one_incident_come_together(tmp_path: Path, knowledge: Knowledge) -> None:
    from clusters import Clusters, pairs_of

    clusters = Clusters(CORPUS / "clusters.jsonl", "same_incident")
    rows = sorted(clusters.rows, key=lambda row: row["cluster_id"])[:CLUSTERS]
    wanted = {report for row in rows for report in row["article_ids"]}
    lines = [line for line in (CORPUS / "reports.jsonl").read_text("utf-8").splitlines() if json.loads(line)["id"] in wanted]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    with DuckEngine(tmp_path / "ledger.duckdb", write=True) as engine:
        read_into_ledger([tmp_path / "reports.jsonl"], engine, Settings())
        link_ledger(engine, knowledge, load_model())
        found = {pair for row in engine.query("SELECT reports FROM current_incidents") for pair in pairs_of(row["reports"])}
    pairs = {pair for row in rows for pair in pairs_of(row["article_ids"])}
    hits = len(found & pairs)
    assert hits / len(pairs) >= RECALL and hits / len(found) >= PRECISION, (hits, len(pairs), len(found))

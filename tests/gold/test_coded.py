"""Our codings hold no publisher's text, and become gold files again with the reports at hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
TOOLS = HERE.parents[1] / "tools" / "gold"
CORPUS = HERE.parents[2] / "shared" / "corpus" / "reports.jsonl"
CODED = sorted((HERE / "coded").glob("*.jsonl"))
NAMED = ("agent", "target", "counterpart", "place", "speakers")
LONGEST_NAME = 5  # words


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def run(tool: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, TOOLS / tool, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize("path", CODED, ids=lambda path: path.stem)
def test_no_words_but_short_names(path: Path) -> None:
    for row in lines(path):
        assert set(row) == {"report", "published", "sha256", "claims"}
        for claim in row["claims"]:
            assert "quote" not in claim and all(start < end for start, end in claim["evidence"])
            names = [name for role in NAMED for value in claim[role] for name in value.split("|")]
            assert [name for name in names if len(name.split()) > LONGEST_NAME] == []


def test_no_report_is_coded_twice() -> None:
    reports = [row["report"] for path in CODED for row in lines(path)]
    assert len(reports) == len(set(reports)) >= 128


def test_there_and_back(tmp_path: Path) -> None:
    own, reports = HERE / "own" / "gold.jsonl", HERE / "own" / "reports.jsonl"
    coded, gold = tmp_path / "coded.jsonl", tmp_path / "gold.jsonl"
    coded.write_text(run("strip.py", own, reports).stdout, "utf-8")
    ended = run("join.py", coded, "--corpus", reports, "--gold", gold, "--reports", tmp_path / "reports.jsonl")
    assert ended.returncode == 0, ended.stderr
    assert [quotes(row) for row in lines(gold)] == [quotes(row) for row in lines(own)]


def quotes(row: dict[str, Any]) -> list[list[str]]:
    return [[c["quote"]] if isinstance(c["quote"], str) else c["quote"] for c in row["claims"]]


def test_a_changed_text_is_left_out_and_named(tmp_path: Path) -> None:
    own, reports = HERE / "own" / "gold.jsonl", HERE / "own" / "reports.jsonl"
    coded, changed, gold = tmp_path / "coded.jsonl", tmp_path / "changed.jsonl", tmp_path / "gold.jsonl"
    coded.write_text(run("strip.py", own, reports).stdout, "utf-8")
    rows = lines(reports)
    rows[0]["text"] += "."
    changed.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    ended = run("join.py", coded, "--corpus", changed, "--gold", gold, "--reports", tmp_path / "reports.jsonl")
    assert ended.returncode == 3 and f"{rows[0]['id']} left out: the text is not the one that was coded" in ended.stderr
    assert len(lines(gold)) == len(rows) - 1


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the repository (../shared/corpus)")
def test_every_coding_fits_its_report(tmp_path: Path) -> None:
    ended = run("join.py", *CODED, "--corpus", CORPUS, "--gold", tmp_path / "g.jsonl", "--reports", tmp_path / "r.jsonl")
    assert (ended.returncode, ended.stderr) == (0, "")

"""isnad text --show clauses: what a sentence was taken apart into."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Isnad

SENTENCE = "طالبت لجنة الوساطة قوات الوادي بالانسحاب من برج القصب."


def test_clauses_as_json_have_spans_chunks_and_folded_operators(isnad: Isnad, tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"id": "a", "text": SENTENCE}), "utf-8")
    line = json.loads(isnad("text", str(path), "--show", "clauses").out)
    (sentence,) = line["sentences"]
    demand, withdraw = (next(h for h in sentence["heads"] if act in h["acts"]) for act in ("demand", "withdraw"))
    assert line["id"] == "a" and SENTENCE[withdraw["start"] : withdraw["end"]] == withdraw["text"]
    assert (withdraw["parent"], withdraw["relation"], withdraw["status"], withdraw["by"]) == (
        demand["id"],
        "object",
        "demanded",
        "demand",
    )
    place = next(chunk for chunk in sentence["chunks"] if "place" in chunk["holds"])
    assert (place["text"], place["sort"], place["under"]) == ("برج القصب", "N", "من")


def test_clauses_are_drawn_as_a_tree(isnad: Isnad) -> None:
    drawn = isnad("text", SENTENCE, "--show", "clauses").out
    assert "demanded by demand" in drawn and "└── " in drawn and "verb" in drawn

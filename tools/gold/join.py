"""Codings without texts, joined with the reports they were made from, for training and scoring.

python tools/gold/join.py CODED.jsonl … --corpus REPORTS.jsonl --gold OUT.gold.jsonl --reports OUT.reports.jsonl

OUT.gold.jsonl is in the codebook's gold format, with quotes. A coding whose report is missing, or reads otherwise than
when it was coded (`sha256`), is left out and named; exit code 3 where that happened.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

FIELDS = ("id", "outlet", "date", "title", "text")


def join(coded: Mapping[str, Any], text: str) -> dict[str, Any]:
    """One coding in the gold format; ValueError where the text is not the one coded."""
    if sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != coded["sha256"]:
        raise ValueError("the text is not the one that was coded")
    claims = [{**claim, "quote": [text[start:end] for start, end in claim["evidence"]]} for claim in coded["claims"]]
    for claim in claims:
        del claim["evidence"]
    return {"report": coded["report"], "published": coded["published"], "claims": claims}


def read_lines(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The records of JSONL files."""
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]


def main() -> None:
    """Join every coding with its report."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("coded", type=Path, nargs="+")
    args.add_argument("--corpus", type=Path, required=True)
    args.add_argument("--gold", type=Path, required=True)
    args.add_argument("--reports", type=Path, required=True)
    options = args.parse_args()
    coded = {row["report"]: row for row in read_lines(options.coded)}
    reports = {row["id"]: row for row in read_lines([options.corpus]) if row["id"] in coded}
    gold = []
    for name, row in coded.items():
        try:
            gold.append(join(row, reports[name]["text"]))
        except (KeyError, ValueError) as error:
            print(f"join: {name} left out: {'not in the corpus' if isinstance(error, KeyError) else error}", file=sys.stderr)
    _write(options.gold, gold)
    _write(options.reports, [{field: reports[row["report"]].get(field) for field in FIELDS} for row in gold])
    sys.exit(0 if len(gold) == len(coded) else 3)


def _write(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main()

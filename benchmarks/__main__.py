"""Run the benchmark of reading and print its table: `python -m benchmarks [REPORTS.jsonl]`."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.reading import compare, load_texts, table

ROOT = Path(__file__).parents[1]
BESIDE = ROOT.parent / "shared" / "corpus" / "reports.jsonl"
SAMPLES = ROOT / "src" / "isnad" / "samples" / "reports.jsonl"  # few and short: a ratio, no figure to quote

if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else BESIDE if BESIDE.exists() else SAMPLES
    if not path.exists():
        sys.exit(f"no reports at {path}: give a JSONL file of {{text}} lines")
    print(table(compare(load_texts(path))))

"""How quickly reports are read, on one process: a report's milliseconds, and those of 600 words.

python tools/bench/read.py [REPORTS.jsonl]

Text that repeats itself flatters every cache: measure on many different reports. Compare within one machine only.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from pathlib import Path

from isnad.collect import collect
from isnad.extract.read import read_report
from isnad.pipeline import load
from isnad.records import Report

SAMPLE = Path(__file__).parents[2] / "src" / "isnad" / "samples" / "reports.jsonl"


def main(path: Path) -> None:
    """Read every report once, print what it took."""
    began = time.perf_counter()
    knowledge = load(())
    loaded = time.perf_counter() - began
    took: list[float] = []
    words = claims = 0
    for received in collect([path]):
        if isinstance(report := received.outcome, Report):
            began = time.perf_counter()
            claims += len(read_report(report, knowledge).claims)
            took.append(1000 * (time.perf_counter() - began))
            words += len(report.text.split())
    if len(took) < 2:
        raise SystemExit(f"{path}: too few reports to measure")
    _show(took, words, claims, loaded)


def _show(took: list[float], words: int, claims: int, loaded: float) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(took):,} reports, {words:,} words, {claims:,} claims; knowledge loaded in {1000 * loaded:.0f} ms; peak {peak:.0f} MB"
    )
    print(
        f"ms a report: median {statistics.median(took):.1f}, 95th of 100 {statistics.quantiles(took, n=20)[-1]:.1f}, worst {max(took):.1f}"
    )
    print(f"ms per 600 words: {600 * sum(took) / words:.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)

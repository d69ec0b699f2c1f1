"""What 200,000 loaded places cost: opening the knowledge, and reading, against the project's own places alone.

    python benchmarks/places.py [--places 200000] [--reports FILE.jsonl] [--number 40]

Both are measured in one run, each opening in a process of its own; names are made up from the syllables of real ones.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from isnad.extract.read import read_report
from isnad.knowledge.files import HERE, read_rows
from isnad.knowledge.gazetteers.rows import HEADER
from isnad.knowledge.load import Knowledge, load_knowledge
from isnad.records import Report

SAMPLES = HERE.parent / "samples" / "reports.jsonl"
OPEN = "import sys, time; from pathlib import Path; from isnad.knowledge.load import load_knowledge; t = time.process_time(); load_knowledge([Path(p) for p in sys.argv[1:]]); print(time.process_time() - t)"


def make_places(folder: Path, number: int) -> None:
    """A folder of knowledge with so many places around the middle of Syria, names cut and joined from real ones."""
    chance = random.Random(7)
    words = sorted(
        {w for row in read_rows(HERE / "places" / "sy.csv") for n in row["names_ar"].split("|") for w in n.split() if len(w) > 3}
    )
    (folder / "places").mkdir(parents=True)
    with (folder / "places" / "many.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        for i in range(number):
            one, other = chance.choice(words), chance.choice(words)
            name = one[: len(one) // 2 + 1] + other[len(other) // 2 :] if i % 3 else f"{one} {other}"
            lat, lon = 32.5 + 4.5 * chance.random(), 36.0 + 6.0 * chance.random()
            writer.writerow([f"many:{i}", name, "", "village", "sy-homs|sy", f"{lat:.3f}", f"{lon:.3f}", "", "", ""])


def opening(folders: list[Path]) -> float:
    """Seconds of processor time that a fresh process needs to open the compiled knowledge, the best of five."""
    command = [sys.executable, "-c", OPEN, *map(str, folders)]
    return min(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(5))


def reading(reports: list[Report], both: list[Knowledge]) -> list[float]:
    """Seconds of processor time for all reports with each knowledge, words once warm: turn about, the best of eight."""
    best = [float("inf")] * len(both)
    for _ in range(8):
        for i, knowledge in enumerate(both):
            begin = time.process_time()
            for report in reports:
                read_report(report, knowledge)
            best[i] = min(best[i], time.process_time() - begin)
    return best


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--places", type=int, default=200_000)
    args.add_argument("--reports", type=Path, default=SAMPLES)
    args.add_argument("--number", type=int, default=40)
    options = args.parse_args()
    rows = [json.loads(line) for line in options.reports.read_text("utf-8").splitlines()[: options.number]]
    reports = [Report(str(r["id"]), r["text"], r.get("title") or "") for r in rows]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "knowledge"
        make_places(folder, options.places)
        begin = time.perf_counter()
        loaded = load_knowledge([folder])
        print(f"compiling {options.places:,} places, once: {time.perf_counter() - begin:.1f} s")
        few, many = opening([]), opening([folder])
        print(f"opening: {few:.2f} s, with {options.places:,} places {many:.2f} s")
        plain, slow = reading(reports, [load_knowledge(), loaded])
        print(f"reading {len(reports)} reports: {plain:.2f} s, with them {slow:.2f} s: {slow / plain - 1:+.0%}")


if __name__ == "__main__":
    main()

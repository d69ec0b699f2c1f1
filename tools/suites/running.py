"""What the scorers of suites share: cases in, how many are right out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from isnad.knowledge.load import Knowledge, load_knowledge

Case = dict[str, Any]


def run(about: str | None, right: Callable[[Case, Knowledge], bool], shown: Callable[[Case], str]) -> None:
    """Score the suite that the command line names; with --faults print what `shown` says of each case that failed."""
    args = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("suite", type=Path)
    args.add_argument("--faults", action="store_true", help="print the cases that failed")
    options = args.parse_args()
    knowledge = load_knowledge()
    cases = [json.loads(line) for line in options.suite.read_text(encoding="utf-8").splitlines() if line.strip()]
    wrong = [c for c in cases if not right(c, knowledge)]
    print(f"{len(cases) - len(wrong)} of {len(cases)}: {1 - len(wrong) / len(cases):.3f}")
    for case in wrong if options.faults else []:
        print(shown(case))

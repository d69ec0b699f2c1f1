"""How often a claim of a given confidence is right: python tools/weights/reliability.py --gold GOLD --readings READINGS --reports REPORTS --scorer SCORE.

`READINGS` are cross-validated ones (train.py --readings), whose confidence is not yet scaled: each report's is scaled here by what
the other reports say (Platt, as train.py does for the reader). Right means: paired with a coded claim of the same act.
Prints a Markdown table and the expected calibration error (mean |confidence - share right| weighted by claims).
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
from pathlib import Path

from labels import load_scorer
from sklearn.linear_model import LogisticRegression

FOLDS = 8
BINS = (0.0, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 1.01)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "readings", "reports", "scorer"):
        args.add_argument(f"--{name}", type=Path, required=True)
    options = args.parse_args()
    scorer = load_scorer(options.scorer)
    texts = {r["id"]: r["text"] for r in _lines(options.reports)}
    readings = {r["report"]: r["claims"] for r in _lines(options.readings)}
    by_report = [_rated(gold, readings, texts, scorer) for gold in _lines(options.gold)]
    _print([pair for held in range(FOLDS) for pair in _scaled(by_report, held)])


def _scaled(by_report: list[list[tuple[float, bool]]], held: int) -> list[tuple[float, bool]]:
    """The claims of every FOLDSth report with the confidence that the others teach."""
    others = [pair for n, pairs in enumerate(by_report) if n % FOLDS != held for pair in pairs]
    model = LogisticRegression(C=1e6).fit([[_logit(p)] for p, _ in others], [right for _, right in others])
    mine = [pair for pairs in by_report[held::FOLDS] for pair in pairs]
    return [(float(model.predict_proba([[_logit(p)]])[0][1]), right) for p, right in mine]


def _logit(p: float) -> float:
    p = min(max(p, 1e-6), 1 - 1e-6)
    return math.log(p / (1 - p))


def _lines(path: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _rated(gold, readings, texts, scorer):  # type: ignore[no-untyped-def]
    """(confidence, right) of every claim read in one report."""
    read = readings[gold["report"]]
    pairs, _, _ = scorer.pair_up(gold["claims"], read, texts[gold["report"]], gold["report"])
    right = {j for i, j in pairs.items() if gold["claims"][i]["act"] == read[j]["act"]}
    return [(claim["confidence"], j in right) for j, claim in enumerate(read)]


def _print(rated: list[tuple[float, bool]]) -> None:
    print("| confidence | claims | mean confidence | share right |\n|---|---:|---:|---:|")
    error = 0.0
    for low, high in itertools.pairwise(BINS):
        here = [(c, r) for c, r in rated if low <= c < high]
        if here:
            mean, share = sum(c for c, _ in here) / len(here), sum(r for _, r in here) / len(here)
            error += abs(mean - share) * len(here) / len(rated)
            print(f"| {low:.2f}-{min(high, 1.0):.2f} | {len(here)} | {mean:.2f} | {share:.2f} |")
    print(f"\nexpected calibration error {error:.3f} over {len(rated)} claims")


if __name__ == "__main__":
    main()

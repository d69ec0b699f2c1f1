"""Learns the small linear choosers from coded reports, cross-validated by report.

python tools/weights/train.py --gold GOLD … --reports REPORTS … --scorer SCORE [--folds 5] [--out FILE] [--readings FILE]

GOLD is in the codebook's gold format, or codings without texts (tests/gold/coded), whose reports stand anywhere in REPORTS.
Prints the cross-validated score (every report read by weights that never saw it), then writes weights learned
from all reports. scikit-learn is wanted here only, never at run time.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from labels import Coded, Row, Rows, again_rows, carry_rows, load_scorer, merge_rows, rows_of
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from isnad.extract.claims import second_days
from isnad.extract.claims.claims import make_claims
from isnad.extract.claims.links import TYPES
from isnad.extract.claims.roles import ROLES
from isnad.extract.claims.second_look import NAME
from isnad.extract.claims.status import STATUSES
from isnad.extract.draft import carry, choose_roles, choose_times, choose_triggers, fill
from isnad.knowledge.load import Knowledge, load_knowledge
from isnad.publish.gold import gold_line
from isnad.records import Reading

Learned = dict[str, dict[str, dict[str, Any]]]
STRENGTH = {"role": 0.05, "place": 0.05, "time": 0.05, "loss": 0.05, "status": 0.2, "relation": 0.3}  # inverse regularisation
FAINTEST = 0.05  # a weight below it is left out
COLUMNS: dict[str, int] = {}  # feature → column, of all choosers; forked processes inherit it
TRUST = 3.0  # how much more a row of the first gold file teaches: gone through twice, and what is measured against


def fit(rows: list[Row], strength: float, least: int = 3) -> dict[str, float]:
    """Weights by feature name; features seen less than `least` times are left out.

    Of the rows of one group, several mentions of one filler, only the likeliest teaches: the others are neither right nor wrong.
    """
    labels = np.array([row.label for row in rows])
    if len(set(labels)) < 2:
        return {"bias": -5.0}
    x, columns = _matrix(rows, least)
    if not columns.size:
        return {"bias": -5.0}
    weights_of = np.array([row.weight for row in rows])
    telling = _telling(x, labels * weights_of, (1 - labels) * weights_of)
    x = (x @ diags(telling)).tocsr()
    x.indices, x.indptr = x.indices.astype("int32"), x.indptr.astype("int32")
    model = LogisticRegression(C=strength, solver="liblinear", max_iter=500).fit(x, labels, sample_weight=weights_of)
    if spare := _spare(rows, model.decision_function(x)):
        weights_of[spare] = 0.0
        model.fit(x, labels, sample_weight=weights_of)
    names, told = list(COLUMNS), model.coef_[0] * telling
    weights = {names[c]: round(float(v), 3) for c, v in zip(columns, told, strict=True) if abs(v) >= FAINTEST}
    return {"bias": round(float(model.intercept_[0]), 3), **dict(sorted(weights.items()))}


def _matrix(rows: list[Row], least: int) -> tuple[csr_matrix, np.ndarray]:
    """The rows as a sparse matrix of nought and one, and the column of each feature that was seen often enough."""
    told = np.concatenate([row.features for row in rows])
    ends = np.cumsum([0, *(len(row.features) for row in rows)])
    columns = np.flatnonzero(np.bincount(told, minlength=len(COLUMNS)) >= least)
    every = csr_matrix((np.ones(len(told)), told, ends), shape=(len(rows), len(COLUMNS)))
    return every[:, columns], columns


def _telling(x: csr_matrix, yes: np.ndarray, no: np.ndarray) -> np.ndarray:
    """How far each feature parts yes from no by itself: the root of its log odds ratio, within bounds.

    Features are scaled by it, so that what parts little is held to little weight (after Wang and Manning 2012, "Baselines and
    bigrams"; the root by cross-validation). The weights stay those of a linear chooser.
    """
    of_yes, of_no = x.T @ yes + 1.0, x.T @ no + 1.0
    odds = np.log(of_yes / of_yes.sum()) - np.log(of_no / of_no.sum())
    scale: np.ndarray = np.clip(np.sqrt(np.abs(odds)), 0.1, 3.0)
    return scale


def _spare(rows: list[Row], totals: Sequence[float]) -> list[int]:
    """Rows whose group has a likelier one."""
    best: dict[str, int] = {}
    for at, row in enumerate(rows):
        if row.group and totals[at] > totals[best.setdefault(row.group, at)]:
            best[row.group] = at
    return [at for at, row in enumerate(rows) if row.group and best[row.group] != at]


ANSWERS = {"role": ROLES, "status": STATUSES, "relation": TYPES}  # choosers with several answers over the same features


def learn(rows: list[Rows]) -> Learned:
    """All choosers from the rows of many reports: `weights` of one answer, `answers` of several."""
    together: Rows = defaultdict(list)
    for one in rows:
        for name, more in one.items():
            together[name].extend(more)
    single = {name: fit(every, _strength(name)) for name, every in sorted(together.items())}
    joint = {
        name: _join([single.pop(f"{name}:{answer}", {"bias": -5.0}) for answer in answers]) for name, answers in ANSWERS.items()
    }
    return {"weights": single, "answers": joint}


def _strength(chooser: str) -> float:
    return STRENGTH.get(chooser.split(":")[0], 0.1)


def _join(weights: list[dict[str, float]]) -> dict[str, tuple[float, ...]]:
    """Several choosers' weights side by side, by feature."""
    return {f: tuple(w.get(f, 0.0) for w in weights) for f in sorted({f for w in weights for f in w})}


def read_again(coded: Coded, knowledge: Knowledge) -> None:
    """Fill the report's begun draft with the weights that the knowledge holds now."""
    draft = coded.draft
    draft.triggers, draft.own, draft.looks, draft.sights, draft.voices, draft.costs = [], [], [], [], [], []
    choose_triggers(draft, knowledge)
    fill(draft, knowledge)


def trusted(coded: Coded, rows: Rows) -> Rows:
    """The rows of one report, weighed by how far its coding is trusted, their features as columns: names would not fit into memory."""
    return {
        name: [row._replace(weight=row.weight * coded.trust, features=_columns_of(row.features)) for row in some]
        for name, some in rows.items()
    }


def _columns_of(features: Sequence[str]) -> np.ndarray:
    return np.array(sorted({COLUMNS.setdefault(f, len(COLUMNS)) for f in features}), dtype=np.int32)


def cross_validate(every: list[Coded], rows: list[Rows], knowledge: Knowledge, folds: int) -> dict[str, bytes]:
    """A gold line for each report, read by weights learned from the other folds.

    What builds on earlier choices is learned anew from these readings: places are carried on from acts, and tellings joined, as they
    are read, not as they are coded.
    """
    order = list(range(len(every)))
    random.Random(1).shuffle(order)
    held = [set(order[fold::folds]) for fold in range(folds)]
    learned = learn_without(rows, held)
    for hold, one in zip(held, learned, strict=True):
        knowledge.weights, knowledge.answers = one["weights"], one["answers"]
        for i in hold:
            read_again(every[i], knowledge)
    for coded, one_report in zip(every, rows, strict=True):
        one_report.update(trusted(coded, again_rows(coded, knowledge)))
    for hold, one in zip(held, learned, strict=True):
        _learn_from_others(one, [*NAME.values(), second_days.NAME], rows, hold)
        knowledge.weights, knowledge.answers = one["weights"], one["answers"]
        for i in hold:
            choose_times(every[i].draft, knowledge)
            choose_roles(every[i].draft, knowledge)
            carry(every[i].draft, knowledge)
    for coded, one_report in zip(every, rows, strict=True):
        one_report.update(trusted(coded, {"carry:place": carry_rows(coded, "place")}))
    for hold, one in zip(held, learned, strict=True):
        _learn_from_others(one, ["carry:place"], rows, hold)
        knowledge.weights, knowledge.answers = one["weights"], one["answers"]
        for i in hold:
            carry(every[i].draft, knowledge)
    for coded, one_report in zip(every, rows, strict=True):
        one_report.update(trusted(coded, {"merge": merge_rows(coded, knowledge)}))
    return {
        line[0]: line[1] for hold, one in zip(held, learned, strict=True) for line in _claimed(every, rows, hold, one, knowledge)
    }


_SHARED: list[Rows] = []  # what forked processes learn from, inherited rather than sent


def learn_without(rows: list[Rows], held: list[set[int]]) -> list[Learned]:
    """All choosers once for each set of reports held out, in as many processes as there are cores."""
    _SHARED[:] = rows
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork")) as pool:
        learned = list(pool.map(_learn_shared, held))
    _SHARED.clear()
    return learned


def _learn_shared(hold: set[int]) -> Learned:
    return learn([one for i, one in enumerate(_SHARED) if i not in hold])


def _learn_from_others(learned: Learned, names: Sequence[str], rows: list[Rows], hold: set[int]) -> None:
    """Choosers that build on earlier choices, learned from the reports outside a fold as these were read."""
    for name in names:
        others = [row for i in range(len(rows)) if i not in hold for row in rows[i].get(name, ())]
        learned["weights"][name] = fit(others, _strength(name))


def _claimed(
    every: list[Coded], rows: list[Rows], held: set[int], learned: Learned, knowledge: Knowledge
) -> Iterator[tuple[str, bytes]]:
    """(report, gold line) of each report of a fold, its filled draft merged by weights from the other folds."""
    _learn_from_others(learned, ["merge"], rows, held)
    knowledge.weights, knowledge.answers = learned["weights"], learned["answers"]
    for i in held:
        draft, report = every[i].draft, every[i].report.id
        yield report, gold_line(Reading(report, draft.published, claims=make_claims(draft, knowledge)))


def calibration(every: list[Coded], lines: dict[str, bytes]) -> dict[str, float]:
    """Platt scaling of the claims' confidence, from cross-validated readings."""
    points = [pair for coded in every for pair in rated(coded, json.loads(lines[coded.report.id])["claims"])]
    model = LogisticRegression(C=1e6).fit([[math.log(p / (1 - p))] for p, _ in points], [right for _, right in points])
    return {"logit": round(float(model.coef_[0][0]), 3), "bias": round(float(model.intercept_[0]), 3)}


def rated(coded: Coded, read: list[dict[str, Any]]) -> list[tuple[float, bool]]:
    """(confidence, right) of every claim read in one report; right means paired with a coded claim of the same act."""
    gold = coded.gold["claims"]
    pairs, _, _ = coded.scorer.pair_up(gold, read, coded.report.text, coded.report.id)
    right = {j for i, j in pairs.items() if gold[i]["act"] == read[j]["act"]}
    return [(min(max(claim["confidence"], 1e-6), 1 - 1e-6), j in right) for j, claim in enumerate(read)]


def _lines(paths: list[Path]) -> list[dict[str, object]]:
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--gold", type=Path, nargs="+", required=True)
    args.add_argument("--reports", type=Path, nargs="+", required=True)
    args.add_argument("--scorer", type=Path, required=True)
    args.add_argument("--folds", type=int, default=5)
    args.add_argument(
        "--scored",
        type=int,
        default=None,
        help="score the first so many gold files only, each with the reports at its place; the others teach",
    )
    args.add_argument("--out", type=Path)
    args.add_argument("--readings", type=Path, help="write the cross-validated readings here")
    args.add_argument("--errors", default="0")
    options = args.parse_args()
    knowledge, scorer = load_knowledge(), load_scorer(options.scorer)
    knowledge.weights.pop("confidence", None)
    records = {str(r["id"]): r for r in _lines(options.reports[::-1])}  # the first file that has a report is asked
    every = [
        Coded(g, records[str(g["report"])], knowledge, scorer, 1.0 if n else TRUST)
        for n, path in enumerate(options.gold)
        for g in _lines([path])
    ]
    rows = [trusted(coded, rows_of(coded, knowledge)) for coded in every]
    if options.folds:
        lines = cross_validate(every, rows, knowledge, options.folds)
        with tempfile.NamedTemporaryFile("wb", suffix=".jsonl", delete=False) as file:
            file.write(b"".join(lines.values()))
        for gold, reports in list(zip(options.gold, options.reports, strict=False))[: options.scored]:
            print(f"cross-validated on {gold.name}, {options.folds} folds by report", flush=True)
            subprocess.run(
                [sys.executable, options.scorer, gold, file.name, "--reports", reports, "--errors", options.errors], check=True
            )
        if options.readings:
            options.readings.write_bytes(Path(file.name).read_bytes())
        Path(file.name).unlink()
    if options.out:
        learned = learn(rows)
        if options.folds:
            learned["weights"]["confidence"] = calibration(every, lines)
        options.out.write_bytes(msgspec.json.format(msgspec.json.encode(learned), indent=0) + b"\n")


if __name__ == "__main__":
    main()

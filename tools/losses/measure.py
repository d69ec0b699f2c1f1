"""Recall and precision of losses on coded reports: python tools/losses/measure.py REPORTS.jsonl GOLD.jsonl [--errors].

Counts the losses found in lines that hold a coded quotation against the coded ones: by (harm, low, high), and with whom.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from isnad.extract.field import FieldReading
from isnad.extract.losses.losses import LossMention, find_losses
from isnad.extract.numbers.numbers import find_counts
from isnad.knowledge.load import Knowledge, load_knowledge

Key = tuple[Any, ...]


def quotes_of(claim: dict[str, Any]) -> list[str]:
    quote = claim["quote"]
    return quote if isinstance(quote, list) else [quote]


def lines_with(text: str, quotes: list[str]) -> set[int]:
    """Numbers of the lines that hold any of the quotations."""
    found: set[int] = set()
    for quote in quotes:
        at = text.find(quote)
        while at >= 0:
            found.update(range(text.count("\n", 0, at), text.count("\n", 0, at + len(quote)) + 1))
            at = text.find(quote, at + 1)
    return found


def read(report: dict[str, Any], knowledge: Knowledge) -> list[tuple[int, LossMention, str]]:
    """(line, loss, sentence) of every loss found in a report; the title's lines are -1."""
    found: list[tuple[int, LossMention, str]] = []
    title = FieldReading(report["title"], "title", None, knowledge) if report.get("title") else None
    for field in filter(None, (title, FieldReading(report["text"], "text", title, knowledge))):
        for mention in find_losses(field, find_counts(field.words, knowledge), knowledge):
            first, last = field.words.sentences[field.sentence_of[mention.head]]
            found.append((-1 if field is title else field.words.lines[mention.head], mention, field.words.slice(first, last)))
    return found


def key_of(loss: Any, whom: bool) -> Key:
    get = loss.get if isinstance(loss, dict) else lambda name: getattr(loss, name)
    return (get("harm"), get("low"), get("high"), get("whom")) if whom else (get("harm"), get("low"), get("high"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--knowledge", type=Path, action="append", default=[])
    options = parser.parse_args()
    knowledge = load_knowledge(options.knowledge)
    reports = {r["id"]: r for r in map(json.loads, options.reports.read_text("utf-8").splitlines())}
    score = {False: [0, 0, 0, 0], True: [0, 0, 0, 0]}  # coded, of them found, found, of them coded
    for row in map(json.loads, options.gold.read_text("utf-8").splitlines()):
        found = read(reports[row["report"]], knowledge)
        coded = [(loss, claim) for claim in row["claims"] for loss in claim.get("losses") or ()]
        lines = lines_with(reports[row["report"]]["text"], [q for claim in row["claims"] for q in quotes_of(claim)])
        for whom in (False, True):
            keys = {key_of(m.loss, whom) for _, m, _ in found}
            gold = {key_of(loss, whom) for loss, _ in coded}
            here = [m for line, m, _ in found if line in lines]
            score[whom][0] += len(coded)
            score[whom][1] += sum(key_of(loss, whom) in keys for loss, _ in coded)
            score[whom][2] += len(here)
            score[whom][3] += sum(key_of(m.loss, whom) in gold for m in here)
        if options.errors:
            show(row["report"], found, coded, lines)
    for whom, (n, hit, m, right) in score.items():
        print(
            f"{'with whom' if whom else 'harm, low, high'}: recall {hit}/{n} = {hit / n:.3f}, precision {right}/{m} = {right / max(m, 1):.3f}"
        )


def show(report: str, found: list[tuple[int, LossMention, str]], coded: list[tuple[Any, Any]], lines: set[int]) -> None:
    """Print what was missed, and what was found without being coded."""
    keys, gold = {key_of(m.loss, True) for _, m, _ in found}, {key_of(loss, True) for loss, _ in coded}
    for loss, claim in coded:
        if key_of(loss, True) not in keys:
            print(f"MISS {report} {key_of(loss, True)} {loss.get('part_of', '')} | {' // '.join(quotes_of(claim))}")
    for line, mention, sentence in found:
        if line in lines and key_of(mention.loss, True) not in gold:
            print(f"EXTRA {report} {key_of(mention.loss, True)} [{mention.loss.rule}] «{mention.loss.text}» | {sentence}")


if __name__ == "__main__":
    main()

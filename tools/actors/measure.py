"""How well the parties of coded reports are met by the mentions that `find_actors` gives.

python tools/actors/measure.py --gold GOLD --reports REPORTS --scorer SCORE [--missing N] [--idle N]

For the fillers of each role: the share that some mention meets in the sentences of the claim's quotes, and in the
whole report. Then mentions per 100 words, and the share of mentions that meet no filler of their report. `--missing`
and `--idle` list the commonest of both.
"""

from __future__ import annotations

import argparse
import importlib.machinery
import importlib.util
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from isnad.extract.draft import begin
from isnad.extract.field import FieldReading
from isnad.extract.parties.actors import ActorMention
from isnad.knowledge.load import load_knowledge
from isnad.records import Report

ROLES = ("agent", "target", "counterpart", "speakers")
Same = Callable[[str, dict[str, str], bool], bool]


class Tally:
    """Counts over all reports."""

    def __init__(self) -> None:
        self.fillers: Counter[str] = Counter()
        self.in_sentence: Counter[str] = Counter()
        self.in_report: Counter[str] = Counter()
        self.missing: Counter[str] = Counter()
        self.idle: Counter[str] = Counter()
        self.mentions = self.words = 0


def load_same_name(path: Path) -> Same:
    """The scorer's comparison of names."""
    loader = importlib.machinery.SourceFileLoader("score", str(path))
    spec = importlib.util.spec_from_loader("score", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    same: Same = module.same_name
    return same


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def quoted_sentences(claim: dict[str, Any], text: str, field: FieldReading) -> set[int]:
    """Numbers of the sentences that a claim's quotes touch."""
    quotes = claim["quote"] if isinstance(claim["quote"], list) else [claim["quote"]]
    found = set()
    for start, end in ((text.find(q), text.find(q) + len(q)) for q in quotes if q in text):
        for n, (first, last) in enumerate(field.words.sentences):
            if field.words.starts[first] < end and field.words.ends[last - 1] > start:
                found.add(n)
    return found


def fits(same: Same, wanted: str, mention: ActorMention, text: str) -> bool:
    """Whether a mention, by its words or its name, is the filler that the coders wrote."""
    return same(wanted, {"text": text[mention.start : mention.end], "name": mention.name}, False)


def tally_report(gold: dict[str, Any], text: str, field: FieldReading, same: Same, tally: Tally) -> None:
    """Add one report to the counts."""
    used: set[int] = set()
    for claim in gold["claims"]:
        sentences = quoted_sentences(claim, text, field)
        for role in ROLES:
            for wanted in claim[role]:
                hits = [i for i, m in enumerate(field.actors) if fits(same, wanted, m, text)]
                near = any(field.sentence_of[field.actors[i].first] in sentences for i in hits)
                used.update(hits)
                tally.fillers[role] += 1
                tally.in_report[role] += bool(hits)
                tally.in_sentence[role] += near
                if not near:
                    tally.missing[
                        f"{role}{'' if hits else ' !'} {wanted} | {' '.join(map(str, _one(claim['quote'])))[:160]}"
                    ] += 1
    tally.mentions += len(field.actors)
    tally.words += len(field.words)
    tally.idle.update(f"{m.table} {text[m.start : m.end]} [{m.id}]" for i, m in enumerate(field.actors) if i not in used)


def _one(quote: Any) -> Iterable[str]:
    return quote if isinstance(quote, list) else [quote]


def show(tally: Tally, missing: int, idle: int) -> None:
    """Print the figures."""
    print("             fillers  in sentence  in report")
    for role in ROLES:
        n = tally.fillers[role] or 1
        print(f"{role:<12}{tally.fillers[role]:8}{tally.in_sentence[role] / n:13.3f}{tally.in_report[role] / n:11.3f}")
    print(
        f"mentions per 100 words {100 * tally.mentions / max(1, tally.words):.2f}, of them idle {sum(tally.idle.values()) / max(1, tally.mentions):.3f}"
    )
    for name, counts, most in (("missing", tally.missing, missing), ("idle", tally.idle, idle)):
        for text, n in counts.most_common(most):
            print(name, n, text)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--gold", type=Path, required=True)
    args.add_argument("--reports", type=Path, required=True)
    args.add_argument("--scorer", type=Path, required=True)
    args.add_argument("--missing", type=int, default=0)
    args.add_argument("--idle", type=int, default=0)
    options = args.parse_args()
    knowledge, same, tally = load_knowledge(), load_same_name(options.scorer), Tally()
    records = {str(r["id"]): r for r in read_lines(options.reports)}
    for gold in read_lines(options.gold):
        record = records[str(gold["report"])]
        draft = begin(
            Report(record["id"], record["text"], record.get("title") or "", record.get("outlet"), published=record.get("date")),
            knowledge,
        )
        tally_report(gold, record["text"], draft.field, same, tally)
    show(tally, options.missing, options.idle)


if __name__ == "__main__":
    main()

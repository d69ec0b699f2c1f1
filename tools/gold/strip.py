"""Codings of reports without the reports' texts: quotes become offsets, names stay short.

python tools/gold/strip.py GOLD.jsonl REPORTS.jsonl > CODED.jsonl

Each line: {report, published, sha256, claims}, a claim with `evidence` [[start, end], …] in code points of the report's
`text` instead of `quote`; `sha256` is that of the text in UTF-8. Exit code 1 where a quote does not stand in its report.
"""

from __future__ import annotations

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

NAMED = ("agent", "target", "counterpart", "place", "speakers")
KEPT = ("id", "act", "status", *NAMED, "date", "losses", "means", "links", "optional")
LONGEST_NAME = 5  # words; longer ones are descriptions in the publisher's words


def strip(gold: dict[str, Any], text: str) -> dict[str, Any]:
    """One coded report without its text's words, names apart. Raises ValueError naming report and claim."""
    claims = [_claim(claim, text, gold["report"]) for claim in gold["claims"]]
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return {"report": gold["report"], "published": gold.get("published"), "sha256": digest, "claims": claims}


def _claim(claim: dict[str, Any], text: str, report: str) -> dict[str, Any]:
    quotes = [claim["quote"]] if isinstance(claim["quote"], str) else claim["quote"]
    kept = {key: claim[key] for key in KEPT if key in claim}
    kept.update({role: [short_names(names) for names in claim[role]] for role in NAMED})
    return {**kept, "evidence": [_offsets(quote, text, f"{report} {claim['id']}") for quote in quotes]}


def _offsets(quote: str, text: str, where: str) -> tuple[int, int]:
    at = text.find(quote)
    if at < 0 or not quote:
        raise ValueError(f"{where}: a quote does not stand in the report")
    return at, at + len(quote)


def short_names(names: str) -> str:
    """Of names divided by `|` those of at most `LONGEST_NAME` words; where there is none, the first words of the shortest."""
    every = names.split("|")
    short = [name for name in every if len(name.split()) <= LONGEST_NAME]
    return "|".join(short) or " ".join(min(every, key=lambda name: len(name.split())).split()[:LONGEST_NAME])


def main() -> None:
    """Strip every line of a gold file."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("gold", type=Path)
    args.add_argument("reports", type=Path)
    options = args.parse_args()
    texts = {r["id"]: r["text"] for r in map(json.loads, options.reports.read_text("utf-8").splitlines())}
    try:
        for line in options.gold.read_text("utf-8").splitlines():
            gold = json.loads(line)
            print(json.dumps(strip(gold, texts[gold["report"]]), ensure_ascii=False))
    except (ValueError, KeyError) as error:
        sys.exit(f"strip: {options.gold}: {error}")


if __name__ == "__main__":
    main()

"""Scores negation against a suite of particles with the word that each negates (pud-negation).

python tools/suites/negation.py SUITE.jsonl [--faults]

A case counts when a head is found on the case's particle whose operator denies, and the word that it bears on, the first after
it that is no function word, or the pronoun on the particle, overlaps the negated word.
"""

from __future__ import annotations

from typing import Any

from running import Case, run

from isnad.extract.field import FieldReading
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.load import Knowledge


def right(case: Case, knowledge: Knowledge) -> bool:
    """Whether the case's particle is read as a denial of the case's word."""
    wanted = case["expected"]
    field = FieldReading(case["input"], "text", None, knowledge)
    words = field.words
    for head in field.heads:
        denies = head.operator >= 0 and knowledge.operators[head.operator].get("status") == "denied"
        if denies and _overlaps(words.starts[head.first], words.ends[head.last - 1], wanted["particle"]):
            word = next((at for at in range(head.last, len(words)) if _bears(field, at)), head.first)
            first = head.first if words.types[head.last - 1].best.after else word
            if _overlaps(words.starts[first], words.ends[word], wanted["negated_head"]):
                return True
    return False


def _bears(field: FieldReading, at: int) -> bool:
    kind = field.words.types[at]
    return kind.kind == "word" and (kind.verb or kind.fold not in FUNCTION_WORDS)


def _overlaps(start: int, end: int, wanted: dict[str, Any]) -> bool:
    return min(end, int(wanted["end"])) > max(start, int(wanted["start"]))


def shown(case: Case) -> str:
    """A case that failed, in a line."""
    wanted = case["expected"]
    return " | ".join([case["id"], wanted["particle"]["text"], wanted["negated_head"]["text"], case["input"]])


if __name__ == "__main__":
    run(__doc__, right, shown)

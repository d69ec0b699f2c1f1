"""Words, numbers and times, and the whole reading of an article, against spaCy's blank Arabic tokeniser with sentencizer.

Every measured article is another one, and none was seen while warming up: text that repeats flatters every cache. Times
are processor time of one core, given for 600 words (written words, parted by spaces).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import process_time

from isnad.extract.numbers.numbers import find_numbers
from isnad.extract.read import read_report
from isnad.extract.text.words import split_words
from isnad.extract.times.times import find_times
from isnad.knowledge.load import Knowledge, load_knowledge
from isnad.records import Report

WARMING, MEASURED, SHORTEST, LONGEST, FEWEST = 600, 400, 300, 1200, 100
Stage = Callable[[str], object]
Rows = list[tuple[str, float]]


def load_texts(path: Path) -> list[str]:
    """Different articles of a usual length (300 to 1,200 words), each once; where those are few, articles of any length."""
    with path.open(encoding="utf-8") as lines:
        texts = dict.fromkeys(str(json.loads(line)["text"]) for line in lines)
    usual = [t for t in texts if SHORTEST <= len(t.split()) <= LONGEST]
    return usual if len(usual) >= FEWEST else list(texts)


def compare(texts: list[str]) -> Rows:
    """(what, milliseconds for 600 words), ours and theirs, over the same articles."""
    warm, measured = texts[: 2 * WARMING : 2], texts[1 : 2 * MEASURED : 2]
    rows = [(name, _cost(stage(load_knowledge()), warm, measured)) for name, stage in STAGES]
    return [*rows, ("spaCy blank ar + sentencizer", _cost(_spacy(), warm, measured))]


def _cost(stage: Stage, warm: list[str], measured: list[str]) -> float:
    for text in warm:
        stage(text)
    begin = process_time()
    for text in measured:
        stage(text)
    return (process_time() - begin) * 600_000 / sum(len(t.split()) for t in measured)


def _words(knowledge: Knowledge) -> Stage:
    return lambda text: split_words(text, knowledge.word_type)


def _numbers_and_times(knowledge: Knowledge) -> Stage:
    def read(text: str) -> object:
        words = split_words(text, knowledge.word_type)
        return find_times(words, knowledge), find_numbers(words, knowledge)

    return read


def _whole(knowledge: Knowledge) -> Stage:
    return lambda text: read_report(Report(id="bench", text=text, published="2020-12-22"), knowledge)


# Each with knowledge of its own, so that no stage finds the words that another has met.
STAGES: list[tuple[str, Callable[[Knowledge], Stage]]] = [
    ("words and sentences", _words), ("words, numbers and times", _numbers_and_times), ("the whole reading", _whole),
]  # fmt: skip


def _spacy() -> Stage:
    import spacy

    pipeline = spacy.blank("ar")
    pipeline.add_pipe("sentencizer")
    return pipeline


def table(rows: Rows) -> str:
    """The rows as a table: milliseconds, articles a second and the ratio to spaCy's."""
    theirs = rows[-1][1]
    lines = [f"{'600 words, one core':32} {'ms':>8} {'a second':>9} {'× spaCy':>9}"]
    return "\n".join([*lines, *(f"{name:32} {cost:8.2f} {1000 / cost:9.1f} {cost / theirs:9.2f}" for name, cost in rows)])

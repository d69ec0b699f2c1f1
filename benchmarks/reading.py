"""Words, numbers and times, and the whole reading of an article, against spaCy's blank Arabic tokeniser with sentencizer.

Every measured article is another one, and none was seen while warming up: text that repeats flatters every cache. Times are
processor time of one core, given for 600 words (written words, parted by spaces). The stages and spaCy take turns over slices of
the articles; what is shown is the median of the slices, and of the ratios within a slice.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

from isnad.extract.numbers.numbers import find_numbers
from isnad.extract.read import read_report
from isnad.extract.text.words import split_words
from isnad.extract.times.times import find_times
from isnad.knowledge.load import Knowledge, load_knowledge
from isnad.pipeline import load
from isnad.records import Report

WARMING, MEASURED, SHORTEST, LONGEST, FEWEST = 600, 400, 300, 1200, 100
SLICES = 10
THEIRS = "spaCy blank ar + sentencizer"
Stage = Callable[[str], object]
Row = tuple[str, float, float]  # what, milliseconds for 600 words, times spaCy's


def load_texts(path: Path) -> list[str]:
    """Different articles of a usual length (300 to 1,200 words), each once; where those are few, articles of any length."""
    with path.open(encoding="utf-8") as lines:
        texts = dict.fromkeys(str(json.loads(line)["text"]) for line in lines)
    usual = [t for t in texts if SHORTEST <= len(t.split()) <= LONGEST]
    return usual if len(usual) >= FEWEST else list(texts)


def compare(texts: list[str]) -> list[Row]:
    """Ours and theirs over the same articles, theirs last."""
    warm, measured = texts[: 2 * WARMING : 2], texts[1 : 2 * MEASURED : 2]
    stages = _stages()
    for stage in stages.values():
        for text in warm:
            stage(text)
    slices = [part for n in range(SLICES) if (part := measured[n::SLICES])]
    costs: dict[str, list[float]] = {name: [] for name in stages}
    for part in slices:
        for name, stage in stages.items():
            costs[name].append(_cost(stage, part))
    return [(name, median(took), median(_ratios(took, costs[THEIRS]))) for name, took in costs.items()]


def _ratios(ours: list[float], theirs: list[float]) -> list[float]:
    return [a / b for a, b in zip(ours, theirs, strict=True)]


def _cost(stage: Stage, texts: list[str]) -> float:
    """Milliseconds for 600 words."""
    begin = process_time()
    for text in texts:
        stage(text)
    return (process_time() - begin) * 600_000 / sum(len(t.split()) for t in texts)


def _stages() -> dict[str, Stage]:
    """Each with knowledge of its own, so that no stage finds the words that another has met."""
    return {
        "words and sentences": _words(load_knowledge()),
        "words, numbers and times": _numbers_and_times(load_knowledge()),
        "the whole reading": _whole(load(())),
        THEIRS: _spacy(),
    }


def _words(knowledge: Knowledge) -> Stage:
    return lambda text: split_words(text, knowledge.word_type)


def _numbers_and_times(knowledge: Knowledge) -> Stage:
    def read(text: str) -> object:
        words = split_words(text, knowledge.word_type)
        return find_times(words, knowledge), find_numbers(words, knowledge)

    return read


def _whole(knowledge: Knowledge) -> Stage:
    return lambda text: read_report(Report(id="bench", text=text, published="2020-12-22"), knowledge)


def _spacy() -> Stage:
    import spacy

    pipeline = spacy.blank("ar")
    pipeline.add_pipe("sentencizer")
    return pipeline


def table(rows: list[Row]) -> str:
    """The rows as a table: milliseconds, articles a second and the ratio to spaCy's."""
    lines = [f"{'600 words, one core':32} {'ms':>8} {'a second':>9} {'× spaCy':>9}"]
    return "\n".join([*lines, *(f"{name:32} {cost:8.2f} {1000 / cost:9.1f} {ratio:9.2f}" for name, cost, ratio in rows)])

"""Suites read from the folder beside the repository, and our reading of one text."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from isnad.extract.numbers.numbers import find_numbers
from isnad.extract.text.words import Words, split_words
from isnad.extract.times.anchor import anchor_time
from isnad.extract.times.times import find_times
from isnad.knowledge.load import Knowledge, load_knowledge
from isnad.records import Count, Time

SUITES = Path(__file__).parents[3] / "shared" / "suites"
Case = dict[str, Any]


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def cases(suite: str) -> list[Case]:
    """The cases of a suite; [] where it is not there."""
    path = SUITES / f"{suite}.jsonl"
    return [json.loads(line) for line in path.open(encoding="utf-8")] if path.exists() else []


def words_of(text: str) -> Words:
    return split_words(text, knowledge().word_type)


def numbers_of(text: str) -> list[Count]:
    return [count for _, _, count in find_numbers(words_of(text), knowledge())]


def times_of(text: str, reference: str | None, future: bool = False) -> list[Time]:
    """The times told in a text that can be anchored."""
    day = datetime.fromisoformat(reference).replace(tzinfo=None) if reference else None
    anchored = [anchor_time(e, day, future) for e in find_times(words_of(text), knowledge())]
    return [time for time in anchored if time is not None]

"""How a text was read, as JSON: its words with their clitics, its numbers, its times (the format of `isnad text`).

The format is fixed, because measuring depends on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from isnad.extract.numbers.numbers import find_numbers
from isnad.extract.numbers.singles import find_singles
from isnad.extract.text.words import Words, split_words
from isnad.extract.times.anchor import anchor_time
from isnad.extract.times.times import find_times
from isnad.knowledge.letters import raw_offset
from isnad.knowledge.load import Knowledge
from isnad.knowledge.wordtypes import WordType
from isnad.records import Count, Time


def text_line(record: Mapping[str, Any], knowledge: Knowledge, future: bool = False) -> dict[str, Any]:
    """{id, words, numbers, times} of a record {id, text, published}; `future` reads days without a year ahead."""
    words = split_words(str(record["text"]), knowledge.word_type)
    published = published_of(record.get("published"))
    anchored = (anchor_time(e, published, future) for e in find_times(words, knowledge))
    counts = sorted((*find_numbers(words, knowledge), *find_singles(words, knowledge)))
    return {
        "id": record.get("id"),
        "words": [shown_word(words, at) for at in range(len(words))],
        "numbers": [shown_number(count) for _, _, count in counts],
        "times": [shown_time(time) for time in anchored if time is not None],
    }


def published_of(value: Any) -> date | None:
    """A day, or a moment where an hour is given; None for nothing. Raises ValueError for what is no ISO day."""
    if not value:
        return None
    text = str(value)
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).replace(tzinfo=None)


def shown_word(words: Words, at: int) -> dict[str, Any]:
    """One word with its parts as they are written."""
    kind = words.types[at]
    return {"text": kind.raw, "start": words.starts[at], "end": words.ends[at], "parts": raw_parts(kind)}


def raw_parts(kind: WordType) -> list[str]:
    """Prefixes, stem and suffix of the first reading, cut out of the raw word; the article stays with its stem."""
    best, cuts, seen = kind.best, [0], 0
    for before in best.before:
        if before != "ال":
            seen += len(before)
            cuts.append(raw_offset(kind.raw, seen))
    if best.after:
        whole = raw_length(kind)
        cuts.append(raw_offset(kind.raw, whole - len(best.after)))
    cuts.append(len(kind.raw))
    return [kind.raw[a:b] for a, b in pairwise(cuts) if b > a]


def raw_length(kind: WordType) -> int:
    """Letters of the folded word."""
    return len(kind.fold)


def shown_number(count: Count) -> dict[str, Any]:
    """One number: whole values as integers."""
    return {
        "text": count.text, "start": count.start, "end": count.end, "low": _plain(count.low), "high": _plain(count.high),
        "approximate": count.approximate, "of": count.of,
    }  # fmt: skip


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def shown_time(time: Time) -> dict[str, Any]:
    """One time: ISO days, with hours where told."""
    start, end = (time.span.start, time.span.end) if time.span else (-1, -1)
    return {
        "text": time.text, "start": start, "end": end, "from": time.start, "to": time.end, "precision": time.precision,
        "approximate": time.approximate,
    }  # fmt: skip

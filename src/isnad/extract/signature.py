"""What `link` compares instead of text: MinHash values of the running text, hashes of quotations and of long clauses."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from rensa import RMinHash

from isnad.extract.field import FieldReading
from isnad.extract.words import CLOSING, OPENING
from isnad.records import Signature

PERMUTATIONS, SEED, GRAM = 64, 42, 3
QUOTATION, CLAUSE = 25, 40  # characters past which words are hardly the same by chance
FEWEST = 4  # words in a clause past that length
LONGEST = 120  # words that a quotation may hold
PAIRS = dict(zip(OPENING, CLOSING, strict=True)) | {'"': '"', "'": "'"}


def signature(field: FieldReading) -> Signature:
    """The signature of a report's text: 64 MinHash values over its word triples, short hashes of what it quotes and states.

    Only paragraphs count, headlines and page furniture do not; without one, both are empty.
    """
    types = field.words.types
    words: list[str] = []
    told: dict[str, None] = {}
    for line in field.lines:
        if line.kind != "paragraph":
            continue
        folds = [t.fold for t in types[line.first : line.last]]
        stops = [at for at, t in enumerate(types[line.first : line.last]) if t.kind == "punct"]
        told.update(dict.fromkeys(map(_hash, (*_quotations(folds, stops), *_clauses(folds, stops)))))
        held = set(stops)
        words += [fold for at, fold in enumerate(folds) if at not in held]
    return Signature(_minhash(words), tuple(told))


def _minhash(words: list[str]) -> tuple[int, ...]:
    if not words:
        return ()
    grams = [f"{a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False)] or [" ".join(words)]
    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.update(grams)
    return tuple(sketch.digest())


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()


def _quotations(folds: list[str], stops: list[int]) -> Iterator[str]:
    """What stands between quotation marks, its own punctuation left out."""
    held, done = set(stops), -1
    for k, at in enumerate(stops):
        closing = PAIRS.get(folds[at])
        if closing is None or at < done:
            continue
        end = next((stop for stop in stops[k + 1 :] if folds[stop] == closing), 0)
        if end and end - at <= LONGEST:
            text = " ".join(folds[i] for i in range(at + 1, end) if i not in held)
            done = end + 1
            if len(text) > QUOTATION:
                yield text


def _clauses(folds: list[str], stops: list[int]) -> Iterator[str]:
    """What stands between one punctuation mark and the next."""
    begin = 0
    for at in (*stops, len(folds)):
        if at - begin >= FEWEST:
            text = " ".join(folds[begin:at])
            if len(text) > CLAUSE:
                yield text
        begin = at + 1

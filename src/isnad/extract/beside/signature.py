"""What `link` compares instead of text: MinHash values of the running text, hashes of quotations and of long clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from hashlib import blake2b
from itertools import chain, pairwise

from rensa import RMinHash

from isnad.extract.field import FieldReading
from isnad.extract.text.words import CLOSING, OPENING
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
    folds = [t.fold for t in types]
    stops = [at for at, t in enumerate(types) if t.kind == "punct"]
    words: list[str] = []
    told: dict[str, None] = {}
    for line in field.lines:
        if line.kind == "paragraph":
            here = stops[bisect_left(stops, line.first) : bisect_left(stops, line.last)]
            pieces = [folds[a + 1 : b] for a, b in pairwise((line.first - 1, *here, line.last))]
            words.extend(chain.from_iterable(pieces))
            told.update(dict.fromkeys(map(_hash, (*_quotations(folds, here, pieces), *_clauses(pieces)))))
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


def _quotations(folds: list[str], stops: list[int], pieces: list[list[str]]) -> Iterator[str]:
    """What stands between quotation marks; `pieces` are the words behind the line's start and behind each stop."""
    done = -1
    for k, at in enumerate(stops):
        closing = PAIRS.get(folds[at])
        if closing is None or k < done:
            continue
        end = next((n for n in range(k + 1, len(stops)) if folds[stops[n]] == closing), 0)
        if end and stops[end] - at <= LONGEST:
            done = end + 1
            text = " ".join(chain.from_iterable(pieces[k + 1 : end + 1]))
            if len(text) > QUOTATION:
                yield text


def _clauses(pieces: list[list[str]]) -> Iterator[str]:
    """What stands between one punctuation mark and the next."""
    texts = (" ".join(piece) for piece in pieces if len(piece) >= FEWEST)
    return (text for text in texts if len(text) > CLAUSE)

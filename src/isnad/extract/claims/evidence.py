"""The words that carry a claim: the clause of the word that tells the act, not the whole sentence with its fillers.

Every slot keeps a span of its own; what a claim quotes is the shortest stretch that a reader needs to see the act told.
"""

from __future__ import annotations

from isnad.extract.clauses.clauses import COMMAS, COMPLEMENTIZERS, RELATIVES
from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.extract.text.matches import QUOTES
from isnad.extract.text.words import STOPS
from isnad.records import Span

BEFORE, AFTER = 1, 8  # words of the clause quoted beside the one that tells the act, and from it on
EDGES = COMMAS | QUOTES | frozenset(STOPS)


def evidence_of(field: FieldReading, head: Head) -> Span:
    """The head's clause up to the next comma, quotation mark or verb (not its own support verb) on either side."""
    words = field.words
    first, last = words.sentences[head.sentence]
    verbs = {h.first for h in field.heads_in(first, last) if h.verb and h.first != head.first and (h.acts or h.light < 0)}
    low, high = head.first, max(head.last, head.first + 1)
    while (
        low > max(first, head.first - BEFORE) and not _opens(field, low - 1, verbs) and words.types[low - 1].fold not in RELATIVES
    ):
        low -= 1
    while high < min(last, head.first + AFTER) and not _opens(field, high, verbs):
        high += 1
    return Span(words.starts[low], words.ends[high - 1])


def _opens(field: FieldReading, at: int, verbs: set[int]) -> bool:
    kind = field.words.types[at]
    return at in verbs or kind.raw in EDGES or kind.fold in COMPLEMENTIZERS

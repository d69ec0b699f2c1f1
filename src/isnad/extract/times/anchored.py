"""A report's times as acts may take them: where each stands and what it means on the day of publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from isnad.extract.text.words import Words
from isnad.extract.times.anchor import anchor_time
from isnad.extract.times.time_slots import is_role
from isnad.extract.times.when import TimeExpression
from isnad.records import Time

REACH = 14  # words that «منذ سيطرة الحركة على القطاع في …» may run to
STOPS = frozenset("،,؛.:!؟?()")


class Anchored(NamedTuple):
    """A time expression at words [first, last) with what it means on the day of publication (None: it stays open).

    `opened` is the word «منذ» of «منذ سيطرة … في 2007»: what happened between the two is dated by the time alone, what is told
    around them by the stretch since then (`stretch`).
    """

    first: int
    last: int
    sentence: int
    time: Time | None
    opened: int = -1
    stretch: bool = False

    def dates(self, head: int) -> bool:
        """Whether it can date an act at word `head` as it is meant."""
        return self.opened < 0 or self.stretch != (self.opened < head < self.first)


def anchored(
    words: Words, told: Sequence[TimeExpression], sentence_of: Sequence[int], published: date | None
) -> Iterator[Anchored]:
    """Every time told, in order; one that «منذ» opens from afar twice, as the time itself and as the stretch since."""
    before = 0
    for one in told:
        sentence, time = sentence_of[one.first], anchor_time(one, published)
        opened = _opened(words, max(before, words.sentences[sentence][0]), one) if time else -1
        yield Anchored(one.first, one.last, sentence, time, opened)
        if opened >= 0:
            since = msgspec.structs.replace(one, when=msgspec.structs.replace(one.when, since=True))
            yield Anchored(one.first, one.last, sentence, anchor_time(since, published), opened, True)
        before = one.last


def _opened(words: Words, begin: int, one: TimeExpression) -> int:
    """The word «منذ» before it in the same stretch of words, with something told between them, or -1."""
    if one.when.since or one.when.sense or one.when.to is not None:
        return -1
    for at in range(one.first - 1, max(begin, one.first - REACH) - 1, -1):
        if words.types[at].raw in STOPS:
            return -1
        if is_role(words, at, "since"):
            return at if at < one.first - 1 else -1
    return -1

"""Times found in a report's words; see time_grammar for how they are read."""

from __future__ import annotations

from isnad.extract.when import TimeExpression
from isnad.extract.words import Words
from isnad.knowledge.load import Knowledge


def find_times(words: Words, knowledge: Knowledge) -> tuple[TimeExpression, ...]:
    return ()

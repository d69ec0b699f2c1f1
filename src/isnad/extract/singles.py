"""Single persons told without a number: «مقتل جندي», «امرأة وطفلها»."""

from __future__ import annotations

from isnad.extract.words import Words
from isnad.knowledge.load import Knowledge
from isnad.records import Count


def find_singles(words: Words, knowledge: Knowledge) -> list[tuple[int, int, Count]]:
    return []

"""What stands around a number: parts of another, running totals, and names that merely hold a number."""

from __future__ import annotations

from isnad.extract.words import Words
from isnad.knowledge.count_table import counting_words
from isnad.records import Count

NONE: frozenset[str] = frozenset()
REACH = 7  # words before a number in which «ارتفعت الحصيلة» still speaks of it


def kinds_of(words: Words, at: int) -> frozenset[str]:
    """The kinds of counting.yaml that word `at` belongs to, a glued conjunction taken off."""
    table, text = counting_words(), words.types[at].fold
    return table.get(text) or (table.get(text[1:], NONE) if text[:1] in ("و", "ف", "ب", "ل") else NONE)


def is_name_number(words: Words, at: int) -> bool:
    """«اللواء 55», «القرار 2254», «إف 16»: a number word or digits right after the head of such a name."""
    if at == 0:
        return False
    if words.types[at - 1].fold == "رقم" and at > 1:
        return "unit_head" in kinds_of(words, at - 2)
    return "unit_head" in kinds_of(words, at - 1) and words.types[at].kind == "number"


def is_pronoun(words: Words, at: int) -> bool:
    """«أي واحد», «كل واحد»: no number."""
    tags = words.types[at].number
    return bool(tags) and tags[0].value == 1 and at > 0 and words.types[at - 1].fold in ("اي", "كل", "لكل", "ايه")


def is_part(words: Words, first: int, begin: int, before: list[tuple[int, int, Count]]) -> bool:
    """Whether the number counts a part of another: «بينهم 4 أطفال», and what «و» adds to it."""
    if first > begin and "part" in kinds_of(words, first - 1):
        return True
    if not before or not before[-1][2].part or first <= before[-1][1]:
        return False
    between = range(before[-1][1], first)
    joined = any(t.conjunction for t in words.types[first].number) or words.types[first - 1].fold == "و"
    return len(between) <= 3 and joined and all(words.types[k].kind == "word" for k in between)


def is_total(words: Words, first: int, begin: int) -> bool:
    """Whether the number is a running total: «ارتفاع الحصيلة إلى 15»."""
    if first <= begin or words.types[first - 1].fold not in ("الي", "ل", "ب", "من", "نحو", "القتلي", "الضحايا", "الحصيله"):
        return False
    return any("rise" in kinds_of(words, k) for k in range(max(begin, first - REACH), first))

"""What stands around a number: parts of another, running totals, and names that merely hold a number."""

from __future__ import annotations

from isnad.extract.text.words import Words
from isnad.knowledge.count_table import counting_words
from isnad.records import Count

NONE: frozenset[str] = frozenset()
QUOTES = frozenset("«»“”\"'()")
REACH = 7  # words before a number in which «ارتفعت الحصيلة» still speaks of it


def kinds_of(words: Words, at: int) -> frozenset[str]:
    """The kinds of counting.yaml that word `at` belongs to, a glued conjunction taken off."""
    table, text = counting_words(), words.types[at].fold
    return table.get(text) or (table.get(text[1:], NONE) if text[:1] in ("و", "ف", "ب", "ل") else NONE)


def is_name_number(words: Words, at: int) -> bool:
    """«اللواء 55», «القرار رقم 2254», «الكتيبة "8103"», «اللواءين 24 و65»: digits that name a unit, a text, a weapon."""
    if words.types[at].kind != "number":
        return False
    k = at - 1
    while k > 0 and (words.types[k].raw in QUOTES or words.types[k].fold == "رقم"):
        k -= 1
    if k > 0 and words.types[k].fold == "و" and words.types[k - 1].kind == "number":
        return is_name_number(words, k - 1)
    return k >= 0 and "unit_head" in (kinds_of(words, k) or _singular_kinds(words.types[k].fold))


def _singular_kinds(folded: str) -> frozenset[str]:
    """The kinds of a dual's singular («اللواءين», «الفرقتان»)."""
    if folded[-2:] not in ("ين", "ان"):
        return NONE
    base = folded[:-2]
    return counting_words().get(base) or counting_words().get(base[:-1] + "ه", NONE)


def is_pronoun(words: Words, at: int) -> bool:
    """«أي واحد», «من كل ثلاثة»: no number of anything."""
    return at > 0 and words.types[at - 1].fold in ("اي", "كل", "لكل", "ايه")


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

"""Noun phrases: idafa, adjectives, quoted names; where a phrase that begins at a noun ends."""

from __future__ import annotations

from functools import lru_cache

from isnad.extract.text.words import Words
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.wordtypes import WordType

OPEN_QUOTES, CLOSE_QUOTES = frozenset("«“\"‘('"), frozenset("»”\"’)'")
LONGEST = 7
DAY_WORDS = frozenset(
    [
        "اليوم", "امس", "الامس", "الاول", "غدا", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت",
        "صباح", "مساء", "ليل", "ليله", "فجر", "ظهر", "عصر", "ايضا", "الان", "حاليا", "سابقا", "مجددا", "لاحقا",
    ]
)  # fmt: skip


HELD = 1 << 16  # word types whose answers are kept


@lru_cache(HELD)
def is_nominal(kind: WordType) -> bool:
    """Whether a word may stand inside a noun phrase: no verb, no function word, no conjunction or preposition before it."""
    if kind.kind == "latin":
        return True
    if kind.kind != "word" or kind.fold in FUNCTION_WORDS or kind.fold in DAY_WORDS or kind.verb or len(kind.fold) < 2:
        return False
    if kind.best.after and kind.best.stem in FUNCTION_WORDS:
        return False
    return all(b == "ال" for b in kind.best.before)


@lru_cache(HELD)
def has_article(kind: WordType) -> bool:
    """Whether the word carries the article, in its best reading or as part of a word taken whole («العراق»)."""
    if "ال" in kind.best.before:
        return True
    best = kind.best
    if not best.stem.startswith("ال") or kind.verb:
        return False
    return any(s.before[-1:] == ("ال",) and (s.forms or not best.forms) for s in kind.splits[1:])


def phrase_end(words: Words, head: int, limit: int) -> int:
    """The word after the last one of the noun phrase that begins at `head`.

    After a definite head come definite adjectives; after an indefinite one an idafa or adjectives; a
    quoted name of up to four words may close either.
    """
    types = words.types
    definite = has_article(types[head]) or bool(types[head].best.after)
    at = head + 1
    while at < limit and at - head < LONGEST:
        kind = types[at]
        if kind.raw in OPEN_QUOTES:
            end = _quoted(words, at, limit)
            if not end:
                break
            at, definite = end, True
            continue
        if not is_nominal(kind):
            break
        article = has_article(kind)
        if definite and not article:
            break
        definite = definite or article or bool(kind.best.after)
        at += 1
    return at


def _quoted(words: Words, at: int, limit: int) -> int:
    """The word after a short quoted name, or 0 where the quotation is long or holds a verb."""
    for end in range(at + 1, min(at + 6, limit)):
        if words.types[end].raw in CLOSE_QUOTES:
            return end + 1 if end > at + 1 else 0
        if words.types[end].kind == "punct" or words.types[end].verb:
            return 0
    return 0

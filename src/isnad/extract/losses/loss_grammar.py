"""Small questions about single words that losses ask: number, conjunction, preposition, verb, negation."""

from __future__ import annotations

from isnad.extract.text.matches import Match
from isnad.extract.text.words import Words

NEGATIONS = frozenset(("لم", "ولم", "لن", "ولن", "لا", "ولا", "دون", "بدون", "عدم", "بلا", "غير"))
PREPOSITIONS = frozenset((
    "في", "من", "الي", "علي", "عن", "مع", "ضد", "بين", "نحو", "حول", "قرب", "امام", "خلال", "بعد", "قبل", "عقب", "اثر", "جراء",
    "نتيجه", "بسبب", "لدي", "عند", "منذ", "وبين", "ومن", "وفي",
))  # fmt: skip
STOPS = frozenset((
    "ان", "انه", "انها", "انهم", "بان", "لان", "لكن", "بينما", "فيما", "حيث", "حين", "عندما", "الذي", "التي", "الذين", "اللذين", "مما", "وان", "؛", ":", ".",
))  # fmt: skip
DASHES = frozenset(("-", "–", "—", "•", "*"))


def numbers_of(words: Words, match: Match) -> frozenset[str]:
    """The grammatical numbers (s, d, p) under which a matched noun may stand."""
    kind = words.types[match.first]
    forms = kind.splits[match.split].forms if kind.splits else ()
    phrase = match.last > match.first + 1  # «رجال الأمن» stands in the table as it is: the plural is told by its first word
    return frozenset(f.number for f in forms if f.key == match.key or (phrase and f.number == "p"))


def before_of(words: Words, match: Match) -> tuple[str, ...]:
    """The proclitics of a match's first word, in its own reading."""
    kind = words.types[match.first]
    return kind.splits[match.split].before if kind.splits else ()


def is_joined(words: Words, at: int) -> bool:
    """Whether word `at` is joined to what stands before it by «و» (or «أو»)."""
    kind = words.types[at]
    if kind.fold == "و" or kind.best.before[:1] == ("و",) or any(s.before[:1] == ("و",) and s.forms for s in kind.splits):
        return True
    return at > 0 and words.types[at - 1].fold in ("و", "او")


def is_finite(words: Words, at: int) -> bool:
    """Whether the best reading of word `at` is a verb in the past or present."""
    kind = words.types[at]
    if kind.kind != "word" or kind.best.article or kind.fold in PREPOSITIONS:  # «قبل» is seldom a verb
        return False
    return bool(kind.best.forms) and kind.best.forms[0].tense in ("past", "pres")


def under_preposition(words: Words, at: int, first: int) -> bool:
    """Whether a noun phrase at word `at` hangs on a preposition, written apart or glued."""
    glued = words.types[at].best.before
    return any(b in ("ب", "ل", "ك") for b in glued) or (at > first and words.types[at - 1].fold in PREPOSITIONS)


def is_negated(words: Words, at: int) -> bool:
    """Whether a negation stands within four words before, with no verb or stop but its own between («دون تسجيل أي إصابات»)."""
    for k in range(at - 1, max(-1, at - 5), -1):
        if words.types[k].fold in NEGATIONS:
            return True
        if words.types[k].kind == "punct":
            return False
    return False


def is_clear(words: Words, first: int, last: int) -> bool:
    """Whether no verb, conjunction of clauses or stop stands between."""
    types = words.types
    return not any(types[at].fold in STOPS or is_finite(words, at) for at in range(first, last))


def is_item(words: Words, first: int, end: int) -> bool:
    """Whether a sentence is a line of a list."""
    return first + 1 < end and words.types[first].raw in DASHES

"""Words that tell a loss, as the lexicon found them: harm words, whom they strike, and what negates or takes them back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.extract.actors import ActorMention
from isnad.extract.field import FieldReading
from isnad.extract.heads import Head
from isnad.extract.matches import Match
from isnad.extract.words import Words
from isnad.knowledge.load import Knowledge
from isnad.records import Count

COUNTED = tuple[int, int, Count]
EVENTS = frozenset(("verb", "event_noun"))
NEGATIONS = frozenset(("لم", "ولم", "لن", "ولن", "لا", "ولا", "دون", "بدون", "عدم", "بلا", "غير"))
PREPOSITIONS = frozenset((
    "في", "من", "الي", "علي", "عن", "مع", "ضد", "بين", "نحو", "حول", "قرب", "امام", "خلال", "بعد", "قبل", "عقب", "اثر", "جراء", "نتيجه", "بسبب", "لدي", "عند", "منذ", "وبين", "ومن", "وفي",
))


class LossWords(NamedTuple):
    """By the index of their first word: harm matches (longest first), the noun for whom, counts, the words right behind counts, parties, kinds of group nouns."""

    field: FieldReading
    harms: dict[int, list[Match]]
    whom: dict[int, Match]
    counts: dict[int, COUNTED]
    counted: set[int]
    actors: dict[int, ActorMention]
    groups: dict[int, str]
    demonyms: set[int]
    heads: dict[int, Head]
    knowledge: Knowledge

    @property
    def words(self) -> Words:
        return self.field.words


def find_loss_words(field: FieldReading, counts: Sequence[COUNTED], knowledge: Knowledge) -> LossWords:
    """The field's harm words, counted nouns, counts and parties, ready for look-up by word."""
    harms: dict[int, list[Match]] = {}
    whom: dict[int, Match] = {}
    groups: dict[int, str] = {}
    demonyms: set[int] = set()
    for match in field.matches:
        table = match.payload.table
        if table == "harms" and not _coordinated(field.words, match):
            harms.setdefault(match.first, []).append(match)
        elif table == "whom" and match.first not in whom and not _unlikely(field.words, match):
            whom[match.first] = match
        elif table == "group":
            groups.setdefault(match.first, match.payload.id)
        elif table == "demonym":
            demonyms.add(match.first)
    for at, here in harms.items():
        harms[at] = [m for m in here if not _holds_people(harms, m)]
    return LossWords(field, harms, whom, {c[0]: c for c in counts}, {c[1] for c in counts}, {a.first: a for a in field.actors}, groups, demonyms, {h.first: h for h in field.heads}, knowledge)


def _coordinated(words: Words, match: Match) -> bool:
    """«قتلى وجرحى» as one phrase: the two words are read one by one, since each may have a number of its own."""
    inner = range(match.first + 1, match.last)
    return words.types[match.first].fold == "بين" or any(is_joined(words, at) for at in inner if match.last <= match.first + 4)


def _holds_people(harms: dict[int, list[Match]], match: Match) -> bool:
    """«سقوط ضحايا» as one phrase: the people in it tell the loss."""
    return match.payload.note != "verb" and match.last > match.first + 1 and any(m.payload.note == "person_noun" for m in harms.get(match.last - 1, ()))


def _unlikely(words: Words, match: Match) -> bool:
    """A noun reached only by cutting letters off a word that the lexicon reads better otherwise."""
    return match.split > 2 and bool(words.types[match.first].best.forms)


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
    return kind.kind == "word" and bool(kind.best.forms) and kind.best.forms[0].tense in ("past", "pres") and not kind.best.article


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

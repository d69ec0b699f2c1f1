"""Words that tell a loss, as the lexicon found them: harm words, whom they strike, counts and parties."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.extract.losses.loss_grammar import is_item, is_joined, numbers_of
from isnad.extract.parties.actors import ActorMention
from isnad.extract.text.matches import Match
from isnad.extract.text.words import Words
from isnad.knowledge.load import Knowledge
from isnad.records import Count

BARE = {
    "الحصيله": "killed",
    "والحصيله": "killed",
    "خساير": "killed_or_injured",
    "الخساير": "killed_or_injured",
    "خسايره": "killed_or_injured",
}  # where no more is told
COUNTED = tuple[int, int, Count]


class LossWords(NamedTuple):
    """What stands where, by the index of its first word.

    `harms` longest match first; `whom` the counted nouns; `counted` the words right behind counts; `groups` the kinds
    of party that head nouns make; `names` the first id that a party's name may mean; `demonyms` nisba words.
    """

    field: FieldReading
    words: Words
    harms: dict[int, list[Match]]
    whom: dict[int, Match]
    groups: dict[int, str]
    names: dict[int, str]
    demonyms: set[int]
    named: set[int]
    counts: dict[int, COUNTED]
    counted: set[int]
    actors: dict[int, ActorMention]
    heads: dict[int, Head]
    sentences: tuple[int, ...]
    knowledge: Knowledge


def find_loss_words(field: FieldReading, counts: Sequence[COUNTED], knowledge: Knowledge) -> LossWords:
    """The field's harm words, and in their sentences the counted nouns, counts and parties, ready for look-up by word."""
    harms: dict[int, list[Match]] = {}
    for match in [m for m in field.matches if m.payload.table == "harms"]:
        if not _coordinated(field.words, match):
            harms.setdefault(match.first, []).append(match)
    harms = {at: [m for m in here if not _holds_people(harms, m)] for at, here in harms.items()}
    sentences = {field.sentence_of[at] for at in harms}
    sentences.update(field.sentence_of[at] for at, kind in enumerate(field.words.types) if kind.fold in BARE)
    sentences.update(n for n, (first, end) in enumerate(field.words.sentences) if is_item(field.words, first, end))
    whom, groups, names, demonyms = _around(field, sentences)
    return LossWords(
        field, field.words, harms, whom, groups, names, demonyms, {m.first for m in field.matches if m.payload.table == "name_word"}, {c[0]: c for c in counts}, {c[1] for c in counts},
        {a.first: a for a in field.actors}, {h.first: h for h in field.heads}, tuple(sorted(sentences)), knowledge,
    )  # fmt: skip


def _around(field: FieldReading, sentences: set[int]) -> tuple[dict[int, Match], dict[int, str], dict[int, str], set[int]]:
    """Counted nouns, kinds of party by head noun, names, and nisba words of the sentences."""
    whom: dict[int, Match] = {}
    groups: dict[int, str] = {}
    names: dict[int, str] = {}
    demonyms: set[int] = set()
    for match in _matches_of(field, sentences):
        table = match.payload.table
        if table == "whom":
            if (match.first not in whom or _misspelt(field.words, whom[match.first])) and not _unlikely(field.words, match):
                whom[match.first] = match
        elif table == "group":
            groups.setdefault(match.first, match.payload.id)
        elif table in ("actor", "short"):
            names.setdefault(match.first, match.payload.id.split()[0])
        elif table == "demonym":
            demonyms.add(match.first)
    for at in [at for at in whom if at in names and numbers_of(field.words, whom[at]) == {"d"}]:
        del whom[at]  # «طالبان» is no pair of students
    return whom, groups, names, demonyms


def _matches_of(field: FieldReading, sentences: set[int]) -> Iterator[Match]:
    for n in sentences:
        first, last = field.words.sentences[n]
        begin = bisect_left(field.matches, first, key=_first)
        yield from field.matches[begin : bisect_left(field.matches, last, key=_first)]


def _first(match: Match) -> int:
    return match.first


def _coordinated(words: Words, match: Match) -> bool:
    """«قتلى وجرحى» as one phrase: the two words are read one by one, since each may have a number of its own."""
    inner = range(match.first + 1, match.last)
    return words.types[match.first].fold == "بين" or any(is_joined(words, at) for at in inner if match.last <= match.first + 4)


def _holds_people(harms: dict[int, list[Match]], match: Match) -> bool:
    """«سقوط ضحايا» as one phrase: the people in it tell the loss."""
    return (
        match.payload.note != "verb"
        and match.last > match.first + 1
        and any(m.payload.note == "person_noun" for m in harms.get(match.last - 1, ()))
    )


def _misspelt(words: Words, match: Match) -> bool:
    """«والده» taken for «والدة»."""
    kind = words.types[match.first]
    return match.key.endswith(("ه", "ة")) and kind.raw.endswith("ه") and not kind.splits[match.split].after


def _unlikely(words: Words, match: Match) -> bool:
    """A noun reached only by cutting letters off a word that the lexicon reads better otherwise."""
    return match.split > 2 and bool(words.types[match.first].best.forms)

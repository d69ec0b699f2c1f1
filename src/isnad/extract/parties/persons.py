"""Persons: a title with its body and a name, one mention: «وزير الخارجية السعودي، عادل الجبير،», «العميد يحيى سريع»."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.clauses.phrases import has_article, is_nominal
from isnad.extract.parties.actor_mentions import ActorMention, make_mention, words_of
from isnad.extract.parties.built_parties import PLAIN_NOTES
from isnad.extract.parties.party_clues import Clues
from isnad.extract.parties.party_ties import Inner
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.letters import fold

LONGEST = 4
PARTICLES = frozenset(("ابن", "بن", "ابو", "ابي", "ابا", "عبد", "ال", "ام", "ذو", "نور", "سيف"))
COMMAS = frozenset("،,")
QUALIFIERS = frozenset(("اول", "ركن", "ثان", "ثاني"))


class Name(NamedTuple):
    """Words [first, last) of a person's name; `id` where the base knows him."""

    first: int
    last: int
    id: str
    name: str


def name_at(clues: Clues, at: int, limit: int) -> Name | None:
    """The person's name that begins at a word: one of the base, else up to four words that look like names."""
    if at >= limit:
        return None
    for match in clues.actors.get(at, ()):
        entry = clues.knowledge.actors[match.payload.id]
        if entry.kind == "person" and match.payload.note in PLAIN_NOTES and match.last <= limit:
            return Name(at, match.last, entry.id, entry.name)
    for match in clues.shorts.get(at, ()):
        entry = clues.knowledge.actors[match.payload.id.split()[0]]
        if entry.kind == "person" and " " not in match.payload.id:
            return Name(at, match.last, entry.id, entry.name)
    last = at
    while last < limit and last - at < LONGEST + _particles(clues, at, last) and _names(clues, at, last):
        last += 1
    while last > at and clues.words.types[last - 1].fold in PARTICLES:
        last -= 1
    return Name(at, last, "", words_of(clues.words, at, last)[2]) if last > at else None


def _particles(clues: Clues, first: int, last: int) -> int:
    return sum(clues.words.types[i].fold in PARTICLES for i in range(first, last))


def _names(clues: Clues, first: int, at: int) -> bool:
    """Whether a word may go on a name: seen in names or not seen at all; the article only inside it."""
    kind, knowledge = clues.words.types[at], clues.knowledge
    if kind.fold in PARTICLES:
        return True
    if (
        kind.kind != "word"
        or kind.fold in FUNCTION_WORDS
        or kind.time
        or kind.best.before not in ((), ("ال",))
        or kind.best.after
    ):
        return False
    known = at in clues.name_words
    if has_article(kind):
        before = clues.words.types[at - 1].fold
        return at > first and (before in PARTICLES or known or (kind.best.stem not in knowledge.known and not kind.forms))
    if at in clues.actors or at in clues.heads or at in clues.demonyms:
        return known and at > first
    return known or (not kind.forms and kind.fold not in knowledge.known and not clues.verbal(at))


def past_ranks(clues: Clues, at: int, limit: int) -> int:
    """The word after the ranks that begin at a word («العميد الركن», «الدكتور»)."""
    while at < limit and clues.has(at, "rank") and clues.words.types[at].best.before in ((), ("ال",)):
        at += 1
        while at < limit and clues.words.types[at].best.stem in QUALIFIERS:
            at += 1
    return at


def with_name(clues: Clues, title: ActorMention) -> ActorMention:
    """A title's mention run on over the name behind it, by commas too; the same mention where there is none."""
    limit, types = clues.limit_of[title.first], clues.words.types
    if title.plural or not _closed(clues, title):
        return title
    name = name_at(clues, past_ranks(clues, title.last, limit), limit)
    if name is None and title.last < limit and types[title.last].raw in COMMAS:
        name = name_at(clues, past_ranks(clues, title.last + 1, limit), limit)
        if name and not (_stops(clues, name.last, limit) and (name.id or name.last - name.first > 1)):
            name = None
    return _joined(clues, title, name) if name else title


def _closed(clues: Clues, title: ActorMention) -> bool:
    """A title is definite somewhere, so that a bare word behind it is no part of it."""
    return any(has_article(clues.words.types[i]) for i in range(title.first, title.last)) or bool(
        title.id and not title.id.startswith("kind.")
    )


def _stops(clues: Clues, at: int, limit: int) -> bool:
    return at >= limit or clues.words.types[at].kind == "punct" or clues.verbal(at)


def _joined(clues: Clues, title: ActorMention, name: Name) -> ActorMention:
    surname = clues.words.types[name.last - 1].best.stem
    end = clues.words.ends[name.last - 1]
    return title._replace(
        last=name.last, end=end, id=name.id, name=name.name, kind="person", surname=surname, rivals=(), why="title and name"
    )


def ranked(clues: Clues, first: int) -> ActorMention | None:
    """A rank with a name («الرقيب عازاريا»), or None."""
    limit, kind = clues.limit_of[first], clues.words.types[first]
    after = past_ranks(clues, first, limit)
    if after == first or not (has_article(kind) or kind.best.stem in ("ملا", "مولانا")):
        return None
    name = name_at(clues, after, limit)
    if name is None:
        return None
    return _joined(clues, make_mention(clues.words, first, name.last, 0, name.id, name.name, "person", "person"), name)


def with_apposition(clues: Clues, person: ActorMention, inner: Inner) -> ActorMention:
    """A person run on over the title behind a comma: «عادل الجبير، وزير الخارجية السعودي،»."""
    limit, at = clues.limit_of[person.first], person.last
    if at + 1 >= limit or clues.words.types[at].raw not in COMMAS or not _titles(clues, at + 1):
        return person
    title = inner(at + 1)
    if (
        title is None
        or title.plural
        or (title.kind == "party" and title.table not in ("group", "kind"))
        or title.surname
        or not _stops(clues, title.last, limit)
    ):
        return person
    return person._replace(last=title.last, end=title.end)


def _titles(clues: Clues, at: int) -> bool:
    """Whether an office begins at a word."""
    if not is_nominal(clues.words.types[at]):
        return False
    return at in clues.roles or any(
        m.payload.id in ("person", "kind.officials", "kind.spokespersons") for m in clues.heads.get(at, ())
    )


def surname_of(name: str) -> str:
    """The last word of a name, folded, without article; empty for a name of no letters («ـ»)."""
    word = (fold(name).split() or [""])[-1]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word

"""The record of a party named in the words."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from isnad.extract.clauses.phrases import has_article
from isnad.extract.text.words import Words
from isnad.knowledge.wordtypes import WordType

PEOPLE = "people"
CLOSERS = {"»": "«", "”": "“", "’": "‘"}  # a name that opens a quotation takes its end along


class Member(NamedTuple):
    """One of several parties that a word stands for."""

    id: str
    name: str
    kind: str


class ActorMention(NamedTuple):
    """Words [first, last) that name a party; `kind` is party, people or person; `start` cuts proclitics off.

    `rivals` are ids that the words fit as well, `why` says what the id rests on, `surname` is the last word of a
    person's name, `head` the stem of the head noun, both folded and without article.
    """

    first: int
    last: int
    start: int
    end: int
    id: str
    name: str
    kind: str
    table: str
    loaded: bool = False
    plural: bool = False
    definite: bool = True
    rivals: tuple[str, ...] = ()
    why: str = ""
    surname: str = ""
    head: str = ""
    members: tuple[Member, ...] = ()


@lru_cache(1 << 16)
def stem_offset(kind: WordType, split: int) -> int:
    """Where in the raw word a mention begins: behind its proclitics, and behind both letters of «لل»."""
    before = kind.splits[split].before if split < len(kind.splits) else ()
    return kind.stem_start(split) + (1 if before[-2:] == ("ل", "ال") and kind.fold[len(before) - 2 :].startswith("لل") else 0)


def words_of(words: Words, first: int, last: int, split: int = 0) -> tuple[int, int, str]:
    """(start, end, written name) of words [first, last): proclitics off, the article of «لل» put back."""
    kind = words.types[first]
    start, end = words.starts[first] + stem_offset(kind, split), words.ends[last - 1]
    before = kind.splits[split].before if split < len(kind.splits) else ()
    article = "ال" if before[-2:] == ("ل", "ال") else ""
    return start, end, article + words.text[start:end]


def make_mention(
    words: Words,
    first: int,
    last: int,
    split: int,
    id_: str,
    name: str,
    kind: str,
    table: str,
    loaded: bool = False,
    plural: bool = False,
    rivals: tuple[str, ...] = (),
    why: str = "",
) -> ActorMention:
    """A mention of words [first, last) in the clitic reading `split`; an empty name takes the words as written."""
    if (
        last < len(words)
        and words.types[last].raw in CLOSERS
        and any(words.types[i].raw == CLOSERS[words.types[last].raw] for i in range(first, last))
    ):
        last += 1
    start, end, written = words_of(words, first, last, split)
    types = words.types[first]
    stem = types.splits[split].stem if split < len(types.splits) else types.fold
    return ActorMention(
        first, last, start, end, id_, name or written, kind, table, loaded, plural, has_article(types), rivals, why, "", stem
    )

"""Parties found in the words: names of the actor base, and names built from a head noun."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from isnad.extract.matches import Match
from isnad.extract.phrases import has_article, is_nominal, phrase_end
from isnad.extract.words import Words
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.load import Knowledge

TABLES = frozenset(("actor", "kind", "group", "demonym"))
PEOPLE = "people"
_TIES = ("تابع", "موال", "مدعوم", "مرتبط")
ELEMENTS = frozenset(("عناصر", "عنصر", "مسلح", "مقاتل", "ضباط", "ضابط", "جنود", "جندي", "افراد", "اعضاء", "عضو", "قاده", "قيادات"))


class ActorMention(NamedTuple):
    """Words [first, last) that name a party; `kind` is party, people or person; `start` cuts proclitics off."""

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


def find_actors(words: Words, matches: Iterable[Match], knowledge: Knowledge) -> list[ActorMention]:
    """Parties in order of their first word, without overlaps: the longest reading of each stretch."""
    by_first: dict[int, list[Match]] = {}
    for match in matches:
        if match.payload.table in TABLES:
            by_first.setdefault(match.first, []).append(match)
    found: list[ActorMention] = []
    limit_of = {i: last for first, last in words.sentences for i in range(first, last)} if by_first else {}
    end = 0
    for first in sorted(by_first):
        if first < end:
            continue
        mention = _mention(words, by_first, first, limit_of[first], knowledge)
        if mention:
            found.append(mention)
            end = mention.last
    return found


def _mention(words: Words, by_first: dict[int, list[Match]], first: int, limit: int, knowledge: Knowledge) -> ActorMention | None:
    here = by_first[first]
    names = [m for m in here if m.table == "actor" and m.payload.note != "capital" and _known_word_ok(words, m)]
    capital = [m for m in here if m.table == "actor" and m.payload.note == "capital"]
    heads = [m for m in here if m.table in ("kind", "group")]
    if names and (not heads or names[0].last > heads[0].last):
        return _named(words, names[0], limit, knowledge)
    if heads:
        return _built(words, by_first, heads[0], limit, knowledge)
    if capital:
        return _of(words, capital[0], capital[0].last, capital[0].payload.id, knowledge, "party", "capital")
    demonym = [m for m in here if m.table == "demonym"]
    if demonym:
        return _demonym(words, demonym, knowledge)
    return None


def _known_word_ok(words: Words, match: Match) -> bool:
    """A one-word name reached by taking letters off a known word is no name («لبنان» is no «بنان»)."""
    kind = words.types[match.first]
    return match.last > match.first + 1 or match.split == 0 or kind.splits[match.split].stem == kind.best.stem


def _of(words: Words, match: Match, last: int, id_: str, knowledge: Knowledge, kind: str, table: str, loaded: bool = False, plural: bool = False) -> ActorMention:
    start = words.starts[match.first] + words.types[match.first].stem_start(match.split)
    end = words.ends[last - 1]
    entry = knowledge.actors.get(id_)
    name = entry.name if entry and entry.kind != "kind" else words.text[start:end]
    return ActorMention(match.first, last, start, end, id_, name, kind, table, loaded, plural, has_article(words.types[match.first]))


def _named(words: Words, match: Match, limit: int, knowledge: Knowledge) -> ActorMention:
    entry = knowledge.actors[match.payload.id]
    last = match.last
    while last < limit and entry.kind != "person" and is_nominal(words.types[last]) and has_article(words.types[last]) and has_article(words.types[last - 1]):
        last += 1
    kind = "person" if entry.kind in ("person", "office") else "party"
    return _of(words, match, last, entry.id, knowledge, kind, "actor", match.payload.note == "loaded")


def _built(words: Words, by_first: dict[int, list[Match]], head: Match, limit: int, knowledge: Knowledge) -> ActorMention:
    last = max(phrase_end(words, head.last - 1, limit), head.last)
    last = _trailer(words, by_first, last, limit, head)
    id_ = _resolve(words, by_first, head, last)
    kind = PEOPLE if head.table == "kind" else "party"
    plural = any(f.number != "s" for f in words.types[head.first].forms)
    return _of(words, head, last, id_, knowledge, kind, head.table, head.payload.note == "loaded", plural)


def _trailer(words: Words, by_first: dict[int, list[Match]], last: int, limit: int, head: Match) -> int:
    """Past «التابعة ل X», «الموالية ل X», «المدعومة من X», and «من X» after a word for members."""
    if last >= limit:
        return last
    kind = words.types[last]
    stem = kind.best.stem
    tie = stem.startswith(_TIES) or words.types[last - 1].best.stem.startswith(_TIES)
    members = words.types[head.first].best.stem.startswith(("عناصر", "عنصر", "ضابط", "ضباط", "جنود", "جندي", "قياد", "مجموع", "افراد", "عضو"))
    at = last + 1 if stem.startswith(_TIES) else last
    if at < limit and (tie or members):
        nxt = words.types[at]
        if nxt.fold == "من" and at + 1 < limit and at + 1 in by_first:
            return phrase_end(words, at + 1, limit)
        if tie and "ل" in nxt.best.before and at in by_first:
            return max(phrase_end(words, at, limit), max(m.last for m in by_first[at]))
    return last


def _resolve(words: Words, by_first: dict[int, list[Match]], head: Match, last: int) -> str:
    """The party that a built name belongs to: a base name inside it, else the state of its demonym."""
    best: Match | None = None
    for at in range(head.first, last):
        for match in by_first.get(at, ()):
            if match.table == "actor" and match.last <= last and match.payload.note != "capital" and (best is None or match.last - match.first > best.last - best.first):
                best = match
    if best:
        return best.payload.id
    for at in range(head.first + 1, last):
        for match in by_first.get(at, ()):
            if match.table == "demonym":
                return match.payload.id + ".forces" if head.table == "group" else match.payload.id
    return head.payload.id if head.table == "kind" else ""


def _demonym(words: Words, demonyms: list[Match], knowledge: Knowledge) -> ActorMention | None:
    """A bare demonym stands for a party only as a definite plural («الأتراك», «الروس»)."""
    match = demonyms[0]
    kind = words.types[match.first]
    if match.payload.note != "plural" and not any(f.number == "p" for f in kind.forms):
        return None
    if not has_article(kind) or (match.first and words.lines[match.first - 1] == words.lines[match.first] and has_article(words.types[match.first - 1]) and words.types[match.first - 1].fold not in FUNCTION_WORDS):
        return None
    return _of(words, match, match.last, match.payload.id, knowledge, "party", "demonym", plural=True)

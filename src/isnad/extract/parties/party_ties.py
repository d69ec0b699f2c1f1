"""Whom a party belongs to or sides with: «التابعة ل X», «الموالية ل X», «من X», «في X», «باسم X», «ل X»."""

from __future__ import annotations

from collections.abc import Callable

from isnad.extract.clauses.phrases import has_article
from isnad.extract.parties.actor_mentions import PEOPLE, ActorMention
from isnad.extract.parties.party_clues import Clues
from isnad.extract.text.matches import Match

Inner = Callable[[int], ActorMention | None]  # the party that begins at a word


def tail(clues: Clues, head: Match, last: int, inner: Inner) -> tuple[int, ActorMention | None, str]:
    """(last, party, tie): past «التابعة ل X», «الموالية ل X», «المدعومة من X», «من X», «في X», «باسم X», «ل X»."""
    words, limit = clues.words, clues.limit_of[head.first]
    tie, at = _tie(clues, last, limit)
    if tie:
        found = _governed(clues, at, limit, inner)
        return (found.last, found, tie) if found else (max(at, last), None, "")
    if last >= limit:
        return last, None, ""
    fold, member = words.types[last].fold, clues.has(head.first, "member")
    speaks = head.payload.id in ("kind.spokespersons", "person") or member
    if (fold == "من" and member) or (fold in ("باسم", "في") and speaks):
        found = inner(last + 1) if last + 1 < limit else None
        if (
            found
            and found.kind != PEOPLE
            and not ((fold == "في" and found.table in ("capital", "nisba")) or _state(clues, found))
        ):
            return found.last, found if member else None, "member"
    if "ل" in words.types[last].best.before and clues.has(head.first, "weapon", "member"):
        found = inner(last)
        if found and found.kind == "party":
            return found.last, found, "owner"
    return last, None, ""


def _state(clues: Clues, mention: ActorMention) -> bool:
    entry = clues.knowledge.actors.get(mention.id)
    return entry is not None and entry.kind == "state" and mention.table == "actor"


def tied_end(clues: Clues, first: int, last: int, inner: Inner) -> int:
    """Past «الموالية لإيران» behind a name."""
    tie, at = _tie(clues, last, clues.limit_of[first])
    found = _governed(clues, at, clues.limit_of[first], inner) if tie and has_article(clues.words.types[at - 1]) else None
    return found.last if found else last


def _tie(clues: Clues, last: int, limit: int) -> tuple[str, int]:
    """(class, next word) of a tie that closes the phrase or follows it."""
    for at in (last - 1, last):
        if at < limit and clues.has(at, "loyal", "owned") and (not clues.words.types[at].verb or _to(clues, at + 1, limit)):
            return ("loyal" if clues.has(at, "loyal") else "owned"), at + 1
    return "", last


def _to(clues: Clues, at: int, limit: int) -> bool:
    """«عنصر تابع لقوات …»: before «ل» the word is no verb."""
    return at < limit and (clues.words.types[at].fold == "ل" or clues.words.types[at].best.before[:1] == ("ل",))


def _governed(clues: Clues, at: int, limit: int, inner: Inner) -> ActorMention | None:
    """The party under «ل», «من» or «ب» right after a tie."""
    if at >= limit:
        return None
    kind = clues.words.types[at]
    if kind.fold in ("من", "ب", "ل", "مع", "علي"):
        at += 1
        return inner(at + (clues.words.types[at].fold in ("قبل", "جانب"))) if at + 1 < limit else None
    if kind.best.before[:1] in (("ل",), ("ب",)):
        return inner(at)
    return None

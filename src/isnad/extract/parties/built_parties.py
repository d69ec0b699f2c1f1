"""Parties built from a head noun: «فصائل مسلحة موالية لتركيا», «عناصر من الأمن العام», «مسيّرة للاحتلال التركي»."""

from __future__ import annotations

from isnad.extract.clauses.phrases import OPEN_QUOTES, has_article, is_nominal, phrase_end
from isnad.extract.parties.actor_mentions import PEOPLE, ActorMention, make_mention
from isnad.extract.parties.party_clues import Clues
from isnad.extract.parties.party_grammar import absolute, adjective_shape, agree, is_adjective, is_verb
from isnad.extract.parties.party_keeping import keeps
from isnad.extract.parties.party_kinds import parties_of
from isnad.extract.parties.party_ties import Inner, tail
from isnad.extract.text.matches import Match
from isnad.knowledge.clitics import FUNCTION_WORDS

MEMBERS = {
    "kind.officials": "government",
    "kind.officers": "army",
    "kind.soldiers": "army",
    "kind.fighters": "army",
    "kind.gunmen": "",
    "kind.observers": "",
}
PLAIN_NOTES = ("", "loaded", "local")


def build(clues: Clues, head: Match, inner: Inner) -> ActorMention | None:
    """The party that begins at a head noun, or None where the noun is an adjective or names nobody."""
    words, knowledge = clues.words, clues.knowledge
    if is_adjective(clues, head) or words.types[head.first].fold in FUNCTION_WORDS or is_verb(clues, head):
        return None
    last = extent(clues, head)
    ids, why = _owner(clues, head, last)
    last, tied, joined = tail(clues, head, last, inner)
    if joined == "loyal":
        ids, why = (), "tie"
    elif tied:
        ids, why = ((tied.id, *tied.rivals), "tie") if tied.id else (tied.rivals, tied.why)
    elif not ids and (short := _short_owner(clues, head, last)):
        ids, why = short, "short"
    waits = why in ("short", "local")
    id_, rivals = ("", ids) if waits else (ids[0] if ids else "", ids[1:])
    if not keeps(clues, head, last, id_ or " ".join(rivals)):
        return None
    people = head.table == "kind" and id_.startswith("kind.") and not rivals
    entry = knowledge.actors.get(id_)
    plural = any(f.number != "s" for f in words.types[head.first].forms)
    name = entry.name if entry and entry.kind != "kind" else ""
    return make_mention(
        words,
        head.first,
        last,
        head.split,
        id_,
        name,
        PEOPLE if people else "party",
        head.table,
        head.payload.note == "loaded",
        plural,
        rivals,
        why or "head noun",
    )


def _short_owner(clues: Clues, head: Match, last: int) -> tuple[str, ...]:
    """Bearers of a short name that owns what the head noun names («طائرات التحالف»)."""
    if not clues.has(head.first, "weapon", "member"):
        return ()
    return next(
        (tuple(m.payload.id.split()) for at in range(head.last, last) for m in clues.shorts.get(at, ()) if m.last <= last), ()
    )


def extent(clues: Clues, head: Match) -> int:
    """The word after the noun phrase of a head: before verbs, and before another party once the phrase is definite."""
    words, limit = clues.words, clues.limit_of[head.first]
    stop = head.last
    if stop >= limit or not (is_nominal(words.types[stop]) or words.types[stop].raw in OPEN_QUOTES):
        return stop
    definite, proper = has_article(words.types[stop - 1]), -1
    while stop < limit and not clues.verbal(stop):
        kind = words.types[stop]
        article = has_article(kind)
        if _closed(clues, head, stop, definite, article) or (stop == proper and not article and kind.kind != "punct"):
            break
        if stop in clues.actors:
            proper = max(proper, *(m.last for m in clues.actors[stop]))
        definite = definite or article
        stop += 1
    last = max(phrase_end(words, head.last - 1, stop), head.last)
    if head.last in clues.actors:
        last = max([last, *(m.last for m in clues.actors[head.last] if _leans(clues, head, m))])
    return min(last, limit)


def _closed(clues: Clues, head: Match, at: int, definite: bool, article: bool) -> bool:
    """Whether the phrase ends before a word: a party, a rank or a place once it is definite; the article after an absolute plural."""
    before = clues.words.types[at - 1]
    if definite or at - 1 in clues.demonyms:
        if (
            _begins_party(clues, at)
            or at in clues.place_nouns
            or (at in clues.place_names and at not in clues.demonyms)
            or (article and clues.has(at, "rank"))
        ):
            return True
        return article and definite and not agree(before, clues.words.types[at])
    return (article or bool(clues.words.types[at].best.after)) and absolute(before)


def _leans(clues: Clues, head: Match, match: Match) -> bool:
    """A name of the base right after an indefinite head is its idafa, whole («قوات سوريا الديمقراطية»)."""
    types = clues.words.types
    return match.payload.note in PLAIN_NOTES and not has_article(types[head.last - 1]) and is_nominal(types[match.first])


def _begins_party(clues: Clues, at: int) -> bool:
    heads = clues.heads.get(at, ())
    return any(not adjective_shape(m.key.removeprefix("n:")) for m in heads) or any(
        m.last > at + 1 for m in clues.actors.get(at, ())
    )


def _owner(clues: Clues, head: Match, last: int) -> tuple[tuple[str, ...], str]:
    """(ids, reason): the party that the phrase names inside, else the one that its nisba means."""
    inside = [
        m for at in range(head.first, last) for m in clues.actors.get(at, ()) if m.last <= last and m.payload.note in PLAIN_NOTES
    ]
    person = head.payload.id == "person" or (head.table == "kind" and not clues.has(head.first, "member"))
    if inside and not person:
        best = max(inside, key=lambda m: m.last - m.first)
        if not (best.last == best.first + 1 and best.first in clues.demonyms and has_article(clues.words.types[best.first])):
            return _of_inside(clues, head, best.payload.id), "name inside"
    for at in range(head.first + 1, last):
        for match in clues.demonyms.get(at, ()):
            ids = () if person else parties_of(match.payload.id, MEMBERS.get(head.payload.id, head.payload.id), clues.knowledge)
            return ids, "nisba"
    return ((head.payload.id,), "kind") if head.table == "kind" else ((), "")


def _of_inside(clues: Clues, head: Match, id_: str) -> tuple[str, ...]:
    """«شرطة إندونيسيا» is no state and «حكومة» with a person's name is no person: what the head makes of the country."""
    entry = clues.knowledge.actors[id_]
    if entry.kind == "person":
        return (
            parties_of(entry.country[0], "government", clues.knowledge)
            if entry.country and head.payload.id == "government"
            else ()
        )
    if entry.kind == "state" and head.table == "group":
        return parties_of(id_, head.payload.id, clues.knowledge)
    return (id_,)

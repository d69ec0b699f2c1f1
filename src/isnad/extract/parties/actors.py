"""Parties found in the words: names of the actor base, and names built from a head noun, a title or a nisba."""

from __future__ import annotations

from collections.abc import Iterable

from isnad.extract.clauses.phrases import has_article, is_nominal
from isnad.extract.parties.actor_mentions import PEOPLE, ActorMention, make_mention
from isnad.extract.parties.back_references import find_surnames, resolve_back
from isnad.extract.parties.built_parties import PLAIN_NOTES, build
from isnad.extract.parties.nisba import find_nisba, siblings
from isnad.extract.parties.pairs import find_pairs, resolve_pairs
from isnad.extract.parties.party_clues import Clues
from isnad.extract.parties.party_grammar import adjective_shape, agree
from isnad.extract.parties.party_ties import tied_end
from isnad.extract.parties.persons import ranked, with_apposition, with_name
from isnad.extract.text.matches import Match
from isnad.extract.text.words import Words
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.load import Knowledge

__all__ = ["PEOPLE", "ActorMention", "find_actors"]


def find_actors(words: Words, matches: Iterable[Match], knowledge: Knowledge) -> list[ActorMention]:
    """Parties in order of their first word, without overlaps: the longest reading of each stretch."""
    clues = Clues(words, matches, knowledge)
    found: list[ActorMention] = []
    end = 0
    for first in clues.firsts():
        if first < end:
            continue
        mention = mention_at(clues, first)
        if mention:
            found.extend(siblings(clues, mention))
            end = found[-1].last
    found = [m for m in resolve_back(clues, found) if not (_idle_weapon(clues, m) or _unmanned(clues, m))]
    found = sorted([*found, *find_surnames(clues, found)])
    return resolve_pairs(words, sorted([*found, *find_pairs(words, found)]), knowledge.actors)


def _idle_weapon(clues: Clues, mention: ActorMention) -> bool:
    return not mention.id and clues.has(mention.first, "weapon") and mention.last == mention.first + 1


def _unmanned(clues: Clues, mention: ActorMention) -> bool:
    """«طائرة من دون طيار» has no pilot."""
    before = clues.words.types[mention.first - 1].best.stem if mention.first else ""
    return mention.head == "طيار" and before in ("دون", "بدون", "غير")


def mention_at(clues: Clues, first: int) -> ActorMention | None:
    """The party that begins at a word, run on over names and appositions."""
    found = _plain(clues, first)
    if found is None or found.table == "nisba":
        return found
    if found.kind == "person" or found.table in ("group", "kind", "role") or clues.has(first, "rank"):
        if not found.surname and not (found.table == "actor" and found.kind == "person"):
            found = with_name(clues, found) if _title(clues, found) else found
        if found.kind == "person" and found.table != "role":
            found = with_apposition(clues, found, lambda at: _plain(clues, at))
    return found


def _title(clues: Clues, mention: ActorMention) -> bool:
    """Whether a mention is that of one person, whose name may follow."""
    if mention.table in ("kind", "role"):
        return not mention.plural
    return any(m.payload.id == "person" for m in clues.heads.get(mention.first, ())) or (
        clues.has(mention.first, "rank") and mention.table != "actor"
    )


def _plain(clues: Clues, first: int) -> ActorMention | None:
    """The longest of office, name and built phrase; else a ranked person, a capital, a demonym, a nisba."""
    names = [m for m in clues.actors.get(first, ()) if m.payload.note != "capital" and not _is_demonym(clues, m)]
    roles, heads, shorts = clues.roles.get(first, []), clues.heads.get(first, []), clues.shorts.get(first, [])
    if roles and roles[0].last >= max([m.last for m in (*names, *heads)], default=0):
        return _office(clues, roles)
    if names and (not heads or names[0].last >= heads[0].last):
        return _named(clues, [m for m in names if m.last == names[0].last])
    built = ranked(clues, first) or (build(clues, heads[0], lambda at: mention_at(clues, at)) if heads else None)
    if built:
        return _with_shorts(built, shorts)
    return _rest(clues, first, shorts, bool(heads))


def _with_shorts(built: ActorMention, shorts: list[Match]) -> ActorMention:
    """A built phrase that is also a short name of the base waits for what was named before."""
    if not shorts or shorts[0].last != built.last:
        return built
    return built._replace(rivals=tuple(shorts[0].payload.id.split()), why="short")


def _rest(clues: Clues, first: int, shorts: list[Match], headed: bool) -> ActorMention | None:
    if shorts and not headed:
        return _pending(clues, shorts, "short")
    nisba = find_nisba(clues, first)
    if nisba:
        return nisba
    capital = [m for m in clues.actors.get(first, ()) if m.payload.note == "capital"]
    if capital:
        match = capital[0]
        entry = clues.knowledge.actors[match.payload.id]
        made = make_mention(clues.words, first, match.last, match.split, entry.id, entry.name, "party", "capital")
        return made._replace(rivals=tuple(m.payload.id for m in capital[1:] if m.last == match.last), why="capital")
    return _demonym(clues, first)


def _pending(clues: Clues, matches: list[Match], why: str) -> ActorMention:
    """A name that waits for the rest of the report to say whose it is."""
    match = matches[0]
    ids = tuple(dict.fromkeys(i for m in matches if m.last == match.last for i in m.payload.id.split()))
    kind = "person" if clues.knowledge.actors[ids[0]].kind in ("person", "office") else "party"
    return make_mention(clues.words, match.first, match.last, match.split, "", "", kind, "actor", rivals=ids, why=why)


def _office(clues: Clues, roles: list[Match]) -> ActorMention:
    """An office by title and nisba; its holder where only one is known, else all of them wait for the date."""
    match = roles[0]
    ids = tuple(dict.fromkeys(m.payload.id for m in roles if m.last == match.last))
    name = clues.knowledge.actors[ids[0]].name if len(ids) == 1 else ""
    made = make_mention(
        clues.words, match.first, match.last, match.split, ids[0] if len(ids) == 1 else "", name, "person", "role"
    )
    return made._replace(rivals=ids if len(ids) > 1 else (), why="office")


def _is_demonym(clues: Clues, match: Match) -> bool:
    """«السورية» after a definite noun, or «سورية» after an act, is the adjective, not the state."""
    if match.last > match.first + 1 or match.first not in clues.demonyms:
        return False
    kind, entry = clues.words.types[match.first], clues.knowledge.actors[match.payload.id]
    if find_nisba(clues, match.first):
        return True
    if entry.kind != "state" or not has_article(kind):
        return False
    if not any(has_article_name(name, kind.best.stem) for name in entry.names):
        return True
    before = clues.words.types[match.first - 1] if match.first else None
    return before is not None and has_article(before) and is_nominal(before) and kind.best.before == ("ال",)


def has_article_name(name: str, stem: str) -> bool:
    """Whether a one-word name is written with the article."""
    return name.startswith("ال") and " " not in name and len(name) - 2 == len(stem)


def _named(clues: Clues, matches: list[Match]) -> ActorMention:
    match = min(matches, key=lambda m: PLAIN_NOTES.index(m.payload.note))
    if match.payload.note == "local":
        return _pending(clues, matches, "local")
    entry = clues.knowledge.actors[match.payload.id]
    last = match.last if entry.kind == "person" else _adjectives(clues, match)
    kind = "person" if entry.kind in ("person", "office") else "party"
    if kind == "party":
        last = tied_end(clues, match.first, last, lambda at: mention_at(clues, at))
    same = tuple(
        dict.fromkeys(m.payload.id for m in matches if m.payload.note == match.payload.note and m.payload.id != entry.id)
    )
    loaded = match.payload.note == "loaded"
    return make_mention(
        clues.words, match.first, last, match.split, entry.id, entry.name, kind, "actor", loaded, rivals=same, why="name"
    )


def _adjectives(clues: Clues, match: Match) -> int:
    """Past the definite adjectives of a definite name («القوات الروسية المنتشرة»)."""
    types, last, limit = clues.words.types, match.last, clues.limit_of[match.first]
    while last < limit and is_nominal(types[last]) and has_article(types[last]) and has_article(types[last - 1]):
        if (
            clues.has(last, "rank")
            or last in clues.heads
            or last in clues.actors
            or last in clues.place_nouns
            or last in clues.place_names
        ):
            break
        if (
            not (adjective_shape(types[last].best.stem) or types[last].best.stem.endswith("ه"))
            or not agree(types[last - 1], types[last])
            or clues.verbal(last)
        ):
            break
        last += 1
    return last


def _demonym(clues: Clues, first: int) -> ActorMention | None:
    """A bare demonym stands for a party only as a definite plural («الأتراك», «الروس»)."""
    match = next(iter(clues.demonyms.get(first, ())), None)
    kind = clues.words.types[first]
    if match is not None and not has_article(kind) and _counted(clues, first):
        return make_mention(clues.words, first, match.last, match.split, "", "", PEOPLE, "demonym")._replace(
            why="counted demonym"
        )
    if (
        match is None
        or not has_article(kind)
        or (match.payload.note != "plural" and not any(f.number == "p" for f in kind.forms))
    ):
        return None
    before = clues.words.types[first - 1] if first and clues.words.lines[first - 1] == clues.words.lines[first] else None
    if before and has_article(before) and before.fold not in FUNCTION_WORDS and kind.best.before[:1] != ("و",):
        return None
    entry = clues.knowledge.actors[match.payload.id]
    return make_mention(
        clues.words, first, match.last, match.split, entry.id, entry.name, "party", "demonym", plural=True
    )._replace(why="demonym")


def _counted(clues: Clues, first: int) -> bool:
    """Whether a number stands right before a word («220 فلسطينيا», «ثلاثة فرنسيين»)."""
    before = clues.words.types[first - 1] if first else None
    return before is not None and (before.kind == "number" or bool(before.number)) and not clues.words.types[first].best.before

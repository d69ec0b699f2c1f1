"""Parties built from a head noun: «فصائل مسلحة موالية لتركيا», «عناصر من الأمن العام», «مسيّرة للاحتلال التركي»."""

from __future__ import annotations

from collections.abc import Callable

from isnad.extract.actor_mentions import PEOPLE, ActorMention, make_mention
from isnad.extract.matches import Match
from isnad.extract.party_clues import Clues
from isnad.extract.party_kinds import parties_of
from isnad.extract.phrases import OPEN_QUOTES, has_article, is_nominal, phrase_end
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.wordtypes import WordType

Inner = Callable[[int], ActorMention | None]
PLAIN_NOTES = ("", "loaded", "local")


def build(clues: Clues, head: Match, inner: Inner) -> ActorMention | None:
    """The party that begins at a head noun, or None where the noun is an adjective or names nobody."""
    words, knowledge = clues.words, clues.knowledge
    if is_adjective(clues, head) or words.types[head.first].fold in FUNCTION_WORDS or is_verb(clues, head):
        return None
    last = extent(clues, head)
    ids, why = _owner(clues, head, last)
    last, tied, joined = _tail(clues, head, last, inner)
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
    mention = make_mention(words, head.first, last, head.split, id_, name, PEOPLE if people else "party", head.table, head.payload.note == "loaded", plural)
    return mention._replace(why=why or "head noun", rivals=rivals)


def _short_owner(clues: Clues, head: Match, last: int) -> tuple[str, ...]:
    """Bearers of a short name that owns what the head noun names («طائرات التحالف»)."""
    if not clues.has(head.first, "weapon", "member"):
        return ()
    return next((tuple(m.payload.id.split()) for at in range(head.last, last) for m in clues.shorts.get(at, ()) if m.last <= last), ())


def is_verb(clues: Clues, head: Match) -> bool:
    """«طالب» before a name or a definite noun, at the head of its clause: the verb, not the student."""
    kind, at = clues.words.types[head.first], head.first + 1
    if not any(f.tense == "past" for f in kind.forms) or has_article(kind) or kind.best.after or head.last > at:
        return False
    before = clues.words.types[head.first - 1] if head.first else None
    opens = before is None or before.kind == "punct" or kind.best.before[:1] == ("و",) or before.fold in ("ان", "وقد", "قد", "كما", "التي", "الذي")
    return opens or any(m.payload.note != "capital" for m in clues.actors.get(at, ()))


def is_adjective(clues: Clues, match: Match) -> bool:
    """Whether a one-word head is the adjective of the noun before it («العمل السياسي»), or a feminine one («عسكرية»)."""
    if match.last > match.first + 1:
        return False
    kind = clues.words.types[match.first]
    stem, key = kind.splits[match.split].stem if kind.splits else kind.fold, match.key.removeprefix("n:")
    if stem.endswith("ه") and not key.endswith("ه"):
        return True
    if stem.endswith("يا") and key.endswith("ي") and not _objectlike(clues, match.first):
        return True
    if match.table == "kind" and stem.endswith("ات") and not key.endswith(("ه", "ات")):
        return True
    return _after_noun(clues, match, kind, stem)


def _objectlike(clues: Clues, first: int) -> bool:
    """Whether an accusative is counted or struck («قتلت عسكرياً»), and no adverb («تدخل عسكرياً»)."""
    before = clues.words.types[first - 1] if first else None
    return before is not None and (bool(before.number) or before.kind == "number" or first - 1 in clues.upon)


def _may_be_adjective(clues: Clues, match: Match) -> bool:
    """Adjectives and participles have the plural in ون: «مسلح», not «مجلس»."""
    stem = match.key.removeprefix("n:")
    return any(f.key == match.key and f.number == "p" for f in clues.knowledge.lexicon.forms.get(stem + "ون", ()))


def _after_noun(clues: Clues, match: Match, kind: WordType, stem: str) -> bool:
    first = match.first
    if not first or clues.limit_of[first - 1] <= first:
        return False
    before = clues.words.types[first - 1]
    if stem.endswith(("ين", "ون")):
        return has_article(kind) and kind.best.before == ("ال",) and has_article(before) and any(f.number == "p" for f in before.best.forms)
    if not _adjective_shape(stem) or not _may_be_adjective(clues, match):
        return False
    if kind.best.before == ("و", "ال"):
        return stem.endswith("ي") and has_article(before) and before.best.stem.endswith("ي")
    if kind.best.before not in ((), ("ال",)) or before.kind != "word" or before.verb or before.fold in FUNCTION_WORDS or before.number:
        return False
    if has_article(kind):
        return has_article(before)
    return not has_article(before) and first - 1 not in clues.upon and not before.best.after and not clues.verbal(first - 1)


def _adjective_shape(stem: str) -> bool:
    return stem.endswith("ي") or stem.startswith("م")


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
        if _begins_party(clues, at) or at in clues.place_nouns or (at in clues.place_names and at not in clues.demonyms) or (article and clues.has(at, "rank")):
            return True
        return article and definite and not agree(before, clues.words.types[at])
    return (article or bool(clues.words.types[at].best.after)) and absolute(before)


def absolute(kind: WordType) -> bool:
    """A sound plural or an accusative that cannot take an idafa («خبراء دوليون», «جندياً»)."""
    stem = kind.best.stem
    if len(stem) > 4 and stem.endswith(("ون", "ين")):
        return any(f.number in ("p", "d") for f in kind.best.forms)
    return kind.raw.endswith(("اً", "ًا"))


def agree(noun: WordType, adjective: WordType) -> bool:
    """Whether a definite word may be the adjective of the definite singular before it."""
    forms = noun.best.forms
    if not has_article(noun) or not forms or any(f.number != "s" for f in forms):
        return True
    return noun.best.stem.endswith("ه") <= adjective.best.stem.endswith("ه")


def _leans(clues: Clues, head: Match, match: Match) -> bool:
    """A name of the base right after an indefinite head is its idafa, whole («قوات سوريا الديمقراطية»)."""
    types = clues.words.types
    return match.payload.note in PLAIN_NOTES and not has_article(types[head.last - 1]) and is_nominal(types[match.first])


def _begins_party(clues: Clues, at: int) -> bool:
    heads = clues.heads.get(at, ())
    return any(not _adjective_shape(m.key.removeprefix("n:")) for m in heads) or any(m.last > at + 1 for m in clues.actors.get(at, ()))


def _owner(clues: Clues, head: Match, last: int) -> tuple[tuple[str, ...], str]:
    """(ids, reason): the party that the phrase names inside, else the one that its nisba means."""
    inside = [m for at in range(head.first, last) for m in clues.actors.get(at, ()) if m.last <= last and m.payload.note in PLAIN_NOTES]
    person = head.payload.id == "person" or (head.table == "kind" and not clues.has(head.first, "member"))
    if inside and not person:
        best = max(inside, key=lambda m: m.last - m.first)
        if not (best.last == best.first + 1 and best.first in clues.demonyms and has_article(clues.words.types[best.first])):
            return _of_inside(clues, head, best.payload.id), "name inside"
    for at in range(head.first + 1, last):
        for match in clues.demonyms.get(at, ()):
            ids = () if person else parties_of(match.payload.id, head.payload.id if head.table == "group" else "army", clues.knowledge)
            return ids, "nisba"
    return ((head.payload.id,), "kind") if head.table == "kind" else ((), "")


def _of_inside(clues: Clues, head: Match, id_: str) -> tuple[str, ...]:
    """«شرطة إندونيسيا» is no state and «حكومة» with a person's name is no person: what the head makes of the country."""
    entry = clues.knowledge.actors[id_]
    if entry.kind == "person":
        return parties_of(entry.country[0], "government", clues.knowledge) if entry.country and head.payload.id == "government" else ()
    if entry.kind == "state" and head.table == "group":
        return parties_of(id_, head.payload.id, clues.knowledge)
    return (id_,)


def _tail(clues: Clues, head: Match, last: int, inner: Inner) -> tuple[int, ActorMention | None, str]:
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
        if found and found.kind != PEOPLE and not ((fold == "في" and found.table in ("capital", "nisba")) or _state(clues, found)):
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
        if at < limit and clues.has(at, "loyal", "owned") and not clues.words.types[at].verb:
            return ("loyal" if clues.has(at, "loyal") else "owned"), at + 1
    return "", last


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


def keeps(clues: Clues, head: Match, last: int, id_: str) -> bool:
    """Whether a built phrase names a party: weapons need an owner, media speak, vague nouns need more words."""
    first = head.first
    if clues.has(first, "weapon"):
        return bool(id_) or has_article(clues.words.types[first])
    if clues.has(first, "media"):
        return bool(id_ and head.table == "group") or speaks(clues, first, last)
    if clues.has(first, "side") and first and clues.words.types[first - 1].fold == "الي":
        return False
    if clues.has(first, "vague"):
        return bool(id_) or _says_more(clues, head, last)
    return clues.words.types[first].best.stem not in DEAD and not _bare(clues, head, last, id_)


def _bare(clues: Clues, head: Match, last: int, id_: str) -> bool:
    """One indefinite singular of a group noun («جيش», «دولة») says of nobody that he did anything."""
    kind = clues.words.types[head.first]
    single = head.table == "group" and last == head.first + 1 and not id_ and not has_article(kind) and not kind.best.after
    return single and bool(kind.best.forms) and all(f.number == "s" for f in kind.best.forms)


DEAD = frozenset(("قتيل", "قتيلا", "قتلي", "جريح", "جريحا", "جرحي", "ضحيه", "ضحايا", "ضحيت"))


def speaks(clues: Clues, first: int, last: int) -> bool:
    """Whether a reporting word stands close by, or the source's preposition before it."""
    before = clues.words.types[first - 1].fold if first else ""
    if before in ("عن", "حسب", "بحسب", "وفق", "وفقا", "لدي"):
        return True
    return any(at in clues.says for at in (*range(max(0, first - 3), first + 1), last, last + 1))


def _says_more(clues: Clues, head: Match, last: int) -> bool:
    kind = clues.words.types[head.first]
    if head.last in clues.place_nouns or (head.first in clues.place_nouns and head.last in clues.place_names):
        return False
    if last > head.last:
        return clues.words.types[head.last].best.stem not in ("اخر", "اخري", "انساني", "انسانيه", "معني", "معنيه") and not clues.words.types[head.last].best.after
    return has_article(kind) and kind.best.stem in ("اطراف", "طرفان", "طرفين", "جانبان", "جانبين")

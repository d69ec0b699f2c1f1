"""«الطرفان», «البلدين», «الرئيسان»: two parties named before, taken together by a dual noun."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from isnad.extract.parties.actor_mentions import ActorMention, Member, make_mention
from isnad.extract.text.words import Words
from isnad.knowledge.entries import ActorEntry

Actors = Mapping[str, ActorEntry]
Sort = Callable[[ActorMention, Actors], Member | None]  # what a mention counts as beside another, if anything
STATES = ("state", "government", "army", "ministry")
GROUPS = ("armed_group", "party", "army", "coalition")
ENDS = ("ان", "ين")
SIDES = frozenset(("طرفي", "طرفا"))
BARE = SIDES | {"بلدين"}
NEAR = 6  # mentions among which two stand together
OF_WHAT = frozenset(("نزاع", "صراع", "حرب", "قتال", "اتفاق", "اتفاقيه", "ازمه", "خلاف", "هدنه"))  # «طرفي النزاع»


def find_pairs(words: Words, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """Dual nouns that name nobody by themselves («البلدين», «طرفي النزاع»), outside the mentions given."""
    made = [m for at, kind in enumerate(words.types) if kind.best.stem in BARE and (m := _bare(words, at))]
    covered = {at for m in mentions for at in range(m.first, m.last)} if made else set()
    return [m for m in made if m.first not in covered]


def _bare(words: Words, at: int) -> ActorMention | None:
    kind = words.types[at]
    if kind.best.stem in SIDES and not kind.best.after and at + 1 < len(words):
        of = words.types[at + 1].best
        return (
            make_mention(words, at, at + 2, 0, "", "", "party", "pair", plural=True)
            if of.stem in OF_WHAT and "ال" in of.before
            else None
        )
    if kind.best.stem not in SIDES and "ال" in kind.best.before:
        return make_mention(words, at, at + 1, 0, "", "", "party", "pair", plural=True)
    return None


def resolve_pairs(words: Words, mentions: Sequence[ActorMention], actors: Actors) -> list[ActorMention]:
    """The mentions, dual nouns with the two parties that were named last together, else one after the other.

    A dual noun without an entry in the actor base that stands for no two stays a party where it was one («الطرفان»), and goes where
    it was none («البلدين»).
    """
    held: list[ActorMention] = []
    for mention in mentions:
        sort = _sort(mention)
        resolved = _resolved(words, mention, held, sort, actors) if sort else mention
        if resolved.members or mention.table != "pair":
            held.append(resolved)
    return held


def _sort(mention: ActorMention) -> Sort | None:
    if mention.table == "pair":
        return _side if mention.head.startswith("طرف") else _state
    if mention.head == "مسوولين":  # officials
        return None
    dual = (
        (not mention.id or mention.id.startswith("kind."))
        and mention.definite
        and mention.table in ("group", "kind")
        and mention.head.endswith(ENDS)
    )
    return SORTS.get(mention.head[:-2]) if dual else None


def _resolved(words: Words, mention: ActorMention, before: Sequence[ActorMention], sort: Sort, actors: Actors) -> ActorMention:
    """A dual noun, without the object that was taken for its adjective; with its two parties where they are known."""
    if mention.first and words.types[mention.first - 1].best.stem == "حل":  # «حل الدولتين»
        return mention
    last = mention.first + 1
    while last < mention.last and (mention.table == "pair" or words.types[last].best.stem.endswith(ENDS)):
        last += 1
    if last < mention.last:
        mention = make_mention(words, mention.first, last, 0, "", "", "party", "group", plural=True)
    members = _together(words, before, sort, actors) or _latest(before, sort, actors)
    return mention._replace(members=members, why="the two named before") if len(members) == 2 else mention


def _together(words: Words, before: Sequence[ActorMention], sort: Sort, actors: Actors) -> tuple[Member, ...]:
    """The last two that «و», «مع» or a role such as «نظيره» puts side by side."""
    near = before[-NEAR:]
    for a, b in zip(reversed(near[:-1]), reversed(near), strict=False):
        first, second = sort(a, actors), sort(b, actors)
        if first and second and _whose(first, actors) != _whose(second, actors) and _side_by_side(words, a, b):
            return first, second
    return ()


def _whose(member: Member, actors: Actors) -> str:
    """A state, its government and its army are one side."""
    entry = actors.get(member.id)
    return entry.country[0] if entry and entry.kind in STATES and len(entry.country) == 1 else member.id or member.name


def _side_by_side(words: Words, a: ActorMention, b: ActorMention) -> bool:
    between = words.types[a.last : b.first]
    return len(between) <= 3 and (
        "و" in words.types[b.first].best.before or any(t.best.stem in ("مع", "نظير") for t in (*between, words.types[b.first]))
    )


def _latest(before: Sequence[ActorMention], sort: Sort, actors: Actors) -> tuple[Member, ...]:
    """The last two sides named, each by its last name."""
    found: dict[str, Member] = {}
    for mention in reversed(before):
        if member := sort(mention, actors):
            found.setdefault(_whose(member, actors), member)
        if len(found) == 2:
            break
    return tuple(reversed(found.values()))


def _side(mention: ActorMention, actors: Actors) -> Member | None:
    """Whoever can be one of two sides: a party or person of a name."""
    entry = actors.get(mention.id)
    if entry and entry.kind not in ("kind", "media", "monitor"):
        return Member(mention.id, entry.name, mention.kind)
    return Member("", mention.name, mention.kind) if mention.kind == "person" and mention.surname else None


def _state(mention: ActorMention, actors: Actors) -> Member | None:
    entry = actors.get(mention.id)
    state = actors.get(entry.country[0]) if entry and len(entry.country) == 1 else None
    if entry is None or state is None or not (entry.kind in STATES or mention.kind == "person"):
        return None
    return Member(entry.country[0], state.name, "party")


def _person(mention: ActorMention, actors: Actors) -> Member | None:
    return _side(mention, actors) if mention.kind == "person" else None


def _group(mention: ActorMention, actors: Actors) -> Member | None:
    entry = actors.get(mention.id)
    return Member(mention.id, entry.name, mention.kind) if entry and entry.kind in GROUPS else None


SORTS: dict[str, Sort] = {
    "طرف": _side, "جانب": _side, "فريق": _side, "خصم": _side, "دولت": _state, "حكومت": _state, "جيش": _state, "رييس": _person, "وزير": _person,
    "زعيم": _person, "قايد": _person, "مسوول": _person, "فصيل": _group, "حزب": _group, "حركت": _group, "تنظيم": _group, "قوت": _side,
}  # fmt: skip

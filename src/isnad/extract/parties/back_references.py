"""Short names and definite nouns that stand for a party named before: «التنظيم», «الجيش», «بلاده», «نتنياهو»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from isnad.extract.parties.actor_mentions import ActorMention, make_mention
from isnad.extract.parties.party_clues import Clues
from isnad.extract.parties.persons import surname_of
from isnad.knowledge.entries import ActorEntry
from isnad.knowledge.letters import fold

SHARE = 0.5  # of the report's country votes, for a short name of a party not named before
LOCAL_SHARE = 0.2
FITS = {
    "تنظيم": ("armed_group",), "جماعه": ("armed_group",), "فصيل": ("armed_group",), "ميليشيا": ("armed_group",), "مليشيا": ("armed_group",),
    "ميليشيات": ("armed_group",), "مليشيات": ("armed_group",), "حركه": (), "هييه": (), "مرصد": ("monitor",), "مركز": (), "وكاله": ("media",), "حزب": ("party",),
    "وزاره": ("ministry",), "محكمه": (), "جبهه": (), "مجلس": (), "منظمه": ("ngo", "international"), "بعثه": (), "ايتلاف": (), "كتيبه": (), "لواء": (), "فرقه": (), "صحيفه": ("media",), "قناه": ("media",), "شبكه": ("media",),
}  # fmt: skip
SOURCES = frozenset(("مصدر", "مصادر"))
COMMANDING = frozenset(("state", "government", "army", "police", "intelligence", "armed_group", "coalition", "party", "ministry"))
OWN = frozenset(("ه", "ها", "هم"))


class Focus:
    """What the report has named so far, and the countries it speaks of."""

    def __init__(self, clues: Clues, mentions: Iterable[ActorMention]) -> None:
        self.actors = clues.knowledge.actors
        self.named: list[ActorMention] = []
        self.sources: list[ActorMention] = []
        self.votes: Counter[str] = Counter(id_.split(".")[0] for id_ in clues.places)
        for mention in mentions:
            entry = self.actors.get(mention.id)
            self.votes.update(entry.country if entry else ())

    def latest(self, ids: Iterable[str]) -> str:
        """The one of the ids that was named last."""
        wanted = set(ids)
        return next((m.id for m in reversed(self.named) if m.id in wanted), "")

    def begun(self, mention: ActorMention) -> str:
        """The party named last by a longer name that begins alike («الاحتلال» after «الاحتلال التركي»)."""
        if mention.last > mention.first + 1 or mention.kind == "person":
            return ""
        return next(
            (m.id for m in reversed(self.named) if m.head == mention.head and m.last > m.first + 1 and m.id in self.actors), ""
        )

    def at_home(self, ids: Iterable[str], share: float) -> list[str]:
        """Those of the ids whose country the report speaks of most, where it does so enough."""
        total = sum(self.votes.values())
        votes = {i: max((self.votes[c] for c in self.actors[i].country), default=0) for i in ids}
        top = max(votes.values(), default=0)
        return [i for i, n in votes.items() if n == top] if top and top >= share * total else []


def resolve_back(clues: Clues, mentions: list[ActorMention]) -> list[ActorMention]:
    """Mentions with the ids and names of what they stand for; short names that stand for nothing go."""
    focus = Focus(clues, mentions)
    resolved = (_resolve(clues, m, focus) for m in mentions)
    return [m for m in resolved if m is not None]


def _resolve(clues: Clues, mention: ActorMention, focus: Focus) -> ActorMention | None:
    if mention.why in ("short", "local"):
        return _by_candidates(clues, mention, focus)
    if mention.kind == "person" and not mention.id and (mention.rivals or " " not in mention.name):
        mention = _as_person(mention, focus)
    if mention.head in SOURCES and mention.definite:
        return _as_source(mention, focus)
    if not mention.id and mention.definite and mention.last == mention.first + 1 and mention.table == "group":
        return _by_head(clues, mention, focus)
    if not mention.id and clues.words.types[mention.first].best.after in OWN and clues.has(mention.first, "member", "weapon"):
        return _by_pronoun(mention, focus)
    if mention.table in ("kind",) and mention.head in SOURCES:
        focus.sources.append(mention)
    if (
        (mention.id and mention.id in focus.actors and focus.actors[mention.id].kind != "kind")
        or mention.surname
        or (mention.table == "group" and not mention.id)
    ):
        focus.named.append(mention)
    return mention


def _by_candidates(clues: Clues, mention: ActorMention, focus: Focus) -> ActorMention | None:
    """«الجيش», «الحكومة»: the candidate named last, else the one at home where the report plays."""
    ids = mention.rivals
    best = focus.begun(mention) or focus.latest(ids)
    why = "named before"
    if not best:
        home = focus.at_home(ids, SHARE if mention.why == "short" else LOCAL_SHARE)
        best, why = (home[0] if home else ""), "country of the report"
        ids = tuple(home) or ids
    if not best:
        return mention._replace(why="unresolved") if mention.table in ("group", "kind") or mention.why == "local" else None
    chosen = mention._replace(
        id=best, name=focus.actors[best].name, rivals=tuple(i for i in ids if i != best) if why != "named before" else (), why=why
    )
    if mention.why == "local":
        focus.named.append(chosen)
    return chosen


def _as_person(mention: ActorMention, focus: Focus) -> ActorMention:
    """An office whose holder, or a name whose bearer, was named in full before."""
    found = focus.latest(mention.rivals)
    if not found and mention.surname:
        found = next(
            (
                m.id
                for m in reversed(focus.named)
                if m.kind == "person" and m.id and mention.surname in fold(m.name).replace("ال", "").split()
            ),
            "",
        )
    return (
        mention._replace(id=found, name=focus.actors[found].name, rivals=(), why=f"{mention.why}; named before")
        if found in focus.actors
        else mention
    )


def _as_source(mention: ActorMention, focus: Focus) -> ActorMention:
    """«المصدر», «المصادر ذاتها»: the source quoted before, by its name."""
    if mention.last - mention.first > 2 or not focus.sources:
        return mention
    source = focus.sources[-1]
    return mention._replace(id=source.id, name=source.name, why="source named before")


def _by_head(clues: Clues, mention: ActorMention, focus: Focus) -> ActorMention:
    """«التنظيم»: the last party whose name begins with that noun, else the last of its kind."""
    if mention.head not in FITS:
        return mention
    kinds = FITS[mention.head]
    found = next((m for m in reversed(focus.named) if _called(focus.actors.get(m.id), m, mention.head)), None)
    found = found or next((m for m in reversed(focus.named) if m.id in focus.actors and focus.actors[m.id].kind in kinds), None)
    return mention._replace(id=found.id, name=found.name, why="named before") if found else mention


def _called(entry: ActorEntry | None, mention: ActorMention, head: str) -> bool:
    if entry is None:
        return mention.head == head
    return any(fold(name).removeprefix("ال").split()[0].rstrip("ه") == head.rstrip("ه") for name in entry.names)


def _by_pronoun(mention: ActorMention, focus: Focus) -> ActorMention:
    """«قواتها», «عناصره»: the party named last."""
    found = next((m for m in reversed(focus.named) if m.id in focus.actors and focus.actors[m.id].kind in COMMANDING), None)
    return mention._replace(id=found.id, name=found.name, why="its pronoun") if found else mention


def find_surnames(clues: Clues, mentions: list[ActorMention]) -> list[ActorMention]:
    """Surnames alone after the full name, and «بلاده» after a person, outside the mentions given."""
    persons = {m.surname or surname_of(m.name): m for m in reversed(mentions) if m.kind == "person" and m.last > m.first + 1}
    wanted = {*persons, "بلاد"} - {""}
    places = [at for at, kind in enumerate(clues.words.types) if kind.best.stem in wanted]
    covered = {i for m in mentions for i in range(m.first, m.last)} if places else set()
    found: list[ActorMention] = []
    for at in places:
        kind = clues.words.types[at]
        if at in covered or kind.kind != "word":
            continue
        person = persons.get(kind.best.stem)
        if person and person.first < at and not kind.verb and not kind.best.after:
            made = make_mention(clues.words, at, at + 1, 0, person.id, person.name, "person", "surname")
            found.append(made._replace(why="surname of a person named before"))
        elif kind.best.stem == "بلاد" and kind.best.after in ("ه", "ها"):
            found.extend(_homeland(clues, at, mentions))
    return found


def _homeland(clues: Clues, at: int, mentions: list[ActorMention]) -> list[ActorMention]:
    """«بلاده»: the state of the person named last."""
    actors = clues.knowledge.actors
    for mention in reversed([m for m in mentions if m.first < at]):
        entry = actors.get(mention.id)
        state = actors.get(entry.country[0]) if entry and entry.country and mention.kind == "person" else None
        if state is not None:
            made = make_mention(clues.words, at, at + 1, 0, state.id, min(state.names, key=len), "party", "surname")
            return [made._replace(why="country of a person named before")]
    return []

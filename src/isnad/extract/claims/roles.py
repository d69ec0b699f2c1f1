"""Who stands in which role of an act, and where it happened: every (act, mention) pair is scored, each mention takes one role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from isnad.extract.claims import wording
from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.party_features import Parties, name_of
from isnad.extract.claims.place_features import Places
from isnad.extract.claims.scene import Scene
from isnad.extract.claims.standing import Stand, party_stands, place_stands
from isnad.extract.clauses.frames import frame_role
from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.extract.parties.actors import ActorMention
from isnad.extract.places.place_records import place_key
from isnad.extract.places.places import PlaceMention
from isnad.extract.tallies import Tallies, among
from isnad.extract.weights import Part, kept, rate, rates
from isnad.knowledge.load import Knowledge

AGAINST_FRAME = 0.8  # what a role loses of its sum where the act's frame calls the filler to another
NEAREST = 10  # parties of a sentence that are weighed for an act
ROLES = ("agent", "target", "counterpart")
FAINT = -4.0  # sums below it are not looked at again
GAPS = ["0", "1", "3", "3", *["7"] * 4, *["15"] * 8]  # by words in between


class Option(NamedTuple):
    """A mention offered for a role; `mention` indexes the field's actors or places, `called` is the role that the act's frame names."""

    mention: int
    parts: tuple[Part, ...]
    called: str = ""


class Headline(NamedTuple):
    """Which parties and places the title names."""

    parties: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


NO_TITLE = Headline()


def headline(title: FieldReading) -> Headline:
    """The parties and places of a title."""
    return Headline(frozenset(map(name_of, title.actors)), frozenset(map(place_key, title.places)))


def actor_options(
    scene: Scene, knowledge: Knowledge, speakers: frozenset[int] = frozenset(), title: Headline = NO_TITLE
) -> list[Option]:
    """The parties of the trigger's sentence, with what speaks for and against each."""
    field, trigger, head = scene.field, scene.trigger, scene.head
    tally = field.tallies.actors
    near = range(tally[scene.first], tally[scene.last])
    if len(near) > NEAREST:
        near = sorted(sorted(near, key=lambda i: abs(field.actors[i].first - head.first))[:NEAREST])  # type: ignore[assignment]
    stands, frame, parties = party_stands(field), Frame(trigger, head, knowledge), Parties(scene, near, title.parties, knowledge)
    options = []
    for i in near:
        mention = field.actors[i]
        if not _inside(mention, head):
            called, relation = frame.parts(parties.relations[i], mention.kind)
            own = _parts(field, trigger.act, frame.family, head, i, stands[i], i in speakers)
            said = wording.round_mention(field.words, head, (mention.first, mention.last), trigger.act)
            options.append(Option(i, (*own, *relation, *parties.parts(i), said, scene.round_it()), called))
    return options


class Frame:
    """A trigger's act as it asks for its fillers: what the relation of a mention says of its role."""

    def __init__(self, trigger: Trigger, head: Head, knowledge: Knowledge) -> None:
        act = knowledge.acts.get(trigger.act)
        self.act, self.head = trigger.act, head
        self.family = act.family if act else ""
        self.frame = act.frame if act else None
        self.passive = head.turned or (head.verb and head.form is not None and head.form.voice == "p")
        self.held = kept("frame", knowledge.acts)

    def parts(self, relation: str, kind: str) -> tuple[str, tuple[Part, Part]]:
        """The role that the frame gives to a relation, and the features of both."""
        role = self._role(relation, kind, self.passive)
        other = self._role(relation, kind, True) if self.head.verb and not self.passive else ""
        return role, (
            (_of_relation, (relation, self.head.tense, self.act, self.family, kind, role)),
            (_of_word, (relation, self.head.key, other)),
        )

    def _role(self, relation: str, kind: str, passive: bool) -> str:
        if self.frame is None:
            return ""
        asked = (self.act, relation, kind, passive)
        role: str | None = self.held.get(asked)
        if role is None:
            role = self.held[asked] = frame_role(self.frame, relation, kind, passive)
        return role


def _of_relation(relation: str, tense: str, act: str, family: str, kind: str, role: str) -> tuple[str, ...]:
    """The grammatical relation, alone and through the act's frame."""
    return (
        f"g={relation}/{tense}", f"g={relation}/{act}", f"g={relation}/{family}/{kind}",
        f"frame={role}", f"frame={role}/{act}", f"frame={role}/{relation}",
    )  # fmt: skip


def _of_word(relation: str, key: str, other: str) -> tuple[str, ...]:
    return (f"g={relation}/{key}", f"else={other}/{relation}/{key}")


def _inside(mention: ActorMention | PlaceMention, head: Head) -> bool:
    return mention.first <= head.first < mention.last


def _parts(field: FieldReading, act: str, family: str, head: Head, i: int, stand: Stand, says: bool) -> tuple[Part, ...]:
    mention, tallies = field.actors[i], field.tallies
    where = "after" if mention.first >= head.first else "before"
    verbs, others, commas = _between(tallies, head, mention)
    low, high = (head.first, mention.first) if where == "after" else (mention.last, head.first)
    order = min(3, among(tallies.actors, low, high))  # 0 for the nearest party on its side of the head, 1 for the next …
    return (
        (_of_shape, (family, head.tense, act, where, stand.prep, _gap(head, mention))),
        (_of_kind, (act, where, mention.kind, mention.table, says)),
        (_of_key, (head.key, where, stand.prep, mention.kind)),
        (_of_way, (where, min(verbs, 3), min(others, 4), min(commas, 3))),
        (_of_order, (head.tense, act, order, where)),
        stand.always,
    )


def _of_shape(family: str, tense: str, act: str, where: str, prep: str, gap: str) -> tuple[str, ...]:
    return (f"{family}/{where}/{prep}/{gap}", f"{tense}/{where}/{prep}/{gap}", f"{act}/{where}/{prep}")


def _of_kind(act: str, where: str, kind: str, table: str, says: bool) -> tuple[str, ...]:
    return (f"{act}/kind={kind}/{table}", f"{where}/{kind}/{table}", f"{act}/{where}/{kind}", f"{act}/says={says}")


def _of_key(key: str, where: str, prep: str, kind: str) -> tuple[str, ...]:
    return (f"{key}/{where}/{prep}/{kind}",)


def _of_way(where: str, verbs: int, others: int, commas: int) -> tuple[str, ...]:
    return (f"verbs={verbs}/{where}", f"others={others}/{where}", f"commas={commas}")


def _of_order(tense: str, act: str, order: int, where: str) -> tuple[str, ...]:
    return (f"{tense}/order={order}/{where}", f"{act}/order={order}/{where}")


def _gap(head: Head, mention: ActorMention | PlaceMention) -> str:
    distance = mention.first - head.last if mention.first >= head.first else head.first - mention.last
    return "far" if distance > 15 else GAPS[max(0, distance)]


def _between(tallies: Tallies, head: Head, mention: ActorMention | PlaceMention) -> tuple[int, int, int]:
    """Verbs, acts and commas between a head and a mention."""
    low, high = min(head.first, mention.first) + 1, max(head.first, mention.first)
    commas = among(tallies.commas, min(head.last, mention.last), high)
    return among(tallies.verbs, low, high), among(tallies.acts, low, high), commas


def place_options(scene: Scene, knowledge: Knowledge, title: Headline = NO_TITLE) -> list[Option]:
    """The places of the trigger's sentence."""
    field, trigger, head = scene.field, scene.trigger, scene.head
    tally = field.tallies.places
    near = [i for i in range(tally[scene.first], tally[scene.last]) if not _inside(field.places[i], head)]
    if not near:
        return []
    stands, frame, places = place_stands(field, knowledge), Frame(trigger, head, knowledge), Places(scene, near, title.places)
    options = []
    for i in near:
        called, relation = frame.parts(places.relations[i], "place")
        own = _place_parts(field, trigger, head, field.places[i], stands[i])
        spot = field.places[i]
        said = wording.round_mention(field.words, head, (spot.first, spot.last), trigger.act)
        options.append(Option(i, (*own, *relation, *places.parts(i), said, scene.round_it()), called))
    return options


def _place_parts(field: FieldReading, trigger: Trigger, head: Head, mention: PlaceMention, stand: Stand) -> tuple[Part, ...]:
    act, tallies = trigger.act, field.tallies
    where = "after" if mention.first >= head.first else "before"
    gap = _gap(head, mention)
    verbs, others, commas = _between(tallies, head, mention)
    nearer = among(tallies.places, min(head.first, mention.first) + 1, max(head.first, mention.first))
    joined = "و" in field.words.types[mention.first].best.before
    return (
        (_of_spot, (act, where, stand.prep, gap, stand.kind)),
        (_of_line, (field.nodes[trigger.head].relation, head.tense, where, gap, joined, mention.acts)),
        (_of_place_way, (where, min(verbs, 3), min(others, 4), min(nearer, 3), min(commas, 3))),
        stand.always,
    )


def _of_spot(act: str, where: str, prep: str, gap: str, kind: str) -> tuple[str, ...]:
    return (f"{where}/{prep}/{gap}", f"{act}/{where}/{prep}", f"{where}/{kind}/{gap}", f"act={act}", f"{act}/{kind}")


def _of_line(relation: str, tense: str, where: str, gap: str, joined: bool, acts: bool) -> tuple[str, ...]:
    return (f"tense={tense}/{where}/{gap}", f"rel={relation}/{where}", f"coord={joined}/{where}", f"acts={acts}/{where}")


def _of_place_way(where: str, verbs: int, others: int, nearer: int, commas: int) -> tuple[str, ...]:
    return (f"verbs={verbs}/{where}", f"others={others}/{where}", f"nearer={nearer}/{where}", f"commas={commas}/{where}")


def _only_tells(mention: ActorMention, knowledge: Knowledge) -> bool:
    """Media and monitors tell of force; they do not use it."""
    entry = knowledge.actors.get(mention.id)
    return entry is not None and entry.kind in ("media", "monitor")


def first_look(
    field: FieldReading, trigger: Trigger, actors: Sequence[Option], places: Iterable[Option], knowledge: Knowledge
) -> Iterator[tuple[int, str, float]]:
    """(mention, role or "place", sum of weights) of every mention that may have a role, each by itself."""
    answers, weights = knowledge.answers.get("role", {}), knowledge.weights.get("place", {})
    deed = knowledge.acts[trigger.act].family != "politics"
    for option in actors:
        for name, total in zip(ROLES, rates("role", answers, option.parts, len(ROLES)), strict=True):
            against = AGAINST_FRAME if option.called in ROLES and option.called != name else 0.0
            if total >= FAINT and not (name == "agent" and deed and _only_tells(field.actors[option.mention], knowledge)):
                yield option.mention, name, total - against
    for option in places:
        yield option.mention, "place", rate("place", weights, option.parts)

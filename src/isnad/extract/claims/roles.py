"""Who stands in which role of an act, and where it happened: every (act, mention) pair is scored, each mention takes one role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from isnad.extract.claims.acts import Trigger
from isnad.extract.clauses.clauses import COMMAS
from isnad.extract.clauses.frames import frame_role
from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.extract.parties.actors import ActorMention
from isnad.extract.places.places import PlaceMention
from isnad.extract.weights import THRESHOLD, score, scores
from isnad.knowledge.load import Knowledge

AGAINST_FRAME = 0.6  # what a role keeps of its score where the act's frame calls the filler to another
NEAREST = 10  # parties of a sentence that are weighed for an act
ROLES = ("agent", "target", "counterpart")


class Option(NamedTuple):
    """A mention offered for a role; `mention` indexes the field's actors or places."""

    mention: int
    features: tuple[str, ...]


def related(field: FieldReading, trigger: Trigger) -> tuple[dict[int, str], dict[int, str]]:
    """(actor → relation, place → relation) of a trigger's sentence; a mention inside a larger chunk has that chunk's."""
    head = field.heads[trigger.head]
    syntax = field.syntax(head.sentence)
    chunks = syntax.chunks
    at = next((i for i, c in enumerate(chunks) if c.head == trigger.head), -1)
    if at < 0:
        at = next((i for i, c in enumerate(chunks) if c.first <= head.first < c.last), -1)
    if at < 0:
        return {}, {}
    of = syntax.relations(at)
    actors = {chunks[i].actor: r for i, r in of.items() if chunks[i].actor >= 0}
    places = {chunks[i].place: r for i, r in of.items() if chunks[i].place >= 0}
    return actors, places


def actor_options(
    field: FieldReading, trigger: Trigger, knowledge: Knowledge, speakers: frozenset[int] = frozenset()
) -> list[Option]:
    """The parties of the trigger's sentence, with what speaks for and against each."""
    head = field.heads[trigger.head]
    first, last = field.words.sentences[head.sentence]
    options = []
    grammar, _ = related(field, trigger)
    near = sorted(
        (i for i, m in enumerate(field.actors) if first <= m.first < last), key=lambda i: abs(field.actors[i].first - head.first)
    )[:NEAREST]
    for i in sorted(near):
        mention = field.actors[i]
        if not _inside(mention, head):
            features = _features(field, trigger, head, mention, i, i in speakers, knowledge)
            features += relation_features(trigger, head, grammar.get(i, "far"), mention.kind, knowledge)
            options.append(Option(i, features))
    return options


def relation_features(trigger: Trigger, head: Head, relation: str, kind: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The grammatical relation, alone and through the act's frame."""
    act = knowledge.acts.get(trigger.act)
    passive = head.verb and head.form is not None and head.form.voice == "p"
    role = frame_role(act.frame, relation, kind, passive) if act else ""
    other = frame_role(act.frame, relation, kind, not passive) if act and head.verb and not passive else ""
    family = act.family if act else ""
    return (
        f"g={relation}/{head.tense}", f"g={relation}/{trigger.act}", f"g={relation}/{family}/{kind}", f"g={relation}/{head.key}",
        f"frame={role}", f"frame={role}/{trigger.act}", f"frame={role}/{relation}", f"else={other}/{relation}/{head.key}",
    )  # fmt: skip


def _inside(mention: ActorMention | PlaceMention, head: Head) -> bool:
    return mention.first <= head.first < mention.last


def _features(
    field: FieldReading, trigger: Trigger, head: Head, mention: ActorMention, i: int, says: bool, knowledge: Knowledge
) -> tuple[str, ...]:
    act, words = trigger.act, field.words
    where = "after" if mention.first >= head.first else "before"
    prep = preposition(words, mention.first)
    shape = f"{where}/{prep}/{_gap(head, mention)}"
    verbs, others = _heads_between(field, head, mention)
    low, high = min(head.last, mention.last), max(mention.first, head.first)
    commas = sum(1 for at in range(low, high) if words.types[at].fold in COMMAS)
    coordinated = "و" in words.types[mention.first].best.before and i > 0 and field.actors[i - 1].last == mention.first
    kind = f"{mention.kind}/{mention.table}"
    order = _order(field, head, mention, where)
    return (
        f"{knowledge.acts[act].family}/{shape}", f"{head.tense}/{shape}", f"{act}/kind={kind}", f"{where}/{kind}", f"{act}/{where}/{prep}", f"{head.key}/{where}/{prep}/{mention.kind}",
        f"verbs={min(verbs, 3)}/{where}", f"others={min(others, 4)}/{where}", f"commas={min(commas, 3)}", f"{act}/{where}/{mention.kind}", f"coordinated={coordinated}", f"{act}/says={says}",
        f"{head.tense}/order={order}/{where}", f"{act}/order={order}/{where}", f"plural={mention.plural}/{mention.definite}/{mention.kind}",
    )  # fmt: skip


def preposition(words, at: int) -> str:  # type: ignore[no-untyped-def]
    """The preposition (or conjunction) under which a mention stands: a proclitic, or the word before it."""
    for clitic in words.types[at].best.before:
        if clitic in "بلك":
            return str(clitic)
    conj = "و" if words.types[at].best.before[:1] == ("و",) else ""
    before = words.types[at - 1] if at else None
    if before is None:
        return conj or "edge"
    if before.kind == "punct":
        return conj or "punct"
    fold = before.fold if not before.best.before else before.best.stem
    return conj or (fold if fold in PREPOSITIONS else "word")


PREPOSITIONS = frozenset(
    [
        "في", "من", "الي", "علي", "عن", "مع", "بين", "قبل", "بعد", "خلال", "عند", "لدي", "منذ", "حتي", "ضد", "دون", "نحو",
        "حول", "قرب", "عبر", "تحت", "فوق", "امام", "خلف", "يد", "ايدي", "جانب", "باسم", "بحق", "بحسب", "وفق", "وفقا", "ان",
        "انه", "داخل", "خارج", "محيط", "قوات",
    ]
)  # fmt: skip


def _gap(head: Head, mention: ActorMention | PlaceMention) -> str:
    distance = mention.first - head.last if mention.first >= head.first else head.first - mention.last
    return (
        "0"
        if distance <= 0
        else "1"
        if distance == 1
        else "3"
        if distance <= 3
        else "7"
        if distance <= 7
        else "15"
        if distance <= 15
        else "far"
    )


def _heads_between(field: FieldReading, head: Head, mention: ActorMention | PlaceMention) -> tuple[int, int]:
    low, high = min(head.first, mention.first), max(head.first, mention.first)
    verbs = others = 0
    for other in field.heads_in(low + 1, high):
        if other.first != head.first:
            verbs += other.verb
            others += bool(other.acts)
    return verbs, others


def _order(field: FieldReading, head: Head, mention: ActorMention, where: str) -> int:
    """0 for the nearest party on its side of the head, 1 for the next …"""
    low, high = (head.first, mention.first) if where == "after" else (mention.last, head.first)
    return min(3, sum(1 for m in field.actors if low <= m.first < high and m is not mention))


def place_options(field: FieldReading, trigger: Trigger, knowledge: Knowledge) -> list[Option]:
    """The places of the trigger's sentence."""
    head = field.heads[trigger.head]
    first, last = field.words.sentences[head.sentence]
    _, grammar = related(field, trigger)
    return [
        Option(
            i,
            _place_features(field, trigger, head, m, i, knowledge)
            + relation_features(trigger, head, grammar.get(i, "far"), "place", knowledge),
        )
        for i, m in enumerate(field.places)
        if first <= m.first < last and not _inside(m, head)
    ]


def _place_features(
    field: FieldReading, trigger: Trigger, head: Head, mention: PlaceMention, i: int, knowledge: Knowledge
) -> tuple[str, ...]:
    words, act = field.words, trigger.act
    where = "after" if mention.first >= head.first else "before"
    prep = preposition(words, mention.begin)
    kind = knowledge.places[mention.ids[0]].kind if mention.ids else mention.noun
    verbs, others = _heads_between(field, head, mention)
    gap = _gap(head, mention)
    nearer = sum(
        1 for m in field.places if min(head.first, mention.first) < m.first < max(head.first, mention.first) and m is not mention
    )
    following = i + 1 < len(field.places) and 0 <= field.places[i + 1].first - mention.last <= 2
    preceding = i > 0 and 0 <= mention.first - field.places[i - 1].last <= 2
    actor = any(m.first <= mention.first < m.last for m in field.actors)
    within = prep in ("ب", "في", "word") and preceding
    commas = sum(
        1 for at in range(min(head.last, mention.last), max(mention.first, head.first)) if words.types[at].fold in COMMAS
    )
    return (
        f"{where}/{prep}/{gap}", f"{act}/{where}/{prep}", f"kind={kind}", f"noun={mention.noun}", f"{kind}/{prep}", f"{where}/{kind}/{gap}",
        f"verbs={min(verbs, 3)}/{where}", f"others={min(others, 4)}/{where}", f"nearer={min(nearer, 3)}/{where}", f"following={following}/{kind}", f"preceding={preceding}/{prep}",
        f"within={within}/{kind}", f"actor={actor}", f"actor={actor}/{prep}/{kind}", f"tense={head.tense}/{where}/{gap}", f"commas={min(commas, 3)}/{where}", f"act={act}", f"{act}/{kind}",
        f"rel={field.nodes[trigger.head].relation}/{where}", f"coord={'و' in words.types[mention.first].best.before}/{where}",
        f"form={mention.form}", f"form={mention.form}/{prep}", f"acts={mention.acts}", f"acts={mention.acts}/{prep}", f"acts={mention.acts}/{where}",
    )  # fmt: skip


def _only_tells(mention: ActorMention, knowledge: Knowledge) -> bool:
    """Media and monitors tell of force; they do not use it."""
    entry = knowledge.actors.get(mention.id)
    return entry is not None and entry.kind in ("media", "monitor")


class Filled(NamedTuple):
    """The roles of one trigger: mention indexes by role, places by score, with the scores."""

    agent: tuple[tuple[int, float], ...]
    target: tuple[tuple[int, float], ...]
    counterpart: tuple[tuple[int, float], ...]
    places: tuple[tuple[int, float], ...]


def assign(
    field: FieldReading, trigger: Trigger, actors: Sequence[Option], places: Iterable[Option], knowledge: Knowledge
) -> Filled:
    """Each mention takes the role in which it scores best, where that reaches the threshold."""
    taken: dict[str, list[tuple[int, float]]] = {role: [] for role in ROLES}
    for option in actors:
        role, best, above = "", 0.0, 0.0
        called = next((f[6:].split("/")[0] for f in option.features if f.startswith("frame=")), "")
        telling = _only_tells(field.actors[option.mention], knowledge) and knowledge.acts[trigger.act].family != "politics"
        for name, p in zip(ROLES, scores(knowledge.answers.get("role", {}), option.features, len(ROLES)), strict=True):
            if called in ROLES and called != name:
                p *= AGAINST_FRAME
            if telling and name == "agent":
                continue
            if p / THRESHOLD[name] >= max(1.0, above):
                role, best, above = name, p, p / THRESHOLD[name]
        if role:
            taken[role].append((option.mention, best))
    weights = knowledge.weights.get("place", {})
    where = [(o.mention, p) for o in places if (p := score(weights, o.features)) >= THRESHOLD["place"]]
    return Filled(tuple(taken["agent"]), tuple(taken["target"]), tuple(taken["counterpart"]), tuple(where))

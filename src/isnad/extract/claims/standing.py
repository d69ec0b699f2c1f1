"""How a mention stands in its field, whatever the act: the preposition over it, its kind, and the features that no act changes."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.field import FieldReading
from isnad.extract.text.words import Words
from isnad.extract.weights import Part
from isnad.knowledge.load import Knowledge

PREPOSITIONS = frozenset(
    [
        "في", "من", "الي", "علي", "عن", "مع", "بين", "قبل", "بعد", "خلال", "عند", "لدي", "منذ", "حتي", "ضد", "دون", "نحو",
        "حول", "قرب", "عبر", "تحت", "فوق", "امام", "خلف", "يد", "ايدي", "جانب", "باسم", "بحق", "بحسب", "وفق", "وفقا", "ان",
        "انه", "داخل", "خارج", "محيط", "قوات",
    ]
)  # fmt: skip


class Stand(NamedTuple):
    """`always` are the features that are the same for every act."""

    prep: str
    kind: str
    always: Part


def party_stands(field: FieldReading) -> list[Stand]:
    """One a party of the field, worked out once."""
    held: list[Stand] | None = field.held.get("party stands")
    if held is None:
        held = field.held["party stands"] = [_party(field, i) for i in range(len(field.actors))]
    return held


def place_stands(field: FieldReading, knowledge: Knowledge) -> list[Stand]:
    """One a place of the field, worked out once."""
    held: list[Stand] | None = field.held.get("place stands")
    if held is None:
        covered = {at for m in field.actors for at in range(m.first, m.last)}
        held = field.held["place stands"] = [_place(field, i, covered, knowledge) for i in range(len(field.places))]
    return held


def _party(field: FieldReading, i: int) -> Stand:
    mention = field.actors[i]
    joined = "و" in field.words.types[mention.first].best.before and i > 0 and field.actors[i - 1].last == mention.first
    always = (of_party, (joined, mention.plural, mention.definite, mention.kind))
    return Stand(preposition(field.words, mention.first), mention.kind, always)


def of_party(coordinated: bool, plural: bool, definite: bool, kind: str) -> tuple[str, ...]:
    """A party's own features."""
    return (f"coordinated={coordinated}", f"plural={plural}/{definite}/{kind}")


def _place(field: FieldReading, i: int, covered: set[int], knowledge: Knowledge) -> Stand:
    mention, places = field.places[i], field.places
    prep = preposition(field.words, mention.begin)
    kind = knowledge.places[mention.ids[0]].kind if mention.ids else mention.noun
    following = i + 1 < len(places) and 0 <= places[i + 1].first - mention.last <= 2
    preceding = i > 0 and 0 <= mention.first - places[i - 1].last <= 2
    told = (prep, kind, mention.noun, following, preceding, mention.first in covered, mention.form, mention.acts)
    return Stand(prep, kind, (of_place, told))


def of_place(
    prep: str, kind: str, noun: str, following: bool, preceding: bool, actor: bool, form: str, acts: bool
) -> tuple[str, ...]:
    """A place's own features."""
    within = prep in ("ب", "في", "word") and preceding
    return (
        f"kind={kind}", f"noun={noun}", f"{kind}/{prep}", f"following={following}/{kind}", f"preceding={preceding}/{prep}", f"within={within}/{kind}",
        f"actor={actor}", f"actor={actor}/{prep}/{kind}", f"form={form}", f"form={form}/{prep}", f"acts={acts}", f"acts={acts}/{prep}",
    )  # fmt: skip


def preposition(words: Words, at: int) -> str:
    """The preposition (or conjunction) under which a mention stands: a proclitic, or the word before it."""
    best = words.types[at].best
    for clitic in best.before:
        if clitic in "بلك":
            return clitic
    conj = "و" if best.before[:1] == ("و",) else ""
    before = words.types[at - 1] if at else None
    if before is None:
        return conj or "edge"
    if before.kind == "punct":
        return conj or "punct"
    fold = before.fold if not before.best.before else before.best.stem
    return conj or (fold if fold in PREPOSITIONS else "word")

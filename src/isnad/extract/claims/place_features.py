"""What speaks for and against a place of an act by the grammar of its sentence, beyond where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.extract.claims import role_features as features
from isnad.extract.claims.party_features import LEAD
from isnad.extract.claims.scene import Scene
from isnad.extract.places.places import PlaceMention
from isnad.extract.weights import Part

STRONG = ("to:في", "to:ب", "object", "to:علي", "idafa", "topic", "subject", "shared", "to:من", "to:الي")


def place_name(mention: PlaceMention) -> str:
    """Which place a mention stands for."""
    return mention.ids[0] if mention.ids else mention.name


class Places:
    """The places of a trigger's sentence."""

    def __init__(self, scene: Scene, near: Sequence[int], headline: frozenset[str]) -> None:
        self.scene, self.headline = scene, headline
        self.chunk = {c.place: i for i, c in enumerate(scene.chunks) if c.place >= 0}
        self.relations = {i: scene.relation(self.chunk.get(i, -1)) for i in near}

    def parts(self, i: int) -> tuple[Part, ...]:
        """The parts of place `i` of the field."""
        scene, mention = self.scene, self.scene.field.places[i]
        where = "after" if mention.first >= scene.head.first else "before"
        chunk, relation = self.chunk.get(i, -1), self.relations[i]
        held = chunk if chunk >= 0 else scene.syntax.chunk_of(-2, mention.first)
        others = {told for j, told in self.relations.items() if j != i}
        return (
            features.rivals(tuple(s for s in STRONG if s in others), relation, ""),
            (of_number, (min(len(self.relations), 5), relation)),
            *features.paths(scene, held),
            features.governed(scene, held, relation),
            *features.beside(scene.field.words, mention.begin, mention.last, where),
            self._standing(mention),
            self._nearest(mention, relation),
        )

    def _standing(self, mention: PlaceMention) -> Part:
        name = place_name(mention)
        times, first = _named(self.scene)[name]
        return features.standing(times, first < LEAD, name in self.headline, self.scene.trigger.act)

    def _nearest(self, mention: PlaceMention, relation: str) -> Part:
        """Whether the act told last before the place, and next after it, is this one."""
        field, head = self.scene.field, self.scene.head
        before = [h for h in field.heads_in(self.scene.first, mention.first) if h.acts]
        after = next((h for h in field.heads_in(mention.first + 1, self.scene.last) if h.acts), None)
        told = "none" if not before else "this" if before[-1].first == head.first else "other"
        comes = "none" if after is None else "this" if after.first == head.first else "other"
        return of_nearest, (told, comes, relation, before[-1].verb if before else None, head.verb)


def _named(scene: Scene) -> dict[str, tuple[int, int]]:
    """Place → how often the field names it, and the word where it first does."""
    held: dict[str, tuple[int, int]] | None = scene.field.held.get("places named")
    if held is None:
        held = scene.field.held["places named"] = {}
        for mention in scene.field.places:
            times, first = held.get(place_name(mention), (0, mention.first))
            held[place_name(mention)] = times + 1, first
    return held


def of_number(near: int, relation: str) -> tuple[str, ...]:
    return f"places={near}/{relation}", f"alone={near == 1}"


def of_nearest(told: str, comes: str, relation: str, verb_before: bool | None, verb: bool) -> tuple[str, ...]:
    return f"act={told}/{comes}", f"act={told}/{comes}/{relation}", f"act={told}/{comes}/{verb_before}/{verb}"

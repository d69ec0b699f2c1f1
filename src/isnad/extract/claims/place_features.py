"""What speaks for and against a place of an act by the grammar of its sentence, beyond where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.extract.claims import role_features as features
from isnad.extract.claims.party_features import LEAD
from isnad.extract.claims.scene import Scene
from isnad.extract.places.place_records import place_key
from isnad.extract.places.places import PlaceMention
from isnad.extract.weights import Part

STRONG = ("to:في", "to:ب", "object", "to:علي", "idafa", "topic", "subject", "shared", "to:من", "to:الي")


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
        held = chunk if chunk >= 0 else scene.syntax.chunk_at(mention.first)
        others = {told for j, told in self.relations.items() if j != i}
        return (
            features.rivals(tuple(s for s in STRONG if s in others), relation, ""),
            (of_number, (min(len(self.relations), 5), relation)),
            *features.paths(scene, held),
            features.governed(scene, held, relation),
            *features.beside(scene.field.words, mention.begin, mention.last, where),
            *features.company(scene.field.words, mention.begin, mention.last, where),
            self._standing(mention),
            self._nearest(mention, relation),
        )

    def _standing(self, mention: PlaceMention) -> Part:
        name = place_key(mention)
        field = self.scene.field
        times, first = features.named(field, "places named", ((place_key(m), m.first) for m in field.places))[name]
        return features.standing(times, first < LEAD, name in self.headline, self.scene.trigger.act)

    def _nearest(self, mention: PlaceMention, relation: str) -> Part:
        """Whether the act told last before the place, and next after it, is this one."""
        field, head = self.scene.field, self.scene.head
        before = [h for h in field.heads_in(self.scene.first, mention.first) if h.acts]
        after = next((h for h in field.heads_in(mention.first + 1, self.scene.last) if h.acts), None)
        told = "none" if not before else "this" if before[-1].first == head.first else "other"
        comes = "none" if after is None else "this" if after.first == head.first else "other"
        return of_nearest, (told, comes, relation, before[-1].verb if before else None, head.verb)


def of_number(near: int, relation: str) -> tuple[str, ...]:
    return f"places={near}/{relation}", f"alone={near == 1}"


def of_nearest(told: str, comes: str, relation: str, verb_before: bool | None, verb: bool) -> tuple[str, ...]:
    return f"act={told}/{comes}", f"act={told}/{comes}/{relation}", f"act={told}/{comes}/{verb_before}/{verb}"

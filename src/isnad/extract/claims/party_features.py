"""What speaks for and against a party in a role of an act by the grammar of its sentence, beyond where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.extract.claims import role_features as features
from isnad.extract.claims.scene import FAR, Scene
from isnad.extract.parties.actors import ActorMention
from isnad.extract.weights import Part
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge

STRONG = (
    "subject", "object", "topic", "idafa", "to:ل", "to:بين", "antecedent", "relative-subject", "light-subject", "shared",
    "light-topic", "patient-subject", "patient-topic", "control", "to:من",
)  # fmt: skip
LEAD = 60  # words of a report's beginning


def name_of(mention: ActorMention) -> str:
    """Which party a mention stands for."""
    return mention.id or fold(mention.name)


class Parties:
    """The parties of a trigger's sentence that are weighed for its act."""

    def __init__(self, scene: Scene, near: Sequence[int], headline: frozenset[str], knowledge: Knowledge) -> None:
        self.scene, self.headline, self.knowledge = scene, headline, knowledge
        self.family = knowledge.acts[scene.trigger.act].family
        self.chunk = {c.actor: i for i, c in enumerate(scene.chunks) if c.actor >= 0}
        self.relations = {i: scene.relation(self.chunk.get(i, -1)) for i in near}

    def parts(self, i: int) -> tuple[Part, ...]:
        """The parts of party `i` of the field."""
        scene, mention = self.scene, self.scene.field.actors[i]
        where = "after" if mention.first >= scene.head.first else "before"
        chunk, relation = self.chunk.get(i, -1), self.relations[i]
        held = chunk if chunk >= 0 else scene.syntax.chunk_at(mention.first)
        return (
            features.rivals(self._rivals(i), relation, self.family),
            *self._agreement(mention, relation, where),
            *features.paths(scene, held),
            features.governed(scene, held, relation),
            *features.owners(scene, chunk, relation),
            *features.beside(scene.field.words, mention.first, mention.last, where),
            *features.company(scene.field.words, mention.first, mention.last, where),
            self._entry(mention, relation),
            self._standing(mention, relation),
            *features.above(scene, chunk, relation),
            features.crossed(scene, mention, where),
        )

    def _rivals(self, i: int) -> tuple[str, ...]:
        others = {relation for j, relation in self.relations.items() if j != i}
        return tuple(s for s in STRONG if s in others)

    def _agreement(self, mention: ActorMention, relation: str, where: str) -> tuple[Part, ...]:
        """Gender and number of the verb beside those of the mention."""
        head = self.scene.head
        if head.form is None or not head.verb:
            return ()
        feminine = self.scene.field.words.types[mention.first].best.stem.endswith(("ه", "ات"))
        return ((of_agreement, (f"{head.form.gender}{head.form.number}", feminine, mention.plural, where, relation)),)

    def _entry(self, mention: ActorMention, relation: str) -> Part:
        """What the actor base says of the party."""
        entry = self.knowledge.actors.get(mention.id)
        return of_entry, (entry.kind if entry else "none", self.scene.trigger.act, self.family, relation)

    def _standing(self, mention: ActorMention, relation: str) -> Part:
        name = name_of(mention)
        field = self.scene.field
        times, first = features.named(field, "parties named", ((name_of(m), m.first) for m in field.actors))[name]
        return of_party_standing, (min(times, 4), first < LEAD, name in self.headline, relation == FAR)


def of_agreement(verb: str, feminine: bool, plural: bool, where: str, relation: str) -> tuple[str, ...]:
    return f"ag={verb}/{feminine}{plural}/{where}", f"ag={verb}/{feminine}{plural}/{relation}"


def of_entry(kind: str, act: str, family: str, relation: str) -> tuple[str, ...]:
    return f"entry={kind}/{act}", f"entry={kind}/{family}/{relation}", f"entry={kind}/{relation}"


def of_party_standing(times: int, lead: bool, headline: bool, far: bool) -> tuple[str, ...]:
    return f"times={times}", f"times={times}/{far}", f"lead={lead}", f"title={headline}"

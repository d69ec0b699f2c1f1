"""What the first look saw of all acts of a report: the features by which each party and place is looked at once more.

A party that acts in the sentence before, or in another telling of the act, likelier acts here too; who stands as the target of
another act told beside it, or as the party that a demand is made of, likelier is no agent here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.rival_sights import Rivals
from isnad.extract.claims.roles import ROLES
from isnad.extract.claims.sights import ASKED, Again, Looked, Seen, class_of, half
from isnad.extract.field import FieldReading
from isnad.extract.weights import Part
from isnad.knowledge.load import Knowledge

OTHERS = {role: tuple(other for other in ROLES if other != role) if role in ROLES else () for role in ASKED}
STRONG = 0.4  # probability from which a role of the act is taken by somebody


class Around(NamedTuple):
    """The other acts of a report as they stand to one."""

    others: Collection[int]
    alike: Collection[int]  # of the same code
    here: Collection[int]  # in the same sentence
    parent: int  # the demand or deal whose content the act is, or -1
    contents: Collection[int]  # what this demand or deal contains


class FirstLook:
    """What was seen of all acts of a report, by role and name. `contents[at]` is the act whose content `at` is, or -1."""

    def __init__(
        self,
        field: FieldReading,
        triggers: Sequence[Trigger],
        looks: Sequence[Looked],
        contents: Sequence[int],
        knowledge: Knowledge,
    ) -> None:
        self.field, self.triggers, self.looks, self.knowledge = field, triggers, looks, knowledge
        self.contents = contents
        self.sentences = [field.heads[t.head].sentence for t in triggers]
        self.best = {role: [look.best(role) for look in looks] for role in ASKED}

    def again(self, at: int) -> list[Again[Seen]]:
        """The options of one act."""
        others = [j for j in range(len(self.triggers)) if j != at]
        around = Around(
            others,
            [j for j in others if self.triggers[j].act == self.triggers[at].act],
            [j for j in others if self.sentences[j] == self.sentences[at]],
            self.contents[at],
            [j for j in others if self.contents[j] == at],
        )
        mine = {(one.mention, one.role): one.probability for one in self.looks[at].seen}
        rivals = Rivals(self.field, self.looks[at], self.triggers[at].act, self.knowledge)
        kept: dict[tuple[str, str], tuple[Part, ...]] = {}
        found = []
        for one in self.looks[at].seen:
            key = one.name, one.role
            if key not in kept:
                kept[key] = self._parts_of_name(at, one.name, one.role, around)
            found.append(Again(one, (*self._own_parts(at, one, mine, around), *kept[key], *rivals.parts(one))))
        return found

    def _own_parts(self, at: int, one: Seen, mine: dict[tuple[int, str], float], around: Around) -> tuple[Part, ...]:
        """What hangs on the probability of the mention itself."""
        best, act, own = self.best[one.role], self.triggers[at].act, class_of(one.probability)
        rivals = [p for name, p in best[at].items() if name != one.name]
        near = bool(at) and self.sentences[at - 1] == self.sentences[at]
        before = best[at - 1] if at else {}
        previous = class_of(before.get(one.name, 0.0)) if at else "none"
        following = class_of(best[at + 1].get(one.name, 0.0)) if at + 1 < len(best) else "none"
        top = bool(before) and max(before, key=lambda name: before[name]) == one.name
        beside = tuple((other, class_of(mine.get((one.mention, other), 0.0))) for other in OTHERS[one.role])
        return (
            (_of_own, (half(one.total), sum(p > one.probability for p in rivals), class_of(max(rivals, default=0.0)), act)),
            (_of_beside, (previous, near, following, own, top, self._most(one.role, one.name, around.here))),
            (_of_rest, (self._most(one.role, one.name, around.alike), self._most(one.role, one.name, around.others), own)),
            (_of_acts, (self.triggers[at - 1].act if at else "", act, previous)),
            *(((_of_roles, (beside, own)),) if beside else ()),
            *(
                (_of_role_there, (other, own, self._most(other, one.name, around.here), self._at(other, one.name, at - 1)))
                for other in OTHERS[one.role]
            ),
            *self._parent_parts(one, around, own),
        )

    def _parent_parts(self, one: Seen, around: Around, own: str) -> list[Part]:
        """What the party is to the demand or deal whose content the act is."""
        if around.parent < 0 or one.role not in ROLES:
            return []
        act = self.triggers[around.parent].act
        return [(_of_parent, (role, self._at(role, one.name, around.parent), act, own)) for role in ROLES]

    def _parts_of_name(self, at: int, name: str, role: str, around: Around) -> tuple[Part, ...]:
        """What all mentions of one party share: what it is in the other roles of this act and of acts like it."""
        act = self.triggers[at].act
        parts: list[Part] = []
        for other in OTHERS[role]:
            took = self.best[other][at]
            first = max(took, key=lambda n: took[n], default="")
            parts.append(
                (
                    _of_other_role,
                    (other, max(took.values(), default=0.0) > STRONG, first == name, self._most(other, name, around.alike)),
                )
            )
        if around.contents and role in ROLES:
            parts += [(_of_contents, (each, self._most(each, name, around.contents), act)) for each in ROLES]
        return tuple(parts)

    def _at(self, role: str, name: str, at: int) -> str:
        return class_of(self.best[role][at].get(name, 0.0)) if at >= 0 else "none"

    def _most(self, role: str, name: str, where: Collection[int]) -> str:
        best = self.best[role]
        return class_of(max([best[j].get(name, 0.0) for j in where])) if where else "none"


def _of_own(total: float, better: int, rival: str, act: str) -> tuple[str, ...]:
    return f"own={total}", f"own={total}/{rival}", f"better={min(better, 4)}", f"better={min(better, 4)}/{act}"


def _of_beside(previous: str, near: bool, following: str, own: str, top: bool, here: str) -> tuple[str, ...]:
    return (
        f"previous={previous}/{near}", f"previous={previous}/own={own}", f"following={following}", f"top={top}/{near}", f"here={here}", f"here={here}/own={own}",
    )  # fmt: skip


def _of_rest(alike: str, anywhere: str, own: str) -> tuple[str, ...]:
    return f"alike={alike}", f"alike={alike}/own={own}", f"any={anywhere}", f"any={anywhere}/own={own}"


def _of_acts(before: str, act: str, previous: str) -> tuple[str, ...]:
    return (f"acts={before}>{act}/{previous}",)


def _of_roles(beside: tuple[tuple[str, str], ...], own: str) -> tuple[str, ...]:
    return (*(f"x{role}={p}/{own}" for role, p in beside), f"xall={'/'.join([p for _, p in beside])}/{own}")


def _of_role_there(role: str, own: str, here: str, previous: str) -> tuple[str, ...]:
    return f"here:{role}={here}/{own}", f"previous:{role}={previous}/{own}"


def _of_other_role(role: str, taken: bool, first: bool, alike: str) -> tuple[str, ...]:
    return f"taken:{role}={taken}/{first}", f"alike:{role}={alike}"


def _of_parent(role: str, there: str, act: str, own: str) -> tuple[str, ...]:
    return f"parent:{role}={there}/{act}", f"parent:{role}={there}/{own}"


def _of_contents(role: str, there: str, act: str) -> tuple[str, ...]:
    return (f"contents:{role}={there}/{act}",)

"""Words that tell an act only where something governs them: «بخروج» after a demand, «وقف» over an act of force."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.extract.clauses.clauses import Node, path
from isnad.extract.clauses.heads import Head
from isnad.knowledge.load import Knowledge

GOVERNORS = frozenset(("demand", "offer", "agree", "threaten", "accuse", "reject", "support"))
BELOW = frozenset(("object", "content", "scope", "and", "colon"))
STEPS = 2  # steps up to the demand, offer or deal
NEAR = 4  # words from «وقف» to what is stopped


def with_governed(heads: Sequence[Head], nodes: Sequence[Node], knowledge: Knowledge) -> list[Head]:
    """The heads again, with the acts that they tell because of what stands above or below them."""
    found = [_as_content(heads, nodes, at) for at in range(len(heads))]
    for at, node in enumerate(nodes):
        if node.parent >= 0 and _stops(heads, node.parent, at, knowledge):
            found[node.parent] = _with(found[node.parent], (("halt", heads[node.parent].last),))
    return found


def _as_content(heads: Sequence[Head], nodes: Sequence[Node], at: int) -> Head:
    """A head with its content acts, where a demand, an offer or a deal stands above it."""
    head = heads[at]
    if not head.contents:
        return head
    for parent, relation, _ in path(nodes, at)[:STEPS]:
        if relation not in BELOW:
            break
        if any(act in GOVERNORS for act, _ in heads[parent].acts):
            return _with(head, head.contents)
    return head


def _with(head: Head, acts: Sequence[tuple[str, int]]) -> Head:
    known = {act for act, _ in head.acts}
    return head._replace(acts=head.acts + tuple(a for a in acts if a[0] not in known))


def _stops(heads: Sequence[Head], parent: int, at: int, knowledge: Knowledge) -> bool:
    """«وقف الهجمات», «توقفت المعارك»: an operator that stops, right before an act of force."""
    above, below = heads[parent], heads[at]
    if above.operator < 0 or knowledge.operators[above.operator]["operator"] != "stop":
        return False
    force = any(knowledge.acts[act].family == "force" for act, _ in below.acts)
    return force and not below.verb and 0 <= below.first - above.last < NEAR

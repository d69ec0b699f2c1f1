"""Who stands in which role and where it happened, looked at once more when every act of the report has been looked at.

The first look's probabilities of the other acts, and of the other roles, speak with that of the act itself (first_sight.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.first_sight import FirstLook
from isnad.extract.claims.sights import ASKED, Again, Looked, Seen
from isnad.extract.field import FieldReading
from isnad.extract.weights import THRESHOLD, logistic, rate
from isnad.knowledge.load import Knowledge

NAME = {role: f"again:{role}" for role in ASKED}


def look_again(
    field: FieldReading, triggers: Sequence[Trigger], looks: Sequence[Looked], contents: Sequence[int], knowledge: Knowledge
) -> list[dict[str, list[int]]]:
    """Role → mentions for every act: each party takes the role in which it stands best, where that reaches the threshold."""
    first = FirstLook(field, triggers, looks, contents, knowledge)
    return [_chosen(first.again(at), knowledge) for at in range(len(triggers))]


def _chosen(options: Iterable[Again[Seen]], knowledge: Knowledge) -> dict[str, list[int]]:
    """Whom and what the second look keeps; who is named twice in a sentence still has one role."""
    best: dict[tuple[bool, str], tuple[float, str]] = {}
    kept: dict[tuple[bool, str], list[tuple[int, str]]] = {}
    for option in options:
        role = option.seen.role
        weights = knowledge.weights.get(NAME[role])
        p = logistic(rate(NAME[role], weights, option.parts)) if weights else option.seen.probability
        worth = p / THRESHOLD[NAME[role]]
        key = (role == "place", option.seen.name)
        if worth >= 1.0:
            kept.setdefault(key, []).append((option.seen.mention, role))
            best[key] = max(best.get(key, (0.0, "")), (worth, role))
    found: dict[str, list[int]] = {role: [] for role in ASKED}
    for key, mentions in kept.items():
        for mention, role in mentions:
            if role == best[key][1]:
                found[role].append(mention)
    return found

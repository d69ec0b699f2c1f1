"""Which party of a state a head noun with a nisba stands for («القوات التركية»: the army, «الجانب الروسي»: the state)."""

from __future__ import annotations

from isnad.knowledge.load import Knowledge

SUFFIXES = {
    "army": ("army", "army.new"),
    "government": ("gov", "gov.baath", "gov.transition"),
    "police": ("police",),
    "intelligence": ("intelligence", "intelligence.new"),
}
WHOLE = frozenset(("state", "people", "office", "international"))


def parties_of(state: str, kind: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Ids of a state's parties of that kind, one after the other in time; () where the base has none."""
    if kind in WHOLE:
        return (state,)
    return tuple(f"{state}.{s}" for s in SUFFIXES.get(kind, ()) if f"{state}.{s}" in knowledge.actors)


def id_of_name(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Ids of the parties that bear a name; () where none does."""
    node = knowledge.lexicon.trie
    for key in knowledge.lexicon.name_keys(name):
        node = node.get(key, {})
    return tuple(p.id for p in node.get("", ()) if p.table == "actor" and not p.note)

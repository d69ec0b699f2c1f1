"""What an act's frame makes of a relation: the role that the filler's place and kind call for."""

from __future__ import annotations

from typing import Any

from isnad.knowledge.letters import fold

SUBJECTS = frozenset(("subject", "topic", "shared", "antecedent", "control", "relative-subject"))
OBJECTS = frozenset(("object", "second"))


def frame_role(frame: dict[str, Any], relation: str, kind: str, passive: bool) -> str:
    """agent, target, counterpart, place, means … or "" where the frame says nothing of this relation."""
    if relation.startswith("of:"):  # «مواقع قوات النظام»: whose thing it is
        under = relation[3:]
        slot = frame.get("object") if under == "idafa" or under in OBJECTS else None
        return _by_kind(slot, kind) if slot else frame_role(frame, under, kind, passive) if under.startswith("to:") else ""
    if relation.startswith("patient-"):  # «تعرّضت البلدة لقصف»: the light verb's subject suffers the act
        return _by_kind(frame.get("object"), kind) if relation[len("patient-") :] in SUBJECTS else ""
    for prefix in ("light-", "says-", "relative:"):
        if relation.startswith(prefix) and relation[len(prefix) :] in SUBJECTS | OBJECTS:
            relation = relation[len(prefix) :]
    if relation in SUBJECTS:
        return _by_kind(frame.get("object"), kind) if passive else str(frame.get("subject") or "")
    if relation in OBJECTS:
        return _by_kind(frame.get("object"), kind)
    if relation == "idafa":
        return _by_kind(frame.get("idafa"), kind)
    if relation.startswith(("to:", "relative:to:")):
        word = relation.rsplit(":", 1)[1].rstrip(",")
        return next((_by_kind(row, kind) for row in frame.get("prepositions") or () if fold(row["word"]) == word), "")
    return ""


def _by_kind(slot: Any, kind: str) -> str:
    if isinstance(slot, str):
        return slot
    return str((slot or {}).get(kind) or (slot or {}).get("any") or "")

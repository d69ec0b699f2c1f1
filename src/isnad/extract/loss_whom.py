"""Whom a loss strikes, and whose people they are: by the counted noun, its adjectives, and the party named after it."""

from __future__ import annotations

from isnad.extract.loss_words import LossWords, is_joined

LINKS = frozenset(("من", "في", "ضمن", "لدي", "صفوف", "بين", "تابع", "تابعين", "تابعه", "التابع", "التابعين", "التابعه", "موالين", "موال"))
MEMBERS = frozenset(("n:عنصر", "n:عضو", "n:فرد", "n:قيادي", "n:قايد"))  # people who are what their party is
BY_PARTY = {"army": "soldier", "police": "police", "intelligence": "police", "armed_group": "fighter"}
REACH = 3  # words between a noun and the name of its party


def whom_of(told: LossWords, noun: int, last: int, harmed: bool, end: int) -> tuple[str, int]:
    """(whom, word after the words that tell it): «طفل», «أشخاص مدنيين», «قتلى من المدنيين»."""
    match = told.whom.get(noun)
    whom = match.payload.id if match else "person"
    if whom != "person" or (match is not None and match.key in MEMBERS):
        return whom, last
    at = last
    while at < min(end, last + REACH) and told.words.types[at].fold in LINKS:
        at += 1
    further = told.whom.get(at)
    if further and further.payload.id != "person" and not is_joined(told.words, at) and (at == last or harmed):
        return further.payload.id, further.last
    return whom, last


def party_of(told: LossWords, noun: int, last: int, end: int) -> tuple[str, str]:
    """(name, kind) of the party that the group belongs to, or two empty strings."""
    if noun < 0:
        return "", ""
    types = told.words.types
    at = noun
    while at < min(end, last + REACH + 1):
        actor = told.actors.get(at)
        entry = told.knowledge.actors.get(actor.id) if actor is not None else None
        if actor is not None and (actor.kind == "party" or (entry is not None and entry.kind != "kind")):
            if entry is not None and entry.kind == "state":
                return "", ""
            return (entry.name, entry.kind) if entry else (actor.name if at != noun else "", told.groups.get(at, ""))
        if at >= last and types[at].fold not in LINKS and not types[at].best.stem.startswith("تابع"):
            return "", ""
        at += 1
    return "", ""


def party_whom(told: LossWords, noun: int, whom: str, kind: str) -> str:
    """Members («عنصر», «أفراد») and bare party names count as what their party is: soldiers of an army, police of a police force."""
    match = told.whom.get(noun)
    return whom if match is not None and match.key not in MEMBERS else BY_PARTY.get(kind, whom or "person")

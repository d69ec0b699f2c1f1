"""Whom a loss strikes, and whose people they are: by the counted noun, its adjectives, and the party named after it."""

from __future__ import annotations

from isnad.extract.losses.loss_grammar import is_joined
from isnad.extract.losses.loss_group import THINGS, Group
from isnad.extract.losses.loss_words import LossWords

LINKS = frozenset(
    ("من", "في", "ضمن", "لدي", "صفوف", "بين", "تابع", "تابعين", "تابعه", "التابع", "التابعين", "التابعه", "موالين", "موال")
)
MEMBERS = frozenset(("n:عنصر", "n:عضو", "n:فرد", "n:قيادي", "n:قايد", "n:زعيم"))  # people who are what their party is
BY_PARTY = {"army": "soldier", "police": "police", "intelligence": "police", "armed_group": "fighter"}
ALL = frozenset(("جميعهم", "كلهم", "وجميعهم", "وكلهم"))
ADJECTIVE = ("ي", "يا", "يه", "ين", "ون")  # «شخص مدني»; not «نجل ضابط»
REACH = 3  # words between a noun and the name of its party


def filled(told: LossWords, group: Group, end: int) -> Group:
    """The group with whom it is, the party they belong to, and «على الأقل» taken in."""
    whom, last = whom_of(told, group.noun, group.last, bool(group.harm), end)
    party, kind = party_of(told, group.noun, last, end)
    group = group._replace(last=max(last, group.last), whom=party_whom(told, group.noun, whom, kind), party=party)
    types, last = told.words.types, group.last
    if last + 1 < end and types[last].fold == "علي" and types[last + 1].fold == "الاقل":
        return group._replace(last=last + 2, high=None if group.high == group.low else group.high)
    return group


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
    describes = (
        harmed or (at == last + 1 and told.words.types[last].fold == "من")
        if at > last
        else told.words.types[at].fold.endswith(ADJECTIVE)
        if further
        else False
    )
    if further and describes and further.payload.id not in ("person", *THINGS) and not is_joined(told.words, at):
        return further.payload.id, further.last
    return _all_of(told, last, end) or (whom, last)


def _all_of(told: LossWords, last: int, end: int) -> tuple[str, int] | None:
    """«جميعهم مدنيون», «كلهم من المدنيين»."""
    types = told.words.types
    at = last + 1 if last < end and types[last].raw in ("،", ",") else last
    if at + 1 >= end or types[at].fold not in ALL:
        return None
    match = told.whom.get(at + 2 if types[at + 1].fold == "من" else at + 1)
    return (match.payload.id, match.last) if match else None


def party_of(told: LossWords, noun: int, last: int, end: int) -> tuple[str, str]:
    """(name, kind) of the party that the group belongs to, or two empty strings."""
    types = told.words.types
    for at in range(noun, min(end, last + REACH + 1) if noun >= 0 else noun):
        if at > noun and is_joined(told.words, at):
            break
        actor = told.actors.get(at)
        entry = told.knowledge.actors.get(actor.id) if actor is not None else None
        if actor is not None and (actor.kind == "party" or (entry is not None and entry.kind != "kind")):
            if entry is None:
                return actor.name if at != noun else "", _kind_of(told, at, actor.last)
            return ("", "") if entry.kind == "state" else (entry.name, entry.kind)
        if at > noun and (at in told.names or at in told.groups):
            return "", _kind_of(told, at, at + 2)
        if at >= last and types[at].fold not in LINKS and not types[at].best.stem.startswith("تابع"):
            break
    return "", ""


def _kind_of(told: LossWords, first: int, last: int) -> str:
    """The kind of a party known by its head nouns or by a name that several have («قوات الأمن», «الشرطة»)."""
    kinds = [told.groups[at] for at in range(first, last) if at in told.groups]
    kinds += [told.knowledge.actors[told.names[at]].kind for at in range(first, last) if at in told.names]
    return "police" if "police" in kinds else kinds[0] if kinds else ""


def party_whom(told: LossWords, noun: int, whom: str, kind: str) -> str:
    """Members («عنصر», «أفراد») and bare party names count as what their party is: soldiers of an army, fighters of a group."""
    match = told.whom.get(noun)
    fixed = match is not None and match.key not in MEMBERS and whom != "person"
    return whom if fixed else BY_PARTY.get(kind, whom or "person")

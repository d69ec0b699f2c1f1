"""Which groups a harm word strikes: those after it with what is joined to them, else the one before it."""

from __future__ import annotations

from isnad.extract.loss_events import LED, Event
from isnad.extract.loss_grammar import PREPOSITIONS, is_finite, is_joined, under_preposition
from isnad.extract.loss_group import Group
from isnad.extract.loss_words import LossWords
from isnad.extract.phrases import is_nominal

THINGS = frozenset(("equipment", "building"))
STOPS = frozenset(
    (
        "ان",
        "انه",
        "انها",
        "انهم",
        "بان",
        "لان",
        "لكن",
        "بينما",
        "فيما",
        "حيث",
        "حين",
        "عندما",
        "الذي",
        "التي",
        "الذين",
        "اللذين",
        "مما",
        "وان",
        "؛",
        ":",
        ".",
    )
)
FAR, NEAR, CHAIN, BEFORE, BACK = 10, 3, 8, 14, 30
PRONOUNS = {"ه": "s", "ها": "s", "هم": "p", "هن": "p", "هما": "d", LED: ""}


def strikes(told: LossWords, event: Event, groups: list[Group], first: int, limit: int) -> tuple[list[Group], str]:
    """The groups that the event strikes, and the rule that found them; `limit` is the next event or the sentence's end."""
    fitting = [g for g in groups if fits(event.harm, g)]
    if event.pronoun:
        if event.pronoun not in PRONOUNS:
            return [], ""
        before = _before(told, event, fitting, first, PRONOUNS[event.pronoun])
        return ([before], "pronoun") if before else ([], "")
    after = _after(told, event, fitting, limit)
    if after:
        return _chain(told, after, fitting, limit), "verb" if event.verb else "noun"
    if event.verb and not is_joined(told.words, event.first) and not _has_object(told, event, limit):
        before = _before(told, event, [g for g in fitting if not g.tail], first, event.number)
        if before and (before.told or (before.number == "s" and event.first - before.last <= CHAIN) or not before.definite):
            return [before], "subject first"
    return [], ""


def fits(harm: str, group: Group) -> bool:
    """Whether a group can suffer the harm: things are destroyed, people are not."""
    if group.count is not None and group.count.rule == "zero":
        return False
    return not group.whom or (group.whom in THINGS) == (harm == "destroyed")


def _clear(told: LossWords, first: int, last: int) -> bool:
    """Whether no verb, conjunction of clauses or stop stands between."""
    types = told.words.types
    return not any(types[at].fold in STOPS or is_finite(told.words, at) for at in range(first, last))


def _after(told: LossWords, event: Event, groups: list[Group], limit: int) -> Group | None:
    later = [g for g in groups if event.last <= g.first < min(limit, event.last + FAR + 1) and not g.part and not g.tail]
    for k, group in enumerate(later):
        if not _clear(told, event.last, group.first):
            return None
        if under_preposition(told.words, group.first, event.last) or not _reached(told, event, group):
            continue
        if group.joined and group.first > event.last:
            continue
        if group.definite and not group.told and (group.number != "s" or group.first > event.last):
            continue
        return _object(told, group, later[k + 1 :])
    return None


def _reached(told: LossWords, event: Event, group: Group) -> bool:
    """A verb's object may stand away from it; an event noun's directly, or behind the agent in its idafa."""
    gap = group.first - event.last
    if gap == 0:
        return True
    if event.verb:
        return gap <= (FAR if group.noun >= 0 else NEAR)
    actor = told.actors.get(event.last)
    return actor is not None and 0 <= group.first - actor.last <= 1


def _object(told: LossWords, group: Group, later: list[Group]) -> Group:
    """The second of two groups side by side without «و»: the first is who did it («قتل مسلحون ضابطا»)."""
    if group.other or not later:
        return group
    second = later[0]
    if any(told.words.types[at].fold in PREPOSITIONS for at in range(group.last, second.first)):
        return group
    near = (
        second.first - group.last <= 2 and _clear(told, group.last, second.first) and not _comma(told, group.last, second.first)
    )
    apart = (
        second.harm
        or second.joined
        or second.definite
        or second.other
        or second.noun < 0
        or under_preposition(told.words, second.first, group.last)
    )
    return second if near and not apart else group


def _comma(told: LossWords, first: int, last: int) -> bool:
    return any(told.words.types[at].kind == "punct" for at in range(first, last))


def _chain(told: LossWords, group: Group, groups: list[Group], limit: int) -> list[Group]:
    """The group and what is joined to it: counted groups within reach, uncounted ones close by."""
    found = [group]
    for nxt in groups:
        last = found[-1].last
        if nxt.first < last or nxt.part:
            continue
        if nxt.first >= limit or nxt.first - last > CHAIN or not _clear(told, last, nxt.first):
            break
        near = nxt.first - last <= NEAR or nxt.told or nxt.other
        if nxt.joined and near and (nxt.told or not nxt.definite or nxt.number == "s") and not nxt.harm:
            found.append(nxt)
    return found


def _has_object(told: LossWords, event: Event, limit: int) -> bool:
    """A noun right behind the verb: its subject or object, so that the group before is not struck."""
    if event.last >= limit:
        return False
    return is_nominal(told.words.types[event.last]) and event.last - event.first == 1


def _before(told: LossWords, event: Event, groups: list[Group], first: int, number: str) -> Group | None:
    """The nearest group before the event that its verb or pronoun can mean, an object rather than the end of a phrase."""
    reach = BEFORE if event.verb or event.pronoun == LED else BACK
    held = None
    for group in reversed([g for g in groups if max(first, event.first - reach) <= g.last <= event.first]):
        if (
            group.part
            or (group.noun < 0 and not group.other and number and event.first - group.last > 1)
            or not _agrees(event, group, number)
        ):
            continue
        if not event.pronoun or event.pronoun == LED or event.verb:
            return group if _clear_back(told, group.last, event.first) else None
        if not group.tail and not under_preposition(told.words, group.first, first):
            return group
        held = held or group
    return held


def _agrees(event: Event, group: Group, number: str) -> bool:
    if group.whom in THINGS and number != "s":
        return True
    if group.definite and not group.told and group.number != "s":
        return number == "p"
    return not number or (group.number == "s") == (number == "s") or group.whom in THINGS


def _clear_back(told: LossWords, first: int, last: int) -> bool:
    """As `_clear`, but a relative pronoun right before the verb leads back to its noun."""
    return _clear(told, first, max(first, last - 3))

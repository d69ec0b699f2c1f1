"""The group before a harm word that its verb or attached pronoun can mean: «مدنيون قتلوا», «شرطي … ما أدى إلى مقتله»."""

from __future__ import annotations

from isnad.extract.losses.loss_event import LED, Event
from isnad.extract.losses.loss_grammar import is_clear, under_preposition
from isnad.extract.losses.loss_group import THINGS, Group
from isnad.extract.losses.loss_words import LossWords

PRONOUNS = {"ه": "s", "ها": "s", "هم": "p", "هن": "p", "هما": "d", LED: ""}
DEATHS = frozenset(("n:مقتل", "n:استشهاد", "n:مصرع", "n:وفاه", "n:وفاة"))
BEFORE, BACK = 14, 30  # words back to the subject of a verb, to what a pronoun means


def by_pronoun(told: LossWords, event: Event, groups: list[Group], first: int) -> list[Group]:
    """Those whom the pronoun of a harm word means; one who was named before it is still one («إلى مقتله»)."""
    if event.pronoun not in PRONOUNS:
        return []
    number = PRONOUNS[event.pronoun]
    before = group_before(told, event, groups, first, number)
    if number == "d" and before is None:
        return _two(groups, group_before(told, event, groups, first, "s"))
    if before is not None or not (event.pronoun == "ه" and event.key in DEATHS and not event.verb):
        return [before] if before else []
    return [Group(event.first, event.last, -1, 1, 1, "person", "", "s", False, True, False)] if _led_to(told, event) else []


def _two(groups: list[Group], second: Group | None) -> list[Group]:
    """«شرطي وسيدة … حتفهما»."""
    if second is None or not second.joined:
        return []
    one = [g for g in groups if g.last == second.first and g.number == "s"]
    return [*one, second] if one else []


def _led_to(told: LossWords, event: Event) -> bool:
    """Whether the death is told as what something came to: «أدى إلى مقتله», «ما أدى لمقتله», «أسفر عن استشهاده»."""
    types, at = told.words.types, event.first
    return (
        types[at].best.before[:1] in (("ل",), ("ب",))
        or (at > 0 and types[at - 1].fold == "الي")
        or (at > 1 and types[at - 1].fold == "عن" and types[at - 2].fold.startswith("اسفر"))
    )


def group_before(told: LossWords, event: Event, groups: list[Group], first: int, number: str) -> Group | None:
    """The nearest group before the event that its verb or pronoun can mean, an object rather than the end of a phrase."""
    reach = BEFORE if event.verb or event.pronoun == LED else BACK
    held = None
    for group in reversed([g for g in groups if max(first, event.first - reach) <= g.last <= event.first]):
        if (
            group.part
            or (group.noun < 0 and not group.other and number and event.first - group.last > 1)
            or not (_agrees(event, group, number) or _counted_as_one(event, group, number))
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


def _counted_as_one(event: Event, group: Group, number: str) -> bool:
    """«1400 شاب أصيب»: past ten the noun, and the verb right behind it, stand in the singular."""
    return number == "s" and not event.pronoun and group.told and (group.low or 0) > 10 and event.first == group.last


def _clear_back(told: LossWords, first: int, last: int) -> bool:
    """As `is_clear`, but a relative pronoun right before the verb leads back to its noun."""
    return is_clear(told.words, first, max(first, last - 3))

"""Which groups a harm word strikes: those after it with what is joined to them, else the one before it."""

from __future__ import annotations

from isnad.extract.clauses.phrases import DAY_WORDS, is_nominal
from isnad.extract.losses.loss_chain import CHAIN, chain_of, joined_before
from isnad.extract.losses.loss_event import Event
from isnad.extract.losses.loss_fit import LEAVES, as_two, bears, by_owner, fits, is_ruined, points_back
from isnad.extract.losses.loss_grammar import PREPOSITIONS, is_clear, is_joined, under_preposition
from isnad.extract.losses.loss_group import Group
from isnad.extract.losses.loss_subjects import by_pronoun, group_before
from isnad.extract.losses.loss_words import LossWords

FAR, NEAR, BESIDE = 10, 3, 4
WHEN = frozenset(
    (
        "اوايل",
        "مطلع",
        "اواخر",
        "منتصف",
        "صباح",
        "مساء",
        "فجر",
        "ليل",
        "ظهر",
        "امس",
        "اليوم",
        "الشهر",
        "الاسبوع",
        "العام",
        "السنه",
        "يوم",
    )
)
THERE = frozenset(("فيه", "فيها", "خلاله", "خلالها", "اثره", "اثرها", "جراءه", "جراءها", "منهم", "منها"))
AIMS = frozenset(("بحق", "طالت", "طال", "شملت", "شمل"))


def strikes(told: LossWords, event: Event, groups: list[Group], first: int, limit: int) -> tuple[list[Group], str]:
    """The groups that the event strikes, and the rule that found them; `limit` is the next event or the sentence's end."""
    fitting = [g for g in groups if fits(event.harm, g) and bears(event, g)]
    if event.pronoun and not by_owner(event, fitting):
        return by_pronoun(told, event, fitting, first), "pronoun"
    after = _after(told, event, fitting, limit)
    if after:
        return chain_of(told, after, fitting, limit), "verb" if event.verb else "noun"
    if event.verb and not is_joined(told.words, event.first) and not _has_object(told, event, limit):
        before = group_before(told, event, [g for g in fitting if not (g.tail or points_back(g))], first, event.number)
        if before and (before.number != "s" or before.told or not before.definite or event.first - before.last <= CHAIN):
            return [as_two(event, before), *joined_before(told, before, fitting, first)], "subject first"
    return [], ""


def _after(told: LossWords, event: Event, groups: list[Group], limit: int) -> Group | None:
    event = event._replace(last=_aimed(told, event, limit))
    later = [g for g in groups if event.last <= g.first < min(limit, event.last + FAR + 1) and not g.part and not g.tail]
    for k, group in enumerate(later):
        if not is_clear(told.words, event.last, group.first):
            return None
        if _beside(told, event, group):
            return group
        if under_preposition(told.words, group.first, event.last) or not _reached(told, event, group):
            continue
        if group.joined and group.first > event.last:
            continue
        if (
            group.definite
            and not group.told
            and (group.number != "s" or group.first > event.last)
            and not is_ruined(event, group)
        ):
            continue
        return _object(told, group, later[k + 1 :])
    return None


def _beside(told: LossWords, event: Event, group: Group) -> bool:
    """«مقتل إمام المسجد وعدد من المصلين»: those joined to one whom no table knows."""
    between = range(event.last, group.first)
    if event.verb or not group.joined or not group.told or not 0 < len(between) <= BESIDE:
        return False
    return is_nominal(told.words.types[event.last]) and not any(told.words.types[at].kind == "punct" for at in between)


def _aimed(told: LossWords, event: Event, limit: int) -> int:
    """The word at which those struck are told: behind «طالت» in «اعتقالات طالت 40 شخصاً», «الإعدام بحق عشرة», «قتل فيه»."""
    if event.last < limit and told.words.types[event.last].fold in THERE:
        return event.last + 1
    if event.verb:
        return event.last
    reach = range(event.last, min(limit, event.last + NEAR))
    return next((at + 1 for at in reach if told.words.types[at].fold in AIMS), event.last)


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
    if group.other or group.harm or not later:
        return group
    second = later[0]
    if any(told.words.types[at].fold in PREPOSITIONS for at in range(group.last, second.first)):
        return group
    near = (
        second.first - group.last <= 2
        and is_clear(told.words, group.last, second.first)
        and not _comma(told, group.last, second.first)
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


def _has_object(told: LossWords, event: Event, limit: int) -> bool:
    """A noun right behind the verb: its subject or object, so that the group before is not struck."""
    if event.last >= limit:
        return False
    behind = told.words.types[event.last]
    if event.key in LEAVES or behind.fold in DAY_WORDS or behind.fold in WHEN:
        return False
    return is_nominal(behind) and behind.fold not in PREPOSITIONS and event.last - event.first == 1

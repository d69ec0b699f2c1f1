"""Groups of people or things that a loss may strike: how many, of what, of whose («7 من عناصر التنظيم», «طفلان», «آخرين»)."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.loss_whom import party_of, party_whom, whom_of
from isnad.extract.loss_words import COUNTED, LossWords, before_of, is_joined, numbers_of, under_preposition
from isnad.extract.marks import kinds_of
from isnad.extract.matches import Match
from isnad.extract.phrases import DAY_WORDS, is_nominal
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.wordtypes import WordType
from isnad.records import Count

HURT = frozenset(("killed", "injured", "killed_or_injured"))
OTHERS = {"اخر": "s", "اخرين": "p", "اخرون": "p", "اخريات": "p", "اخران": "d"}
PART = frozenset(("هم", "وهم", "وهما", "هما", "بينهم", "بينهن", "بينها", "منهم", "منهن", "ضمنهم", "بينهما", "فيهم"))
MOST = frozenset(("معظم", "ومعظم", "غالبيه", "عده", "وعده", "بعض", "وبعض", "اغلب"))  # of indefinitely many
MANY = MOST | {"عدد", "وعدد", "عددا"}
NO_HEADS = MOST | PART | {"عدد", "وعدد", "حصيله", "وحصيله"}
TANWIN = ("اً", "ًا")  # an indefinite object
TWO = frozenset(("اثنين", "اثنان", "اثنتين", "اثنتان"))


class Group(NamedTuple):
    """Words [first, last): `low`…`high` of `whom` («» where not told), with the harm that a person noun itself tells.

    `noun` is the word of the counted noun or -1; `number` s, d, p; `told` whether a number stands there; `definite`
    whether it points back; `other` for «آخرين», `part` for «بينهم طفل», `tail` for the end of a phrase under a preposition.
    """

    first: int
    last: int
    noun: int
    low: int | None
    high: int | None
    whom: str
    harm: str
    number: str
    told: bool
    definite: bool
    joined: bool
    other: bool = False
    part: bool = False
    tail: bool = False
    party: str = ""
    count: Count | None = None


def find_groups(told: LossWords, first: int, end: int) -> list[Group]:
    """The groups of one sentence in order, without overlaps."""
    found: list[Group] = []
    at = first
    while at < end:
        group = _read(told, at, end)
        if group is None:
            at += 1
            continue
        found.append(_as_part(told, group, found, first))
        at = group.last
    return found


def _read(told: LossWords, at: int, end: int) -> Group | None:
    if at in told.counts:
        return _counted(told, told.counts[at], end)
    if at in told.whom or at in told.harms:
        return _bare(told, at, end)
    if told.words.types[at].best.stem in OTHERS:
        return _others(told, at, end)
    return None


def _others(told: LossWords, at: int, end: int) -> Group | None:
    """«آخرين», «آخر», «عدد آخر منهم»; not «آخر نقطة»."""
    types = told.words.types
    number = OTHERS[types[at].best.stem]
    if at and types[at - 1].fold in MANY:
        number = "p"
    elif types[at].best.article or (number == "s" and (is_adjective(told, at) or (at + 1 < end and is_nominal(types[at + 1])))):
        return None
    low, high = _bounds(number)
    first = at - 1 if at and types[at - 1].fold in MANY else at
    return Group(first, at + 1, -1, low, high, "", "", number, False, False, is_joined(told.words, first), True)


def is_adjective(told: LossWords, at: int) -> bool:
    """Whether a bare noun at this word only describes the noun before it («هجوم انتحاري», «نجل عضو», «سيارة مدنية»)."""
    types = told.words.types
    if at == 0 or is_joined(told.words, at) or types[at - 1].fold in NO_HEADS or not _is_noun(types[at - 1]):
        return False
    if "harmed" in kinds_of(told.words, at - 1):  # «وقوع إصابات»
        return False
    if types[at].raw.endswith(TANWIN) and not types[at - 1].raw.endswith(TANWIN):
        return False
    head = told.heads.get(at - 1)
    if head is not None and (head.form is None or head.form.person not in (1, 2)):
        return types[at].fold.endswith(("ي", "يه")) and not head.harm
    return not types[at - 1].best.article or types[at].best.article


def is_tail(told: LossWords, at: int) -> bool:
    """Whether a bare noun ends a phrase under a preposition («برصاص قناص», «بقصف منزل»): told of, but not struck by a verb before it."""
    return at > 0 and at - 1 in told.heads and not told.heads[at - 1].harm and under_preposition(told.words, at - 1, 0)


def _is_noun(kind: WordType) -> bool:
    return kind.kind == "word" and not (kind.verb or kind.number or kind.fold in FUNCTION_WORDS or kind.fold in DAY_WORDS)


def _bounds(number: str) -> tuple[int, int | None]:
    return (1, 1) if number == "s" else (2, 2) if number == "d" else (2, None)


def _counted(told: LossWords, counted: COUNTED, end: int) -> Group | None:
    first, last, count = counted
    noun = _noun_of(told, counted, end)
    joined, alone = is_joined(told.words, first), told.words.types[first].best.stem in TWO
    low = None if count.low is None else int(count.low)
    high = None if count.high is None else int(count.high)
    number = "s" if high == 1 else "d" if low == high == 2 else "p"
    if noun >= 0 and told.words.types[noun].best.stem in OTHERS:
        return Group(first, noun + 1, noun, low, high, "", "", number, True, False, joined, True, False, False, "", count)
    if noun < 0 and last + 1 < end and told.words.types[last].fold in PART and last + 1 in told.whom:
        part = told.whom[last + 1]  # «4 منهم أطفال»
        return Group(first, part.last, last + 1, low, high, part.payload.id, "", number, True, False, joined, False, True, False, "", count)
    if noun < 0:
        return Group(first, last, -1, low, high, "", "", number, True, False, joined, alone, False, False, "", count)
    harm = person_noun(told, noun)
    match = told.whom.get(noun)
    if match is None and not harm and noun not in told.actors and noun not in told.demonyms:
        return None
    stop = max(last, match.last if match else noun + 1, harm.last if harm else 0)
    return _filled(told, Group(first, stop, noun, low, high, "", harm.payload.id if harm else "", number, True, False, joined, False, False, False, "", count), end)


def _noun_of(told: LossWords, counted: COUNTED, end: int) -> int:
    """The word of the counted noun, or -1 where the number stands alone."""
    first, last, count = counted
    words = told.words
    if count.of_start >= 0:
        for at in range(first, min(last + 3, end)):
            if words.starts[at] == count.of_start:
                return -1 if _stands_apart(told, at, last) else at
    if last + 1 < end and words.types[last].fold == "من" and not _stands_apart(told, last + 1, last) and (last + 1 in told.whom or last + 1 in told.actors):
        return last + 1
    return -1


def _stands_apart(told: LossWords, at: int, last: int) -> bool:
    """A word near a number that is no noun counted by it: joined by «و», a verb, «بينهم», or owned («الآلاف من منازلهم»)."""
    kind = told.words.types[at]
    if at > last and kind.best.after and at in told.whom and told.whom[at].payload.id == "building":
        return True
    return at >= last and (is_joined(told.words, at) or kind.fold in PART or (kind.verb and at not in told.whom))


def person_noun(told: LossWords, at: int) -> Match | None:
    """The noun that tells harmed people by itself («قتلى», «7 إصابات», «وفاتين»); an event noun does so unless it is a bare singular."""
    here = told.harms.get(at, ())
    events = any(m.payload.note == "event_noun" for m in here)
    for match in here:
        told_so = match.payload.note == "person_noun" or (match.payload.note == "event_noun" and match.payload.id in HURT)
        if told_so and (not events or match.last > match.first + 1 or _countable(told, match)):
            return match
    return None


def _countable(told: LossWords, match: Match) -> bool:
    return "s" not in numbers_of(told.words, match) or (match.first in told.counted and not is_joined(told.words, match.first))


def _bare(told: LossWords, at: int, end: int) -> Group | None:
    harm, match = person_noun(told, at), told.whom.get(at)
    shown = harm or match
    if shown is None or is_adjective(told, at) or (at and told.words.types[at - 1].kind == "number"):
        return None
    numbers = numbers_of(told.words, shown)
    number = "p" if "p" in numbers or (harm and harm.last > at + 1) else "d" if numbers == {"d"} else "s"
    low, high = _bounds(number)
    kind = told.words.types[at]
    definite = "ال" in before_of(told.words, shown) or bool(kind.splits and kind.splits[shown.split].after)
    first = at - 1 if at and _fold_before(told, at) in MOST else at
    definite = (definite or (shown.last > at + 1 and kind_of_last(told, shown).best.article) or _construct(told, shown.last, number, end)) and first == at
    group = Group(first, shown.last, at, low, high, "", harm.payload.id if harm else "", number, False, definite, is_joined(told.words, first), tail=is_tail(told, at))
    if group.last < end and told.words.types[group.last].fold in TWO:
        group = group._replace(last=group.last + 1, low=2, high=2, number="d", told=True)
    if group.last < end and told.words.types[group.last].best.stem in OTHERS:
        group = group._replace(last=group.last + 1)
    return _filled(told, group, end)


def kind_of_last(told: LossWords, match: Match) -> WordType:
    """The last word of a phrase."""
    return told.words.types[match.last - 1]


def _fold_before(told: LossWords, at: int) -> str:
    """The folded word before."""
    return told.words.types[at - 1].fold


def _construct(told: LossWords, last: int, number: str, end: int) -> bool:
    """«مقاتلي الفصائل»: a plural made definite by the name or the definite noun behind it."""
    if number != "p" or last >= end or is_joined(told.words, last):
        return False
    kind = told.words.types[last]
    return (kind.best.article and "ل" not in kind.best.before) or last in told.actors


def _filled(told: LossWords, group: Group, end: int) -> Group:
    """With whom it strikes, the party they belong to, and «على الأقل» taken in."""
    whom, last = whom_of(told, group.noun, group.last, bool(group.harm), end)
    party, actor = party_of(told, group.noun, last, end)
    whom = party_whom(told, group.noun, whom, actor)
    last = max(last, group.last)
    if last + 1 < end and told.words.types[last].fold == "علي" and told.words.types[last + 1].fold == "الاقل":
        return group._replace(last=last + 2, whom=whom, party=party, high=None if group.high == group.low else group.high)
    return group._replace(last=last, whom=whom, party=party)


def _as_part(told: LossWords, group: Group, before: list[Group], first: int) -> Group:
    """Marked where it counts a part of another group («بينهم طفلان وامرأة»)."""
    types = told.words.types
    at = group.first - 1
    if at > first and types[at].raw == ":":
        at -= 1
    part = at >= first and (types[at].fold in PART or (at > first and types[at - 1].fold == "بين" and person_noun(told, at) is not None))
    if not part and group.joined and not group.harm and before and before[-1].part and group.first - before[-1].last <= 1:
        part = True
    return group._replace(part=True) if part or (group.count is not None and group.count.part) else group

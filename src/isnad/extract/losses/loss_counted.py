"""Groups told with a number: «7 مدنيين», «8 من أفراد الشرطة», «22 آخرين», «4 منهم أطفال», «30 امرأة وطفلاً»."""

from __future__ import annotations

from isnad.extract.clauses.phrases import DAY_WORDS
from isnad.extract.losses.loss_grammar import PREPOSITIONS, is_finite, is_joined
from isnad.extract.losses.loss_group import Group
from isnad.extract.losses.loss_nouns import PART, TANWIN, person_noun
from isnad.extract.losses.loss_whom import filled
from isnad.extract.losses.loss_words import COUNTED, LossWords
from isnad.records import Count

OTHERS = {"اخر": "s", "اخرين": "p", "اخرون": "p", "اخريات": "p", "اخران": "d", "ثالث": "s", "رابع": "s", "خامس": "s"}
BESIDES = frozenset(("غيرهم", "غيرهن", "سواهم"))
TWO = frozenset(("اثنين", "اثنان", "اثنتين", "اثنتان"))
GLUED = (("ب",), ("ل",), ("ك",), ("ف",))
TALLIES = frozenset(("عدد", "تعداد", "اعداد", "حصيله"))  # «إلى 46 عدد القتلى»
OF_THEM = frozenset(("منهم", "منهن"))
FAMILY = frozenset(("woman", "child"))


def read_counted(told: LossWords, counted: COUNTED, end: int) -> Group | None:
    """The group that a count begins, or None where it counts neither people nor things that can be lost."""
    first, last, count = counted
    types = told.words.types
    noun = _noun_of(told, counted, end)
    group = _plain(told, first, last, noun, count)
    if noun < 0:
        if last + 1 < end and types[last].fold in OF_THEM and last + 1 in told.whom:
            match = told.whom[last + 1]  # «4 منهم أطفال»
            return group._replace(last=match.last, noun=last + 1, whom=match.payload.id, part=True)
        return group._replace(other=types[first].best.stem in TWO)
    if types[noun].best.stem in OTHERS or types[noun].fold in BESIDES:
        return _others_of(told, group._replace(last=noun + 1, other=True), end)
    return _of_noun(told, group, end)


def _others_of(told: LossWords, group: Group, end: int) -> Group:
    """«10 آخرين من مسلحي التنظيم»."""
    match = told.whom.get(group.last + 1) if group.last + 1 < end else None
    if match is None or told.words.types[group.last].fold != "من" or match.payload.id == "person":
        return group
    return group._replace(last=match.last, whom=match.payload.id)


def _plain(told: LossWords, first: int, last: int, noun: int, count: Count) -> Group:
    low = None if count.low is None else int(count.low)
    high = None if count.high is None else int(count.high)
    number = "s" if high == 1 else "d" if low == high == 2 else "p"
    return Group(first, last, noun, low, high, "", "", number, True, False, is_joined(told.words, first), counted=count)


def _of_noun(told: LossWords, group: Group, end: int) -> Group | None:
    harm, match = person_noun(told, group.noun), told.whom.get(group.noun)
    if match is None and not harm and group.noun not in told.actors and group.noun not in told.demonyms:
        return group._replace(last=group.noun + 1, strange=True)
    stop = max(group.last, match.last if match else group.noun + 1, harm.last if harm else 0)
    group = filled(told, group._replace(last=stop, harm=harm.payload.id if harm else ""), end)
    return _and_others(told, _two_kinds(told, group, end), end)


def _and_others(told: LossWords, group: Group, end: int) -> Group:
    """«160 شخصاً آخرين», «5 جنود روس آخرين»."""
    for at in range(group.last, min(end, group.last + 2)):
        if told.words.types[at].best.stem in OTHERS and not told.words.types[at].best.article and not is_joined(told.words, at):
            return group._replace(last=at + 1)
        if told.words.types[at].kind != "word" or told.words.types[at].fold in PREPOSITIONS or is_joined(told.words, at):
            break
    return group


def _two_kinds(told: LossWords, group: Group, end: int) -> Group:
    """«30 امرأة وطفلاً»: past ten the noun stands in the singular, and so does a second kind under the same number."""
    match = told.whom.get(group.last) if group.last < end else None
    if (
        match is None
        or not group.low
        or group.low <= 10
        or not is_joined(told.words, match.first)
        or match.payload.id == group.whom
    ):
        return group
    if not told.words.types[match.first].raw.endswith((*TANWIN, "ا")):
        return group
    return group._replace(last=match.last, whom="civilian" if {group.whom, match.payload.id} <= FAMILY else "person")


def _noun_of(told: LossWords, counted: COUNTED, end: int) -> int:
    """The word of the counted noun, or -1 where the number stands alone."""
    first, last, count = counted
    words = told.words
    if count.of_start >= 0:
        for at in range(first, min(last + 3, end)):
            if words.starts[at] == count.of_start:
                return -1 if _stands_apart(told, at, last) else at
    if (
        last + 1 < end
        and words.types[last].fold == "من"
        and not _stands_apart(told, last + 1, last)
        and (last + 1 in told.whom or last + 1 in told.actors)
    ):
        return last + 1
    return -1


def _stands_apart(told: LossWords, at: int, last: int) -> bool:
    """A word near a number that is no noun counted by it: joined by «و», a verb, «بينهم», or owned («الآلاف من منازلهم»)."""
    kind = told.words.types[at]
    match = told.whom.get(at)
    if at > last and match is not None and match.payload.id == "building" and kind.splits[match.split].after:
        return True
    if at < last:
        return False
    if kind.fold in TALLIES:
        return True
    if match is None and not kind.best.forms and kind.fold.startswith("ي") and kind.fold.endswith("ون"):
        return True  # «نحو 100 يعالجون»
    sums = kind.fold in PART or kind.fold in DAY_WORDS or kind.best.before[:1] in GLUED or told.words.types[last - 1].best.article
    return (
        is_joined(told.words, at)
        or ((kind.verb or is_finite(told.words, at)) and match is None)
        or (sums and told.words.types[at - 1].fold != "من")
    )

"""Groups told without a number: «طفل», «مدنيين», «طفلان», «قتلى», «آخرين», «معظم المقاتلين»."""

from __future__ import annotations

from isnad.extract.clauses.phrases import is_nominal
from isnad.extract.losses.loss_counted import OTHERS, TWO
from isnad.extract.losses.loss_grammar import before_of, is_joined, numbers_of
from isnad.extract.losses.loss_group import Group, bounds_of
from isnad.extract.losses.loss_nouns import MOST, alike, is_adjective, is_tail, person_noun
from isnad.extract.losses.loss_whom import filled
from isnad.extract.losses.loss_words import LossWords
from isnad.extract.numbers.number_words import tag_of
from isnad.extract.text.matches import Match
from isnad.knowledge.wordtypes import WordType

VOWELLED = ("َين", "َيْن", "َينِ", "َيْنِ")
MUCH = frozenset(("كثير", "كثيرين", "مزيد"))
INSIDE = 4  # words of a party's name before its last
MANY = MOST | {"عدد", "وعدد", "عددا"}


def read_bare(told: LossWords, at: int, end: int) -> Group | None:
    """The group that a noun without a number makes, or None where the noun only describes another."""
    harm = person_noun(told, at)
    shown = harm or told.whom.get(at)
    if shown is None or is_adjective(told, at) or (at and told.words.types[at - 1].kind == "number"):
        return None
    numbers = numbers_of(told.words, shown)
    number = "p" if "p" in numbers or (harm and harm.last > at + 1) else "d" if numbers == {"d"} else "s"
    if number == "s" and _describes(told, at):
        return None
    number = "d" if shown_two(told.words.types[at], told.words.types[shown.last - 1], shown.last > at + 1) else number
    low, high = bounds_of(number)
    first = _first(told, at)
    definite = first == at and (_definite(told, shown) or _construct(told, shown.last, number, end))
    joined = is_joined(told.words, first)
    group = Group(
        first,
        shown.last,
        at,
        low,
        high,
        "",
        harm.payload.id if harm else "",
        number,
        False,
        definite,
        joined,
        tail=is_tail(told, at),
    )
    return filled(told, _two_others(told, group, end), end)


def _describes(told: LossWords, at: int) -> bool:
    """«ستة أعضاء بجماعة كردية مسلحة»: a word at the end of a party's name is nobody by itself."""
    party = next((told.actors[k] for k in range(at - 1, max(-1, at - INSIDE), -1) if k in told.actors), None)
    return party is not None and party.kind == "party" and party.last == at + 1 and party.last - party.first > 2


def _first(told: LossWords, at: int) -> int:
    """The word at which the group begins: «معظم المقاتلين», «كثير من الأهالي»."""
    types = told.words.types
    if at > 1 and types[at - 1].fold == "من" and types[at - 2].best.stem in MUCH:
        return at - 2
    return at - 1 if at and types[at - 1].fold in MOST else at


def _definite(told: LossWords, shown: Match) -> bool:
    """By the article, an attached pronoun, or the article inside the phrase («رجال الأمن»)."""
    kind = told.words.types[shown.first]
    owned = bool(kind.splits and kind.splits[shown.split].after)
    inner = shown.payload.table == "whom" and shown.last > shown.first + 1 and told.words.types[shown.last - 1].best.article
    return owned or inner or "ال" in before_of(told.words, shown)


def _construct(told: LossWords, last: int, number: str, end: int) -> bool:
    """«مقاتلي الفصائل»: a plural made definite by the name or the definite noun behind it."""
    if number != "p" or last >= end or is_joined(told.words, last):
        return False
    kind = told.words.types[last]
    return (
        (kind.best.article and "ل" not in kind.best.before)
        or last in told.groups
        or (last in told.actors and told.actors[last].kind == "party")
    )


def _two_others(told: LossWords, group: Group, end: int) -> Group:
    """«مدنيين اثنين», «شخص آخر»."""
    at = group.last + 1 if group.last < end and alike(told, group.last) else group.last
    if at < end and told.words.types[at].fold in TWO:
        group = group._replace(last=at + 1, low=2, high=2, number="d", told=True)
    tag = tag_of(told.words, group.last, "unit", "ten") if group.definite and group.number == "p" and group.last < end else None
    if tag and tag.article and not (tag.conjunction or tag.preposition) and tag.value >= 3:  # «أطفاله الثلاثة»
        group = group._replace(last=group.last + 1, low=int(tag.value), high=int(tag.value))
    if group.last < end and told.words.types[group.last].best.stem in OTHERS:
        group = group._replace(last=group.last + 1)
    return group


def shown_two(kind: WordType, behind: WordType, phrase: bool) -> bool:
    """A dual by its vowels («مدنيَين») or by its case before a noun («ضابطا شرطة», where one would be «ضابط شرطة»)."""
    if kind.raw.endswith(VOWELLED):
        return True
    return phrase and kind.raw.endswith("ا") and not kind.best.article and behind.raw.endswith(("ة", "ن", "د", "ي"))


def read_others(told: LossWords, at: int, end: int) -> Group | None:
    """«آخرين», «آخر», «عدد آخر منهم»; not «آخر نقطة»."""
    types = told.words.types
    number = OTHERS.get(types[at].best.stem, "p")
    if at and types[at - 1].fold in MANY:
        number = "p"
    elif types[at].best.article or (number == "s" and (is_adjective(told, at) or (at + 1 < end and is_nominal(types[at + 1])))):
        return None
    low, high = bounds_of(number)
    first = at - 1 if at and types[at - 1].fold in MANY else at
    return Group(first, at + 1, -1, low, high, "", "", number, False, False, is_joined(told.words, first), True)

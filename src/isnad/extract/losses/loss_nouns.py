"""Nouns that losses are counted by: people harmed by their very name, and bare nouns that only describe another."""

from __future__ import annotations

from isnad.extract.clauses.phrases import DAY_WORDS
from isnad.extract.losses.loss_grammar import is_joined, numbers_of, under_preposition
from isnad.extract.losses.loss_words import LossWords
from isnad.extract.text.marks import kinds_of
from isnad.extract.text.matches import Match
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.wordtypes import WordType

HURT = frozenset(("killed", "injured", "killed_or_injured"))
PART = frozenset(
    (
        "هم",
        "وهم",
        "وهما",
        "هما",
        "بينهم",
        "بينهن",
        "بينها",
        "منهم",
        "منهن",
        "ضمنهم",
        "بينهما",
        "فيهم",
        "احدهما",
        "احدهم",
        "احداهما",
        "احداهن",
    )
)
MOST = frozenset(("معظم", "ومعظم", "غالبيه", "عده", "وعده", "بعض", "وبعض", "اغلب"))  # of indefinitely many
MOSTLY = frozenset(
    w + who for w in ("معظم", "اغلب", "غالبيت", "جل", "اكثر", "ومعظم", "واغلب", "وغالبيت", "وجل") for who in ("هم", "هن")
)
NO_HEADS = MOSTLY | MOST | PART | {"عدد", "وعدد", "حصيله", "وحصيله"}
PEOPLE = frozenset(("كثيرون", "كثيرين", "العديدون"))  # «قتل كثيرون»
SUFFERED = ("اصاب", "وفي", "وفا", "خسا")
GLUED = (("ل",),)
TANWIN = ("اً", "ًا")  # an indefinite object


def person_noun(told: LossWords, at: int) -> Match | None:
    """The noun that tells harmed people by itself («قتلى», «7 إصابات»); an event noun does so unless it is a bare singular."""
    here = told.harms.get(at, ())
    events = any(m.payload.note == "event_noun" for m in here)
    for match in here:
        told_so = match.payload.note == "person_noun" or (match.payload.id in HURT and _suffered(told, match))
        if told_so and (not events or match.last > match.first + 1 or _countable(told, match)):
            return match
    return None


def _suffered(told: LossWords, match: Match) -> bool:
    """«إصابات», «وفيات», «خسائر بشرية»: event nouns that stand for the people; «تصفيات», «القضاء على» do not."""
    stem = told.words.types[match.first].best.stem
    return match.payload.note == "event_noun" and (stem.startswith(SUFFERED) or match.first in told.counted)


def _countable(told: LossWords, match: Match) -> bool:
    return "s" not in numbers_of(told.words, match) or (match.first in told.counted and not is_joined(told.words, match.first))


def is_adjective(told: LossWords, at: int) -> bool:
    """Whether a bare noun at this word only describes the noun before it («هجوم انتحاري», «نجل عضو», «سيارة مدنية»)."""
    types = told.words.types
    if at == 0 or is_joined(told.words, at) or types[at - 1].fold in NO_HEADS or types[at].best.before[:1] in GLUED:
        return False
    if types[at].raw.endswith("ى") and person_noun(told, at) is not None:
        return False  # «خلفت قتلى»
    if not _is_noun(types[at - 1]) and not is_two_alike(told, at):
        return False
    if "harmed" in kinds_of(told.words, at - 1):  # «وقوع إصابات»
        return False
    if types[at - 1].best.after and not types[at].best.article:
        return False
    if types[at].raw.endswith(TANWIN) and not types[at - 1].raw.endswith(TANWIN):
        return False
    head = told.heads.get(at - 1)
    if head is not None and (head.form is None or head.form.person not in (1, 2)):
        return (types[at].fold.endswith(("ي", "يه")) or (at - 1 in told.whom and alike(told, at))) and not head.harm
    return not types[at - 1].best.article or types[at].best.article


def is_mostly(told: LossWords, at: int) -> bool:
    """Whether a group is told as the most of another by a definite noun: «جلهم من الأطفال» tells no number of children."""
    types = told.words.types
    return at > 1 and types[at - 1].fold == "من" and types[at - 2].fold in MOSTLY


def is_two_alike(told: LossWords, at: int) -> bool:
    """«جنديان عراقيان»: a dual of origin behind a dual in the same case."""
    if at == 0:
        return False
    before, here = told.words.types[at - 1].fold, told.words.types[at].fold
    return at - 1 in told.whom and before[-2:] == here[-2:] and here.endswith(("يان", "يين", "يتان", "يتين"))


def alike(told: LossWords, at: int) -> bool:
    """Whether a word goes on the plural or dual before it as an adjective in the same case («عسكريين تركيين»)."""
    ending = told.words.types[at].fold[-3:]
    return (
        ending in ("يين", "يان", "يون") and told.words.types[at - 1].fold.endswith(ending[1:]) and not is_joined(told.words, at)
    )


def is_tail(told: LossWords, at: int) -> bool:
    """Whether a bare noun ends a phrase under a preposition («برصاص قناص»): no verb before it strikes it."""
    return at > 0 and at - 1 in told.heads and not told.heads[at - 1].harm and under_preposition(told.words, at - 1, 0)


def _is_noun(kind: WordType) -> bool:
    return kind.kind == "word" and not (
        kind.verb or kind.number or kind.best.stem in FUNCTION_WORDS or kind.fold in FUNCTION_WORDS or kind.fold in DAY_WORDS
    )

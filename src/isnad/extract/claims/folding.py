"""Status by folding: the nearest operator between an act and the root of its sentence that decides one.

The way up ends where the words no longer stand in the operator's scope: at a relative clause, at what comes after, and at what
stands beside («خلال المحادثات», «قبل الهجوم»).
"""

from __future__ import annotations

from isnad.extract.claims.acts import Trigger
from isnad.extract.clauses.clauses import path
from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.knowledge.load import Knowledge

CONTENT = {"demand": "demanded", "offer": "offered", "agree": "agreed", "threaten": "planned", "reject": "possible"}
MOVES = frozenset(("demand", "offer", "agree"))  # what is accepted or refused has itself been said
STANCES = {"denies": "denied", "doubts": "possible"}
NEGATED = {"plan": "denied", "intend": "denied", "may": "denied", "denies": "possible"}  # «ليس لديه خطط لـ», «لم يستبعد»
BESIDE = frozenset(
    ("خلال", "اثناء", "بعد", "قبل", "عقب", "منذ", "اثر", "جراء", "نتيجه", "مع", "عبر", "ضد")
)  # prepositions of what goes along with an act, and is no part of what is wanted, planned or denied
WITHIN = frozenset(("في", "بين"))  # of what may be a part of it
BARE = frozenset(("دون", "بدون", "عدم", "غياب", "انعدام"))  # negations of a noun: «طائرة بدون طيار استهدفت»
OUTSIDE = frozenset(("relative", "after", "circumstance"))
UNDECIDED = frozenset(("foil", "fail"))  # an attempt that fails took place; a foiled act is told by the one who foiled it


def folded_status(field: FieldReading, trigger: Trigger, knowledge: Knowledge) -> tuple[str, str]:
    """(status, operator) by the nearest operator above the trigger that decides one; ("", "") where none does."""
    below = field.heads[trigger.head]
    for parent, relation, cue in path(field.nodes, trigger.head):
        if relation in OUTSIDE or cue in BESIDE:
            break
        above = field.heads[parent]
        found = _by_operator(field, parent, below, relation, trigger, knowledge) or _by_act(above, trigger, relation, cue)
        if found:
            return found
        if relation == "purpose":
            return ("", "") if trigger.act == "demand" else ("possible", "purpose")
        if above.says >= 0 and relation in ("content", "object", "colon"):
            return _by_saying(field, parent, relation, knowledge)
        below = above
    return "", ""


def _by_operator(
    field: FieldReading, at: int, below: Head, relation: str, trigger: Trigger, knowledge: Knowledge
) -> tuple[str, str] | None:
    """What an operator makes of an act, or the contrary where a negation stands right above it."""
    above = field.heads[at]
    row = knowledge.operators[above.operator] if above.operator >= 0 else {}
    status, operator = str(row.get("status") or ""), str(row.get("operator") or "")
    word = field.words.types[above.first].best.stem
    if not status or operator in UNDECIDED or (word == "غير" and above.last < below.first) or (word in BARE and below.verb):
        return None
    if word == "قد" and below.tense != "pres":  # «قد قصف» is told, «قد يقصف» is not
        return None
    if word == "حتي" and not (below.tense == "pres" and below.first == above.last):  # «حتى يعود», not «حتى 15 حزيران»
        return None
    if operator == "stop" and knowledge.acts[trigger.act].family == "force":  # «وقف الغارات»: they go on, or did
        return "", ""
    if relation == "scope" and row.get("kind") == "noun" and below.verb:  # «قرار طرحته الدول» is a relative clause
        return None
    if operator in NEGATED and _negated(field, at, knowledge):
        return NEGATED[operator], f"negation over {operator}"
    return status, operator


def _by_act(above: Head, trigger: Trigger, relation: str, cue: str) -> tuple[str, str] | None:
    """What is demanded, offered, agreed … by an act above; «توصل إلى اتفاق» is one act, and an offer that is accepted was made."""
    act = above.acts[0][0] if above.acts else ""
    if act not in CONTENT or relation not in ("content", "object", "purpose", "colon", "scope", "and") or cue in WITHIN:
        return None
    if act == trigger.act or (act in ("agree", "reject") and trigger.act in MOVES):
        return None
    return CONTENT[act], act


def _by_saying(field: FieldReading, at: int, relation: str, knowledge: Knowledge) -> tuple[str, str]:
    stance = str(knowledge.reporting[field.heads[at].says].get("stance", "says"))
    if stance in STANCES:
        return STANCES[stance], stance
    return ("denied", "negation") if relation == "object" and _negated(field, at, knowledge) else ("", "")


def _negated(field: FieldReading, head: int, knowledge: Knowledge) -> bool:
    """Whether a negation stands above a head, with no saying between: «لم يسجل رصد أي انسحاب»."""
    for parent, relation, _ in path(field.nodes, head)[:2]:
        above = field.heads[parent]
        if above.operator >= 0:
            return str(knowledge.operators[above.operator]["operator"]) == "negation"
        if relation not in ("scope", "object"):
            break
    return False

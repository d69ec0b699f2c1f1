"""Status: what the operators above an act fold into is one voice among others; weights choose."""

from __future__ import annotations

from isnad.extract.claims import wording
from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.folding import folded_status
from isnad.extract.claims.role_features import MARKS
from isnad.extract.clauses.clauses import COMMAS, RELATIVES, path
from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.extract.weights import Part, logistic, plain, rates
from isnad.knowledge.load import Knowledge

STATUSES = ("happened", "ongoing", "planned", "possible", "demanded", "offered", "agreed", "denied")
HAPPENED = 0.7  # what is told plainly is the commonest by far: a rarer status needs less to win
STOPPED = COMMAS | frozenset(".!؟")
COMING = {  # adjectives after a noun, without article and feminine ending
    "مقرر": "planned", "مرتقب": "planned", "مزمع": "planned", "منتظر": "planned", "متوقع": "possible", "محتمل": "possible",
    "مفترض": "possible", "مزعوم": "possible", "مستمر": "ongoing", "متواصل": "ongoing", "متكرر": "ongoing", "جاري": "ongoing",
    "يومي": "ongoing", "دائر": "ongoing",
}  # fmt: skip


def status_parts(field: FieldReading, trigger: Trigger, parent: str, age: str, knowledge: Knowledge) -> tuple[Part, ...]:
    """What speaks for one status or another; `parent` is the act whose content this one is, `age` how long ago it was (act_times.age_of)."""
    head, words = field.heads[trigger.head], field.words
    kind = words.types[head.first]
    first, last = words.sentences[head.sentence]
    status, operator = folded_status(field, trigger, knowledge)
    before = [words.types[at].fold for at in range(max(first, head.first - 4), head.first)]
    after = [words.types[at].best.stem for at in range(head.last, min(last, head.last + 5))]
    own = str(knowledge.operators[head.operator]["operator"]) if head.operator >= 0 else ""
    features = [
        f"fold={status}", f"op={operator}", f"fold={status}/{head.tense}", f"tense={head.tense}", f"{trigger.act}/{head.tense}", f"act={trigger.act}", f"s={'س' in kind.best.before}", f"pre={kind.best.before[-1] if kind.best.before else ''}/{head.tense}",
        f"rel={field.nodes[trigger.head].relation}", f"own={own}", f"line={field.lines[field.line_of[head.first]].kind}/{head.tense}", f"key={head.key}/{head.tense}", f"def={'ال' in kind.best.before}/{head.tense}",
    ]  # fmt: skip
    features += [f"parent={parent}", f"parent={parent}/{head.tense}", f"parent={parent}/{status}"]
    features += [f"before={w}" for w in before] + [f"before1={before[-1] if before else 'edge'}"] + [f"after={w}" for w in after]
    for depth, (over, relation, _) in enumerate(path(field.nodes, trigger.head)[:2]):
        above = field.heads[over]
        features += [f"up{depth}={above.key}", f"up{depth}={above.acts[0][0] if above.acts else ''}/{relation}"]
    features += [f"age={age}", f"age={age}/{head.tense}", f"age={age}/{trigger.act}", f"age={age}/{parent}"]
    features += _governing_verb(field, trigger, first)
    features += _coming(field, trigger, last)
    near = [
        knowledge.operators[h.operator]["operator"]
        for h in field.heads_in(max(first, head.first - 8), head.first)
        if h.operator >= 0
    ]
    features += [f"near={o}" for o in near]
    return (plain, (*features, *_opening(field, head, first))), wording.round_head(words, head, trigger.act)


def _opening(field: FieldReading, head: Head, first: int) -> list[str]:
    """How the sentence begins, the words on the way to the act, and whether a quotation stands open there."""
    types = field.words.types
    quoted = sum(1 for at in range(first, head.first) if types[at].raw in MARKS) % 2
    way = [f"way={types[at].best.stem}" for at in range(max(first, head.first - 9), head.first)]
    return [f"first={types[first].fold}/{head.tense}", f"first={types[first].best.stem}", f"quote={quoted}/{head.tense}", *way]


def _coming(field: FieldReading, trigger: Trigger, last: int) -> list[str]:
    """What a noun's adjectives and relative verb say of its time: «المحادثات المقررة», «الاجتماع الذي سيعقد»."""
    head, types = field.heads[trigger.head], field.words.types
    if head.verb:
        return []
    found, relative = set(), False
    for at in range(head.last, min(last, head.last + 6)):
        kind = types[at]
        if kind.raw in STOPPED:
            break
        if sort := COMING.get(kind.best.stem.removeprefix("ال").removesuffix("ه")):
            found.add(f"adjective={sort}")
        relative = relative or kind.fold in RELATIVES
        if kind.verb:
            tense = next(f.tense for f in kind.best.forms if f.tense in ("past", "pres"))
            found.add(
                f"told={tense}/{'س' in kind.best.before}/{relative}/{types[at - 1].fold in ('سوف', 'لم', 'لن', 'كان', 'كانت')}"
            )
            break
    any_of = types[head.first - 1].fold in ("اي", "ايه") if head.first else False
    return [*sorted(found), f"any={any_of}"]


def _governing_verb(field: FieldReading, trigger: Trigger, first: int) -> list[str]:
    """Tense, future mark and operator of the last verb before an act that is told by a noun (or by a second verb)."""
    head, words = field.heads[trigger.head], field.words
    for at in range(head.first - 1, max(first - 1, head.first - 14), -1):
        kind = words.types[at]
        if kind.verb:
            form = next(f for f in kind.best.forms if f.tense in ("past", "pres"))
            before = words.types[at - 1].fold if at > first else "edge"
            future = "س" in kind.best.before
            return [
                f"verb={form.tense}/{head.tense}",
                f"verb={form.tense}/{future}/{head.tense}",
                f"verbkey={form.key}",
                f"verbbefore={before}/{head.tense}",
                f"verb={form.tense}/{trigger.act}",
                f"verb={form.tense}/line={field.lines[field.line_of[head.first]].kind}",
            ]
    return [f"verb=none/{head.tense}"]


def choose_status(field: FieldReading, trigger: Trigger, parent: str, age: str, knowledge: Knowledge) -> tuple[str, float]:
    """The status with the highest score, and that score."""
    parts = status_parts(field, trigger, parent, age, knowledge)
    rated = zip(rates("status", knowledge.answers.get("status", {}), parts, len(STATUSES)), STATUSES, strict=True)
    p, status = max(((logistic(total), s) for total, s in rated), key=lambda r: r[0] * (HAPPENED if r[1] == "happened" else 1.0))
    return status, p

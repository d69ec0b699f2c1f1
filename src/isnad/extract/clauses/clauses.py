"""The clause tree: every head hangs on another by an operator, or is a sentence's root.

Relations: content («قال إن»), object («طالب بانسحاب»), relative («الذي قصف»), purpose («لإبعاد»), and
(coordination with the head before), colon (direct speech), root.
"""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.clauses.heads import Head
from isnad.extract.clauses.phrases import CLOSE_QUOTES, OPEN_QUOTES
from isnad.extract.text.words import Words

COMPLEMENTIZERS = frozenset(
    (
        "ان", "انه", "انها", "انهم", "انهما", "انني", "اننا", "بان", "بانه", "بانها", "بانهم", "لان", "لانه", "لانها", "وان",
        "وانه", "وانها", "وبان",
    )
)  # fmt: skip
BEFORE_HEADS = frozenset(
    [
        "علي", "الي", "عن", "من", "في", "بعد", "قبل", "خلال", "مع", "منذ", "اثر", "جراء", "نتيجه", "ضد", "عدم", "دون",
        "بين", "حول", "بشان", "اثناء", "عقب", "عبر",
    ]
)  # fmt: skip
RELATIVES = frozenset(
    ("الذي", "التي", "الذين", "اللذين", "اللتين", "اللذان", "اللتان", "ممن", "مما", "ما", "والذي", "والتي", "والذين")
)
CONDITIONS = frozenset(("اذا", "لو", "ان"))
COMMAS = frozenset("،,؛;:—–-()")
NEAR = 12


class Node(NamedTuple):
    """How a head hangs in the tree: index of its parent head or -1, the relation, and the connecting word."""

    parent: int
    relation: str
    cue: str = ""


class Context(NamedTuple):
    """What stands between a head and the head before it."""

    complementizer: int  # word index or -1
    relative: int
    commas: int
    conjunction: bool
    preposition: str


def build_clauses(words: Words, heads: list[Head]) -> list[Node]:
    """One node a head, in order."""
    nodes: list[Node] = []
    for i, head in enumerate(heads):
        nodes.append(_hang(words, heads, nodes, i, head))
    return nodes


def _hang(words: Words, heads: list[Head], nodes: list[Node], i: int, head: Head) -> Node:
    sentence_first = words.sentences[head.sentence][0]
    before = i - 1
    while before >= 0 and heads[before].first >= sentence_first and heads[before].last > head.first:
        before -= 1
    if before < 0 or heads[before].sentence != head.sentence:
        return Node(-1, "root")
    context = _context(words, heads[before].last, head)
    if context.complementizer >= 0:
        governor = _governor(words, heads, context.complementizer, sentence_first, before)
        if governor >= 0:
            return Node(governor, "content", words.types[context.complementizer].raw)
    if _speech(words, heads[before], head):
        return Node(before, "colon", ":")
    if head.verb:
        return _hang_verb(words, heads, nodes, before, head, context)
    return _hang_noun(words, heads, nodes, before, head, context)


def _context(words: Words, start: int, head: Head) -> Context:
    complementizer = relative = -1
    commas = 0
    for at in range(start, head.first):
        fold = words.types[at].fold
        if fold in COMPLEMENTIZERS:
            complementizer = at
        elif fold in RELATIVES:
            relative = at
        elif fold in COMMAS:
            commas += 1
    best = words.types[head.first].best.before
    conjunction = bool(best) and best[0] in "وف"
    preposition = next((b for b in best if b in "بلك"), "") or _preposition(words, head.first)
    return Context(complementizer, relative, commas, conjunction, preposition)


def _preposition(words: Words, at: int) -> str:
    before = words.types[at - 1].fold if at else ""
    return before if before in BEFORE_HEADS else ""


def _governor(words: Words, heads: list[Head], complementizer: int, sentence_first: int, before: int) -> int:
    """The nearest head before the complementizer that takes a clause: one that says, wants or doubts."""
    coordinated = words.types[complementizer].fold.startswith("و")
    for at in range(before, -1, -1):
        head = heads[at]
        if head.first < sentence_first:
            break
        if head.last > complementizer or (complementizer - head.last > 2 * NEAR and not coordinated):
            continue
        if head.says >= 0 or head.operator >= 0 or head.acts:
            if coordinated and head.says < 0 and head.operator < 0:
                continue
            return at
    return -1


def _speech(words: Words, before: Head, head: Head) -> bool:
    """Direct speech: a saying, then a colon or an opening quotation mark, then the head."""
    if before.says < 0:
        return False
    opened = False
    for at in range(before.last, head.first):
        raw = words.types[at].raw
        if raw == ":" or raw in OPEN_QUOTES:
            opened = True
        elif raw in CLOSE_QUOTES:
            opened = False
    return opened


def _hang_verb(words: Words, heads: list[Head], nodes: list[Node], before: int, head: Head, context: Context) -> Node:
    if context.relative >= 0 and head.first - context.relative <= 3:
        return Node(before, "relative", words.types[context.relative].raw)
    if "ل" in words.types[head.first].best.before and head.tense == "pres":
        return Node(before, "purpose", "ل")
    if heads[before].operator >= 0 and not context.commas and head.first - heads[before].last <= 6:
        return Node(before, "scope", words.types[heads[before].first].raw)
    if context.conjunction or context.commas:
        sibling = _sibling(heads, nodes, before, verb=True)
        if (
            sibling >= 0
            and nodes[sibling].parent >= 0
            and nodes[sibling].relation in ("content", "colon", "and")
            and not head.says >= 0
        ):
            return Node(nodes[sibling].parent, "and", "و")
        return Node(sibling, "after") if sibling >= 0 and not context.conjunction else Node(-1, "root")
    if heads[before].verb and head.first - heads[before].last <= 6:
        return Node(before, "scope")
    return Node(before, "relative")


def _sibling(heads: list[Head], nodes: list[Node], before: int, verb: bool) -> int:
    """The nearest earlier head of the sentence of the same class."""
    for at in range(before, -1, -1):
        if heads[at].sentence != heads[before].sentence:
            break
        if heads[at].verb == verb:
            return at
    return -1


def _hang_noun(words: Words, heads: list[Head], nodes: list[Node], before: int, head: Head, context: Context) -> Node:
    distance = head.first - heads[before].last
    if context.conjunction and not heads[before].verb and distance <= 6 and nodes[before].parent >= 0:
        return Node(nodes[before].parent, nodes[before].relation, "و")
    if context.preposition == "ل" and distance > 0 and not context.conjunction:
        return Node(before, "purpose" if context.commas or not _takes(heads[before]) else "object", "ل")
    if context.commas and distance > NEAR:
        return Node(_sibling(heads, nodes, before, verb=True), "after")
    return Node(before, "object", context.preposition)


def _takes(head: Head) -> bool:
    return head.says >= 0 or head.operator >= 0 or head.light >= 0


def path(nodes: list[Node], at: int) -> list[tuple[int, str, str]]:
    """(head, relation below it, cue) from a head's parent up to its root; never longer than eight."""
    steps: list[tuple[int, str, str]] = []
    while nodes[at].parent >= 0 and len(steps) < 8:
        steps.append((nodes[at].parent, nodes[at].relation, nodes[at].cue))
        at = nodes[at].parent
    return steps

"""The clause tree: every head hangs on another by an operator, or is a sentence's root.

Relations: content («قال إن»), object («طالب بانسحاب»), relative («الذي قصف»), purpose («لإبعاد»), and
(coordination with the head before), circumstance («، مطالباً»), colon (direct speech), root.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from isnad.extract.clauses.heads import Head
from isnad.extract.clauses.phrases import CLOSE_QUOTES, OPEN_QUOTES
from isnad.extract.text.words import Words
from isnad.extract.weights import kept
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge

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
DATING = frozenset(("بعد", "قبل", "منذ"))
TURNING = frozenset(("الا", "غير", "بيد"))  # «إلا أن» begins a sentence of its own
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


def build_clauses(words: Words, heads: list[Head], knowledge: Knowledge) -> list[Node]:
    """One node a head, in order."""
    tree = _Tree(words, heads, knowledge)
    for i in range(len(heads)):
        tree.nodes.append(tree.hang(i))
    return tree.nodes


class _Tree:
    """The heads hung so far, and what each act takes as its content."""

    def __init__(self, words: Words, heads: list[Head], knowledge: Knowledge) -> None:
        self.words, self.heads = words, heads
        self.nodes: list[Node] = []
        self.contents = _contents(knowledge)
        self.stops = {at for at, row in enumerate(knowledge.operators) if row["operator"] == "stop"}

    def hang(self, i: int) -> Node:
        """Where head `i` hangs."""
        head = self.heads[i]
        before = self._before(i)
        if before < 0:
            return Node(-1, "root")
        context = _context(self.words, self.heads[before].last, head)
        led = self.words.types[context.complementizer - 1] if context.complementizer > 0 else None
        if led is not None and led.fold.removeprefix("و") in DATING:  # «بعد أن»: when, no content
            return Node(self._verb(before), "after", led.fold)
        if led is not None and led.fold in TURNING:
            return Node(-1, "root", led.fold)
        if context.complementizer >= 0 and (governor := self._governor(context.complementizer, before)) >= 0:
            return Node(governor, "content", self.words.types[context.complementizer].fold)
        if (saying := self._saying(before, head)) >= 0:
            return Node(saying, "colon", ":")
        if head.verb:
            return self._hang_verb(before, head, context)
        if _circumstance(head, context):
            return Node(self._verb(before), "circumstance")
        return self._hang_noun(before, head, context)

    def _before(self, i: int) -> int:
        """The nearest earlier head of the sentence on which something can hang, or -1."""
        head = self.heads[i]
        for at in range(i - 1, -1, -1):
            if self.heads[at].sentence != head.sentence:
                break
            if self.heads[at].last <= head.first and not _hollow(self.heads[at]):
                return at
        return -1

    def _takes(self, at: int, preposition: str) -> bool:
        """Whether a head's act takes its content under this preposition («طالب بـ», «دعا إلى», «اتفق على»)."""
        return any(preposition in self.contents[act] for act, _ in self.heads[at].acts)

    def _takes_clause(self, at: int) -> bool:
        head = self.heads[at]
        return head.says >= 0 or head.operator >= 0 or any(self.contents[act] for act, _ in head.acts)

    def _governor(self, complementizer: int, before: int) -> int:
        """The nearest head before the complementizer that takes a clause: one that says, wants or doubts; else the nearest act."""
        coordinated = self.words.types[complementizer].fold.startswith("و")
        second = -1
        for at in range(before, -1, -1):
            head = self.heads[at]
            if head.sentence != self.heads[before].sentence:
                break
            if head.last > complementizer or _hollow(head) or (complementizer - head.last > 2 * NEAR and not coordinated):
                continue
            if self._takes_clause(at):
                return at
            second = at if second < 0 and head.acts and not coordinated else second
        return second

    def _saying(self, before: int, head: Head) -> int:
        """Direct speech: a saying, then a colon or an opening quotation mark, then the head."""
        if self.heads[before].says < 0:
            return -1
        opened = False
        for at in range(self.heads[before].last, head.first):
            raw = self.words.types[at].raw
            if raw == ":" or raw in OPEN_QUOTES:
                opened = True
            elif raw in CLOSE_QUOTES:
                opened = False
        return before if opened else -1

    def _hang_verb(self, before: int, head: Head, context: Context) -> Node:
        above = self.heads[before]
        if context.relative >= 0 and head.first - context.relative <= 3:
            return Node(before, "relative", self.words.types[context.relative].fold)
        if "ل" in self.words.types[head.first].best.before and head.tense == "pres":
            return Node(before, "purpose", "ل")
        if above.operator >= 0 and not context.commas and head.first - above.last <= 6:
            return Node(before, "scope", self.words.types[above.first].fold)
        if context.conjunction or context.commas:
            return self._hang_next_verb(before, head, context)
        if above.verb and head.first - above.last <= 6:
            return Node(before, "scope")
        return Node(before, "relative")

    def _hang_next_verb(self, before: int, head: Head, context: Context) -> Node:
        """A verb after a comma or «و» goes on with the clause of the verb before it."""
        sibling = self._verb(before)
        if sibling < 0:
            return Node(-1, "root")
        node = self.nodes[sibling]
        if node.parent >= 0 and node.relation in ("content", "colon", "and") and head.says < 0:
            return Node(node.parent, "and", "و")
        return Node(-1, "root") if context.conjunction else Node(sibling, "after")

    def _verb(self, before: int) -> int:
        """The nearest earlier verb of the sentence, or -1."""
        for at in range(before, -1, -1):
            if self.heads[at].sentence != self.heads[before].sentence:
                break
            if self.heads[at].verb:
                return at
        return -1

    def _hang_noun(self, before: int, head: Head, context: Context) -> Node:
        distance = head.first - self.heads[before].last
        if context.conjunction and (fellow := self._fellow(before, head)) >= 0:
            return self.nodes[fellow]._replace(cue="و")
        wanting = self._wanting(before, context) if distance > 0 or context.preposition else -1
        if context.preposition == "ل" and distance > 0 and not context.conjunction:
            if self.heads[before].operator in self.stops and not context.commas:  # «وقف فوري للغارات»
                return Node(before, "object", "ل")
            if wanting >= 0 and not context.commas:
                return Node(wanting, "object", "ل")
            serves = (context.commas or not _leads(self.heads[before])) and self._may_serve(head)
            return Node(before, "purpose" if serves else "object", "ل")
        if wanting >= 0:
            return Node(wanting, "object", context.preposition)
        if context.commas and distance > NEAR:
            return Node(self._verb(before), "after")
        return Node(before, "object", context.preposition)

    def _may_serve(self, head: Head) -> bool:
        """Whether «ل» may say what for: «لاستعادة البلدة», «للسيطرة على»; not «للهجوم الذي», «لغارات»."""
        if head.form is not None and head.form.number == "p":
            return False
        after = self.words.types[head.last] if head.last < len(self.words) else None
        leads = after is not None and (after.fold in BEFORE_HEADS or after.best.before[:1] in (("ب",), ("ل",)))
        return leads or not self._kind(head)

    def _fellow(self, before: int, head: Head) -> int:
        """The noun that a noun after «و» stands beside: of those above the head before it, the nearest one of its own kind."""
        kind, at = self._kind(head), before
        while at >= 0:
            other = self.heads[at]
            if not other.verb and other.operator < 0 and self.nodes[at].parent >= 0 and self._kind(other) == kind:
                return at
            at = self.nodes[at].parent
        other = self.heads[before]
        near = head.first - other.last <= 6
        return before if near and not other.verb and self.nodes[before].parent >= 0 else -1

    def _kind(self, head: Head) -> bool:
        """Nouns are coordinated with their like: what has the article with what has it, verbal nouns in a construct with each other."""
        return "ال" in self.words.types[head.first].best.before

    def _wanting(self, before: int, context: Context) -> int:
        """The nearest head above that takes its content under the noun's preposition and has none yet."""
        at = before
        while at >= 0:
            if self._takes(at, context.preposition) and not self._filled(at, context.preposition):
                return at
            at = self.nodes[at].parent
        return -1

    def _filled(self, at: int, preposition: str) -> bool:
        return any(n.parent == at and n.relation == "object" and n.cue == preposition for n in self.nodes[at + 1 :])


def _contents(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """The prepositions of content of every act."""
    held = kept("contents", knowledge.acts)
    if not held:
        held["all"] = {act.id: _content_words(act.frame) for act in knowledge.acts.values()}
    contents: dict[str, frozenset[str]] = held["all"]
    return contents


def _content_words(frame: dict[str, Any]) -> frozenset[str]:
    """The prepositions under which an act takes its content; "" where the object is its content."""
    rows = frame.get("prepositions") or ()
    found = {fold(row["word"]) for row in rows if row.get("act") == "content"}
    return frozenset(found | {""} if (frame.get("object") or {}).get("act") == "content" else found)


def _hollow(head: Head) -> bool:
    """A head without act, saying, operator or light verb governs nothing."""
    return not head.acts and head.says < 0 and head.operator < 0 and head.light < 0


def _leads(head: Head) -> bool:
    return head.says >= 0 or head.operator >= 0 or head.light >= 0


def _circumstance(head: Head, context: Context) -> bool:
    """«…، مطالباً بـ»: a participle beside the main verb, no part of what stands before it."""
    return head.tense == "part" and not context.preposition and bool(head.acts or head.says >= 0)


def _context(words: Words, start: int, head: Head) -> Context:
    complementizer = relative = -1
    commas = 0
    for at in range(start, head.first):
        word = words.types[at].fold
        if word in COMPLEMENTIZERS:
            complementizer = at
        elif word in RELATIVES:
            relative = at
        elif word in COMMAS:
            commas += 1
    best = words.types[head.first].best.before
    conjunction = bool(best) and best[0] in "وف"
    preposition = next((b for b in best if b in "بلك"), "") or _preposition(words, head.first)
    return Context(complementizer, relative, commas, conjunction, preposition)


def _preposition(words: Words, at: int) -> str:
    before = words.types[at - 1].fold if at else ""
    return before if before in BEFORE_HEADS else ""


def path(nodes: Sequence[Node], at: int) -> list[tuple[int, str, str]]:
    """(head, relation below it, cue) from a head's parent up to its root; never longer than eight."""
    steps: list[tuple[int, str, str]] = []
    while nodes[at].parent >= 0 and len(steps) < 8:
        steps.append((nodes[at].parent, nodes[at].relation, nodes[at].cue))
        at = nodes[at].parent
    return steps

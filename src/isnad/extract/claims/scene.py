"""The sentence of an act as its roles are chosen from it: what each chunk is to the act, to the act above, and to other verbs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from isnad.extract.claims import wording
from isnad.extract.claims.acts import Trigger
from isnad.extract.clauses.chunks import Chunk
from isnad.extract.clauses.heads import Head
from isnad.extract.clauses.relations import Syntax
from isnad.extract.field import FieldReading
from isnad.extract.weights import Part

FAR = "far"
OWNING = frozenset(("subject", "topic", "object", "antecedent"))
LONG = 24  # characters of a path that are kept


class Scene:
    """Built once for a trigger."""

    __slots__ = (
        "_paths",
        "_round",
        "_shapes",
        "above",
        "at",
        "chunks",
        "field",
        "first",
        "head",
        "last",
        "node",
        "of",
        "over",
        "syntax",
        "trigger",
    )

    def __init__(self, field: FieldReading, trigger: Trigger) -> None:
        self.field, self.trigger = field, trigger
        self.head: Head = field.heads[trigger.head]
        self.first, self.last = field.words.sentences[self.head.sentence]
        self.syntax: Syntax = field.syntax(self.head.sentence)
        self.chunks: Sequence[Chunk] = self.syntax.chunks
        self.at = self.syntax.chunk_of(trigger.head, self.head.first)
        self.of = self.syntax.relations(self.at) if self.at >= 0 else {}
        self.node = field.nodes[trigger.head]
        over = self.syntax.chunk_of(self.node.parent, -1) if self.node.parent >= 0 else -1
        self.above = self.syntax.relations(over) if over >= 0 else {}
        self.over = self.sort(self.node.parent) if self.node.parent >= 0 else ""
        self._shapes: list[str] = []
        self._paths: dict[int, tuple[str, str]] = {}
        self._round: Part | None = None

    def round_it(self) -> Part:
        """The words round the act, the same for whatever may fill a role of it."""
        if self._round is None:
            self._round = wording.round_head(self.field.words, self.head, self.trigger.act)
        return self._round

    def relation(self, chunk: int) -> str:
        """What a chunk is to the act."""
        return self.of.get(chunk, FAR)

    def owners(self, chunk: int) -> list[tuple[str, str]]:
        """(relation, sort of verb) of the other verbs whose subject or object a chunk is."""
        of = self.syntax.of
        return [
            (of[v][chunk], self.sort(self.chunks[v].head))
            for v in self.syntax.verbs
            if v != self.at and of[v].get(chunk) in OWNING
        ]

    def sort(self, head: int) -> str:
        """What a head is there for, in one word."""
        if head < 0:
            return "plain"
        if head == self.trigger.head:
            return "this"
        one = self.field.heads[head]
        if one.says >= 0:
            return "says"
        if one.light >= 0:
            return "light"
        if one.operator >= 0:
            return "operator"
        if not one.acts:
            return "harm"
        return "same" if any(act == self.trigger.act for act, _ in one.acts) else "act"

    def path(self, chunk: int) -> tuple[str, str]:
        """(what stands between the act and a chunk, the joints of it: what is no noun phrase), a character or prefix a chunk."""
        held = self._paths.get(chunk)
        if held is None:
            held = self._paths[chunk] = self._path(chunk)
        return held

    def _path(self, chunk: int) -> tuple[str, str]:
        if chunk < 0 or self.at < 0:
            return "?", "?"
        shapes = self._shapes = self._shapes or shapes_of(self.syntax)
        low, high = min(self.at, chunk) + 1, max(self.at, chunk)
        side = ">" if chunk > self.at else "<" if chunk < self.at else "="
        joints = "".join([c.kind if c.kind != "P" else "," for c in self.chunks[low:high] if c.kind != "N"])
        return side + "".join(shapes[low:high])[:LONG], side + joints[:6]


def shapes_of(syntax: Syntax) -> list[str]:
    """One short string a chunk: its kind and how it is joined on."""
    return [shape(c.kind, c.conj, c.idafa, c.prep) for c in syntax.chunks]


@lru_cache(maxsize=4096)
def shape(kind: str, conj: bool, idafa: bool, prep: str) -> str:
    """A chunk in a few characters."""
    return "," if kind == "P" else f"{kind}{'+' if conj else ''}{'~' if idafa else ''}{':' + prep if prep else ''}"

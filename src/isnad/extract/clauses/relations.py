"""What each noun phrase of a sentence is to a head: subject, object, idafa, under a preposition … before any frame is asked.

One pass gives every verb its own arguments; what a verb lacks it takes from its antecedent, the verb before it or
the verb above it; an event noun takes what stands under it and the arguments of the verb that governs it.
"""

from __future__ import annotations

from collections.abc import Sequence

from isnad.extract.clauses.chunks import Chunk
from isnad.extract.clauses.heads import Head

SUBJECT, OBJECT = "subject", "object"


class Syntax:
    """The arguments of a sentence's verbs: chunk index → relation, by verb chunk."""

    def __init__(self, chunks: Sequence[Chunk], heads: Sequence[Head]) -> None:
        self.chunks, self.heads = chunks, heads
        self.verbs = [i for i, c in enumerate(chunks) if c.kind == "V"]
        self.of: dict[int, dict[int, str]] = {}
        self._of_head = {c.head: i for i, c in reversed(tuple(enumerate(chunks))) if c.head >= 0}
        self._of: dict[int, dict[int, str]] = {}  # of event nouns
        for verb in self.verbs:
            self.of[verb] = self._arguments(verb)

    def chunk_of(self, head: int, word: int) -> int:
        """The chunk that a head begins, else the one that holds its first word, or -1."""
        at = self._of_head.get(head, -1)
        return at if at >= 0 else self.chunk_at(word)

    def chunk_at(self, word: int) -> int:
        """The chunk that holds a word, or -1."""
        return next((i for i, c in enumerate(self.chunks) if c.first <= word < c.last), -1)

    def relations(self, at: int) -> dict[int, str]:
        """Chunk index → relation to the head that chunk `at` holds."""
        held = self.of.get(at)
        if held is None:
            held = self._of.get(at)
        if held is None:
            held = self._of[at] = self._of_noun(at)
        return held

    def _head(self, verb: int) -> Head | None:
        at = self.chunks[verb].head
        return self.heads[at] if at >= 0 else None

    def _arguments(self, verb: int) -> dict[int, str]:
        found: dict[int, str] = {}
        self._after(verb, found, self._led(verb))
        before = self._before(verb, found)
        if not before and (SUBJECT not in found.values() or self._may_drop(verb)):
            self._borrow(verb, found)
            self._opening(verb, found)
        return found

    def _may_drop(self, verb: int) -> bool:
        """A verb that is joined to what stands before it may have left its subject out."""
        return self.chunks[verb].conj or (verb > 0 and self.chunks[verb - 1].kind in "SPC")

    def _end(self, verb: int) -> int:
        """Where the clause of a verb ends: the next verb, complementizer, relative or subordinator."""
        for i in range(verb + 1, len(self.chunks)):
            if self.chunks[i].kind in "CSRV":
                return i
        return len(self.chunks)

    def _start(self, verb: int) -> int:
        for i in range(verb - 1, -1, -1):
            if self.chunks[i].kind in "CSRV":
                return i + 1
        return 0

    def _led(self, verb: int) -> bool:
        """Whether the subject stands before the verb, so that what follows it is its object: a party («روسيا تدعو إسرائيل»,
        «كانت روسيا قد دعت إسرائيل») or, in a relative clause without a pronoun, what the clause hangs on."""
        start = self._start(verb)
        if start and self.chunks[start - 1].kind == "R" and start == verb:
            return not self.chunks[verb].pronoun
        if start and self.chunks[start - 1].kind == "V" and not self.chunks[start - 1].helps:
            return False
        before = self.chunks[start:verb]
        direct = [c for c in before if c.kind == "N" and not c.prep and (not c.idafa or c.actor >= 0)]
        return bool(direct) and any(c.actor >= 0 for c in direct) and before[-1].kind != "P"

    def _after(self, verb: int, found: dict[int, str], led: bool) -> None:
        head = self._head(verb)
        form = head.form if head else None
        bare = form is None or (form.person == 3 and (form.number == "s" or form.gender == "f"))
        taken, last, commas = (0 if bare and not led else 1), "", 0
        for i in range(verb + 1, self._end(verb)):
            chunk = self.chunks[i]
            if chunk.kind == "P":
                commas += 1
                continue
            last, taken = self._argument(i, chunk, last, taken, commas, found)

    def _argument(self, i: int, chunk: Chunk, last: str, taken: int, commas: int, found: dict[int, str]) -> tuple[str, int]:
        if chunk.idafa and last:
            last = last if last.startswith("of:") or self._mention(i - 1) else "of:" + last
        elif chunk.conj and last and not commas:
            last = last.removeprefix("of:") if not chunk.prep else last
        elif chunk.prep:
            last = "to:" + chunk.prep
        elif commas and taken:
            last = "apart"
        else:
            last = (SUBJECT, OBJECT, "second")[min(taken, 2)]
            taken += 1
        found[i] = last
        return last, taken

    def _mention(self, i: int) -> bool:
        return self.chunks[i].actor >= 0 or self.chunks[i].place >= 0

    def _before(self, verb: int, found: dict[int, str]) -> bool:
        """What stands before the verb in its clause; true where that gives it a subject."""
        start = self._start(verb)
        if start and self.chunks[start - 1].kind == "R" and start == verb:
            self._antecedent(start - 1, found)
            return True
        direct = [
            i for i in range(start, verb) if self.chunks[i].kind == "N" and not self.chunks[i].prep and not self.chunks[i].idafa
        ]
        after = start > 0 and self.chunks[start - 1].kind == "V" and not self.chunks[start - 1].helps
        if after:
            self._after_comma(start, verb, direct, found)
            return False
        for n, i in enumerate(direct):
            found[i] = "topic" if n == 0 or self.chunks[i].conj else "topic2"
        for i in range(start, verb):
            if self.chunks[i].kind == "N" and i not in found:
                found[i] = "pre:" + (self.chunks[i].prep or "idafa")
        return bool(direct)

    def _after_comma(self, start: int, verb: int, direct: list[int], found: dict[int, str]) -> None:
        """After another verb's arguments and a comma a new subject may stand before its verb."""
        comma = max((i for i in range(start, verb) if self.chunks[i].kind == "P"), default=-1)
        for i in direct:
            if i > comma >= 0:
                found[i] = "topic,"

    def _antecedent(self, relative: int, found: dict[int, str]) -> None:
        """The noun phrase that a relative clause hangs on, out to its possessors and coordinates."""
        i, n = relative - 1, 0
        while i >= 0 and self.chunks[i].kind == "P":
            i -= 1
        while i >= 0 and self.chunks[i].kind == "N" and n < 4:
            found.setdefault(i, "antecedent" if n == 0 else "antecedent+")
            if not (self.chunks[i].idafa or self.chunks[i].conj):
                break
            i, n = i - 1, n + 1

    def _borrow(self, verb: int, found: dict[int, str]) -> None:
        """A verb without a subject shares that of a verb before it; after «أن» it is the object or subject of the verb above."""
        start = self._start(verb)
        above = start > 0 and self.chunks[start - 1].kind == "C"
        earlier = [v for v in self.verbs if v < verb][-2:]
        for n, other in enumerate(reversed(earlier)):
            for i, relation in self.of[other].items():
                if relation in (SUBJECT, "topic", "shared", "antecedent", "control"):
                    found.setdefault(i, ("control" if above else "shared") + ("" if n == 0 else "2"))
                elif n == 0 and relation == "topic,":
                    found.setdefault(i, "shared")
                elif above and n == 0 and relation in (OBJECT, "to:من", "to:الي", "to:علي", "to:ل"):
                    found.setdefault(i, "control-object")

    def _opening(self, verb: int, found: dict[int, str]) -> None:
        """The phrase that opens the sentence or the clause after «أن», over a relative clause that stands between."""
        begin = max((i + 1 for i in range(verb) if self.chunks[i].kind == "C"), default=0)
        first = next((i for i in range(begin, verb) if self.chunks[i].kind in "NV"), -1)
        if first >= 0 and self.chunks[first].kind == "N" and not self.chunks[first].prep:
            found.setdefault(first, "opening")

    def _of_noun(self, at: int) -> dict[int, str]:
        found: dict[int, str] = {}
        self._under(at, found)
        self._governed(at, found)
        return found

    def _under(self, at: int, found: dict[int, str]) -> None:
        """What follows an event noun: idafa, prepositions, and the arguments of a verb that says more of it."""
        last, commas = "", 0
        for i in range(at + 1, len(self.chunks)):
            chunk = self.chunks[i]
            if chunk.kind == "P":
                commas += 1
            elif chunk.kind == "V":
                if i == at + 1 or self.chunks[i - 1].kind == "R" or not commas:
                    self._relative(i, found)
                return
            elif chunk.kind in "CS" or (chunk.kind == "R" and commas > 1):
                return
            elif chunk.kind == "N":
                last = self._under_one(i, at, chunk, last, commas)
                found[i] = last

    def _under_one(self, i: int, at: int, chunk: Chunk, last: str, commas: int) -> str:
        comma = "," if commas else ""
        if chunk.idafa and last:
            return last if last.startswith("of:") or self._mention(i - 1) else "of:" + last
        if chunk.conj and last and not commas:
            return last.removeprefix("of:") if not chunk.prep else last
        if chunk.prep:
            return "to:" + chunk.prep + comma
        return "idafa" if (chunk.idafa or i == at + 1) and not commas else "apart" + comma

    def _relative(self, verb: int, found: dict[int, str]) -> None:
        """«القصف الذي استهدف السوق» tells the noun's object; «غارات شنها الطيران» its subject."""
        head = self._head(verb)
        for i, relation in self.of[verb].items():
            if i > verb:
                lent = (head is not None and (head.light >= 0 or "joined" in relation)) or (
                    relation == SUBJECT and self._points_back(verb)
                )
                if relation == SUBJECT and head is not None and head.turned:
                    found.setdefault(i, "patient-subject")
                else:
                    found.setdefault(i, "relative-subject" if lent and relation == SUBJECT else "relative:" + relation)

    def _points_back(self, verb: int) -> bool:
        """The verb (or the preposition after it) carries a pronoun that stands for the noun before («شنها», «تقوم بها»)."""
        chunk = self.chunks[verb]
        return chunk.pronoun

    def _governed(self, at: int, found: dict[int, str]) -> None:
        """The verb above an event noun lends it its arguments («شنّ الجيش هجوماً», «أعلنت المقاومة استهداف»)."""
        verb = next((v for v in reversed(self.verbs) if v < at), -1)
        if verb < 0:
            for i in range(at):
                if self.chunks[i].kind == "N":
                    found.setdefault(i, "left:" + (self.chunks[i].prep or ("idafa" if self.chunks[i].idafa else "direct")))
            return
        head = self._head(verb)
        sort = (
            "patient"
            if head and head.turned
            else "light"
            if head and head.light >= 0
            else "says"
            if head and head.says >= 0
            else "act"
            if head and head.acts
            else "verb"
        )
        for i, relation in self.of[verb].items():
            if i != at:
                found.setdefault(i, f"{sort}-{relation}")
        higher = next((v for v in reversed(self.verbs) if v < verb), -1)
        for i, relation in self.of.get(higher, {}).items():
            if i != at and relation in (SUBJECT, "topic", "shared"):
                found.setdefault(i, f"higher-{relation}")

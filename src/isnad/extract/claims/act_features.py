"""What speaks for and against a head that may tell an act: its form and line, what it hangs on, what stands near, the words round it."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.extract.claims import wording
from isnad.extract.clauses.clauses import path
from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.extract.parties.actors import ActorMention
from isnad.extract.places.places import PlaceMention
from isnad.extract.reasons import reason
from isnad.extract.tallies import among
from isnad.extract.text.words import Words
from isnad.extract.weights import Part, seldom
from isnad.knowledge.load import Knowledge

REACH = 10  # words within which a means belongs to a head


class HeadParts:
    """The parts of one head: `shared` by every act that it may tell, and those of one act among them."""

    def __init__(self, field: FieldReading, at: int, report: Part, knowledge: Knowledge) -> None:
        self.head = field.heads[at]
        self.above = _above(field, at, knowledge)
        self.shared = (*_head_parts(field, at, self.above), report)
        self.company = _company(field, at)
        self.words = field.words

    def of_act(self, act: str, how: str, rank: int, seen: int) -> tuple[Part, ...]:
        """All parts of one act; `rank` is its place among the head's acts, `seen` how often it was proposed before in the report."""
        own = (_of_act, (act, self.head.key, how, min(rank, 3), min(seen, 3)))
        beside = [(_of_company, (act, other, side, near)) for other, side, near in self.company]
        above: list[Part] = [(_of_act_above, (act, *told)) for told in self.above[:1]]
        return (own, *beside, wording.round_act(self.words, self.head, act), *above, *self.shared)


@reason("the word itself")
def _of_act(act: str, key: str, how: str, rank: int, before: int) -> tuple[str, ...]:
    return (
        f"act={act}", f"lex={key}/{act}", f"how={how}/{act}", f"rank={rank}", f"rank={rank}/{act}", f"seen={before}", f"seen={before}/{act}",
    )  # fmt: skip


@reason("other acts told beside it")
def _of_company(act: str, other: str, side: str, near: str) -> tuple[str, ...]:
    return (f"{act}+{side}{near}{other}",)


def _head_parts(field: FieldReading, at: int, above: Sequence[tuple[str, str, str]]) -> tuple[Part, ...]:
    """What surrounds a head."""
    head, words = field.heads[at], field.words
    kind = words.types[head.first]
    number = field.line_of[head.first]
    line = field.lines[number]
    first, last = words.sentences[head.sentence]
    before, after = _near(words, head.first - 1, first), _near(words, head.last, last, 1)
    proclitics, form = kind.best.before, head.form
    definite = "ال" in proclitics
    pre = proclitics[-1] if proclitics and proclitics[-1] != "ال" else ""
    return (
        (_of_form, (head.tense, definite, pre, bool(kind.best.after), form.number if form else "", form.voice if form else "")),
        (_of_line, (line.kind, min((line.last - line.first) // 8, 6), line.stopped, head.refused, head.says >= 0)),
        (_of_place, (min(number, 8), min(9, 10 * head.first // max(1, len(words))), min((head.first - first) // 4, 6))),
        (_of_relation, (field.nodes[at].relation,)),
        *((_of_above, (depth, *told)) for depth, told in enumerate(above)),
        _mention_part(field, head, first, last),
        _inside_part(field, head),
        (_of_words, (head.key, before, after, definite)),
    )


@reason("its form")
def _of_form(tense: str, definite: bool, pre: str, suffix: bool, number: str, voice: str) -> tuple[str, ...]:
    return (
        f"tense={tense}", f"def={definite}", f"pre={pre}", f"suffix={suffix}", f"num={number}/{tense}", f"voice={voice}/{tense}",
    )  # fmt: skip


@reason("its line")
def _of_line(kind: str, words: int, stopped: bool, refused: bool, says: bool) -> tuple[str, ...]:
    return (f"line={kind}", f"lineword={words}", f"stop={stopped}", f"refused={refused}", f"says={says}")


@reason("where in the report")
def _of_place(line: int, depth: int, position: int) -> tuple[str, ...]:
    return (f"lineno={line}", f"depth={depth}", f"sentpos={position}")


@reason("the words beside it")
@seldom
def _of_words(key: str, before: str, after: str, definite: bool) -> tuple[str, ...]:
    return (f"before={before}", f"after={after}", f"lex2={key}/{before}", f"lex3={key}/{after}", f"lexdef={key}/{definite}")


def _company(field: FieldReading, at: int) -> list[tuple[str, str, str]]:
    """Acts that other heads of the sentence tell, by side and nearness: a killing beside a strike is the strike's cost."""
    head = field.heads[at]
    first, last = field.words.sentences[head.sentence]
    found: set[tuple[str, str, str]] = set()
    for other in field.heads_in(first, last):
        if other.first == head.first or not other.acts:
            continue
        side, act = "<" if other.first < head.first else ">", other.acts[0][0]
        found.add((act, side, ""))
        found.add((act, side, "near" if abs(other.first - head.first) <= 6 else "far"))
    return sorted(found)


def _near(words: Words, at: int, limit: int, step: int = -1) -> str:
    """The neighbouring word's stem, or the edge."""
    if (step < 0 and at < limit) or (step > 0 and at >= limit):
        return "edge"
    kind = words.types[at]
    return kind.best.stem if kind.kind == "word" else kind.kind


def _above(field: FieldReading, at: int, knowledge: Knowledge) -> list[tuple[str, str, str]]:
    """Sort, relation and key of the two heads above, the nearer first."""
    over = [(field.heads[parent], relation) for parent, relation, _ in path(field.nodes, at)[:2]]
    return [(_sort(head, knowledge), relation, head.key) for head, relation in over]


@reason("what it hangs on")
def _of_act_above(act: str, sort: str, relation: str, key: str) -> tuple[str, ...]:
    return f"up0={sort}|{act}", f"up0={relation}/{sort}|{act}", f"upkey0={key}|{act}"


@reason("what it hangs on")
def _of_relation(relation: str) -> tuple[str, ...]:
    return (f"rel={relation}",)


@reason("what it hangs on")
def _of_above(depth: int, sort: str, relation: str, key: str) -> tuple[str, ...]:
    return (f"up{depth}={sort}", f"up{depth}={relation}/{sort}", f"upkey{depth}={key}")


def _sort(head: Head, knowledge: Knowledge) -> str:
    """What a head does to what hangs on it."""
    if head.says >= 0:
        return "says"
    if head.operator >= 0:
        return "operator=" + str(knowledge.operators[head.operator]["operator"])
    return "act=" + head.acts[0][0] if head.acts else "light" if head.light >= 0 else "harm"


def _mention_part(field: FieldReading, head: Head, first: int, last: int) -> Part:
    tallies = field.tallies
    actors = _distances(field.actors[tallies.actors[first] : tallies.actors[last]], head)
    places = _distances(field.places[tallies.places[first] : tallies.places[last]], head)
    others = among(tallies.acts, first, last) - 1
    return _of_mentions, (*actors, *places, bool(field.means_near(head.first, REACH)), min(others, 5))


def _inside_part(field: FieldReading, head: Head) -> Part:
    """Whether a head stands in a party's name: «لجنة الوساطة» is a party, no mediation."""
    tally = field.tallies.actors
    for i in range(max(0, tally[head.first] - 1), tally[head.first + 1]):
        mention = field.actors[i]
        if mention.first <= head.first < mention.last:
            return _of_inside, (mention.first < head.first, mention.table, bool(mention.id), head.tense)
    return _of_outside, ()


@reason("a party's name that it stands in")
def _of_inside(inner: bool, table: str, known: bool, tense: str) -> tuple[str, ...]:
    return (f"inside={inner}/{table}/{known}", f"inside={table}/{tense}")


def _of_outside() -> tuple[str, ...]:
    return ()


def _distances(mentions: Sequence[ActorMention | PlaceMention], head: Head) -> tuple[str, str]:
    """How near the nearest mentions before and after a head stand."""
    before = after = 99
    for mention in mentions:
        if mention.first < head.first:
            before = min(before, head.first - mention.first)
        elif mention.first >= head.last:
            after = min(after, mention.first - head.last)
    return _bucket(before), _bucket(after)


@reason("parties and places near it")
def _of_mentions(
    actor_before: str, actor_after: str, place_before: str, place_after: str, means: bool, others: int
) -> tuple[str, ...]:
    return (
        f"actor<{actor_before}", f"actor>{actor_after}", f"place<{place_before}", f"place>{place_after}", f"means={means}", f"others={others}",
    )  # fmt: skip


def _bucket(distance: int) -> str:
    return (
        "0"
        if distance <= 0
        else "1"
        if distance == 1
        else "3"
        if distance <= 3
        else "8"
        if distance <= 8
        else "far"
        if distance < 99
        else "none"
    )


def report_part(field: FieldReading) -> Part:
    """How much of the whole text speaks of conflict: a football report has attacks too."""
    n = max(1, len(field.words))
    acts = sum(1 for h in field.heads if h.acts)
    parties = sum(1 for m in field.actors if m.kind == "party")
    return _of_report, (
        min(10, 200 * acts // n),
        min(8, 200 * parties // n),
        min(6, 200 * len(field.places) // n),
        min(6, n // 120),
    )


@reason("how much of the report is conflict")
def _of_report(density: int, parties: int, places: int, length: int) -> tuple[str, ...]:
    return (f"density={density}", f"parties={parties}", f"places={places}", f"length={length}")

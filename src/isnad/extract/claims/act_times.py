"""When an act happened: time expressions of its sentence compete with those carried on, or none does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from isnad.extract.claims import wording
from isnad.extract.claims.role_features import beside
from isnad.extract.claims.scene import Scene
from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.extract.tallies import among
from isnad.extract.times.anchored import Anchored
from isnad.extract.weights import Part

REACH, AHEAD = 3, -2  # sentences before the act, and after it


class TimeOption(NamedTuple):
    time: int
    parts: tuple[Part, ...]


def time_options(scene: Scene, times: Sequence[Anchored], published: str | None) -> list[TimeOption]:
    """Times of the trigger's sentence, of up to three sentences before it and two after, the report's first and the last one before."""
    sentence, head = scene.head.sentence, scene.head.first
    able = [i for i, t in enumerate(times) if t.time and t.dates(head)]
    before = [i for i in able if times[i].first < head]
    ends = {*before[:1], *before[-1:]}
    near = [i for i in able if i in ends or AHEAD <= sentence - times[i].sentence <= REACH]
    own = sum(1 for i in near if times[i].sentence == sentence)
    told = _told(scene.field, times)
    until = sum(times[i].sentence <= sentence for i in near)
    return [TimeOption(i, _parts(scene, times[i], own, max(until - k - 1, 0), published, told)) for k, i in enumerate(near)]


def _told(field: FieldReading, times: Sequence[Anchored]) -> Counter[tuple[str, str]]:
    """How often the report tells each stretch of days, counted once."""
    held: Counter[tuple[str, str]] | None = field.held.get("days told")
    if held is None:
        held = field.held["days told"] = Counter(days_of(t) for t in times if t.time)
    return held


def days_of(at: Anchored) -> tuple[str, str]:
    """First and last day of a time, "" where it stays open."""
    return (at.time.start[:10], at.time.end[:10]) if at.time else ("", "")


def _parts(
    scene: Scene, at: Anchored, own: int, rank: int, published: str | None, told: Counter[tuple[str, str]]
) -> tuple[Part, ...]:
    field, head, trigger = scene.field, scene.head, scene.trigger
    gap, here = min(head.sentence - at.sentence, REACH + 1), head.sentence == at.sentence
    where = "after" if at.first >= head.first else "before"
    nearest = _nearest_head(field, at)
    teller = nearest is not None and nearest.says >= 0
    mine = _whose(scene, nearest)
    time, (start, end) = at.time, days_of(at)
    precision, rule = (time.precision, time.rule) if time else ("", "")
    line, other = field.line_of[head.first], field.line_of[at.first]
    kana = field.words.types[scene.first].fold in KANA
    return (
        (_of_span, (_span(head, at, where, gap), head.tense, trigger.act, here, gap)),
        (_of_way, (*_between(field, head, at, here), where, here)),
        (_of_teller, (teller, mine, here, nearest.key if nearest else "", head.key)),
        (_of_time, (precision, rule, here, head.tense, start == published, start == end, min(gap, 3))),
        (_of_rank, (min(own, 3), min(rank, 4), here, gap)),
        (_of_lines, (kana, field.lines[line].kind, field.lines[other].kind, line == other, min(3, line - other), gap)),
        (_of_age, (_age(published, start), head.tense, trigger.act, gap, min(told[start, end], 4))),
        (_of_all, (min(len(told), 4), start == published, precision, gap, own > 0)),
        (_of_node, (scene.node.relation, scene.over, mine, here, where, trigger.act)),
        *beside(field.words, at.first, at.last, f"{where}/{here}"),
        *_grammar(scene, at, here),
        wording.round_mention(field.words, head, (at.first, at.last), trigger.act),
        scene.round_it(),
    )


KANA = frozenset(("وكان", "وكانت", "كان", "كانت"))


def _span(head: Head, at: Anchored, where: str, gap: int) -> str:
    distance = at.first - head.last if where == "after" else head.first - at.last
    size = "0" if distance <= 1 else "3" if distance <= 3 else "7" if distance <= 7 else "15" if distance <= 15 else "far"
    return f"gap={gap}" if gap else f"{where}/{size}"


def _between(field: FieldReading, head: Head, at: Anchored, here: bool) -> tuple[int, int, int]:
    """Verbs, acts and commas between the time words and the head."""
    low, high, tallies = min(head.first, at.first), max(head.first, at.first), field.tallies
    commas = among(tallies.commas, low, high) if here else 4
    return min(among(tallies.verbs, low + 1, high), 3), min(among(tallies.acts, low + 1, high), 4), min(commas, 4)


def _whose(scene: Scene, nearest: Head | None) -> str:
    """Whether the time words stand beside the act itself, the head that it hangs on, or another."""
    if nearest is None:
        return "none"
    if nearest.first == scene.head.first:
        return "mine"
    parent = scene.node.parent
    return "above" if parent >= 0 and scene.field.heads[parent].first == nearest.first else "other"


def age_of(times: Sequence[Anchored], chosen: int, published: str | None) -> str:
    """How long before the report the chosen time was, in classes; "none" where no time was."""
    if chosen < 0:
        return "none"
    start, end = days_of(times[chosen])
    if published and start > published:
        return "coming"
    return _age(published, start) if start == end else "span/" + _age(published, start)


def _age(published: str | None, start: str) -> str:
    """Days from a time to the day of publication, in classes."""
    try:
        days = (date.fromisoformat(published or "") - date.fromisoformat(start)).days
    except ValueError:  # no day of publication, or a time told as a year only
        return "open"
    if days < 3:
        return str(max(days, -1))
    return "week" if days <= 7 else "month" if days <= 31 else "year" if days <= 366 else "old"


def _grammar(scene: Scene, at: Anchored, here: bool) -> tuple[Part, ...]:
    """Which verb's clause the time words stand in, and the way there."""
    chunk = scene.syntax.chunk_at(at.first) if here else -1
    if chunk < 0:
        return ()
    before = next((v for v in reversed(scene.syntax.verbs) if v <= chunk), -1)
    after = next((v for v in scene.syntax.verbs if v > chunk), -1)
    verb, then = (scene.sort(scene.chunks[v].head) if v >= 0 else "none" for v in (before, after))
    return ((_of_grammar, (*scene.path(chunk), scene.relation(chunk), verb, then, scene.head.tense)),)


def _of_span(span: str, tense: str, act: str, here: bool, gap: int) -> tuple[str, ...]:
    return span, f"{span}/{tense}", f"{act}/{'own' if here else gap}"


def _of_way(verbs: int, acts: int, commas: int, where: str, here: bool) -> tuple[str, ...]:
    return f"verbs={verbs}/{where}/{here}", f"acts={acts}/{where}/{here}", f"commas={commas}/{where}"


def _of_teller(teller: bool, mine: str, here: bool, nearest: str, key: str) -> tuple[str, ...]:
    return (
        f"teller={teller}/{here}", f"teller={teller}/mine={mine}/{here}", f"key={key}/{mine}", f"nearest={nearest}/{mine}",
    )  # fmt: skip


def _of_time(precision: str, rule: str, here: bool, tense: str, today: bool, one_day: bool, gap: int) -> tuple[str, ...]:
    return (
        f"precision={precision}/{here}", f"rule={rule}/{here}", f"tense={tense}/{precision}/{here}", f"today={today}/{here}", f"day={one_day}/{gap}",
    )  # fmt: skip


def _of_rank(own: int, rank: int, here: bool, gap: int) -> tuple[str, ...]:
    return f"own={own}/{here}", f"rank={rank}/{min(own, 2)}/{gap}"


def _of_lines(kana: bool, kind: str, other: str, same: bool, lines: int, gap: int) -> tuple[str, ...]:
    return f"kana={kana}/{gap}", f"line={kind}/{gap}", f"timeline={other}/{gap}", f"sameline={same}/{gap}", f"lines={lines}"


def _of_age(age: str, tense: str, act: str, gap: int, told: int) -> tuple[str, ...]:
    return f"age={age}", f"age={age}/{tense}", f"age={age}/{gap}", f"age={age}/{act}", f"told={told}/{gap}"


def _of_all(days: int, today: bool, precision: str, gap: int, own: bool) -> tuple[str, ...]:
    return f"days={days}/{gap}", f"days={days}/{gap}/{today}", f"days={days}/{gap}/{own}", f"gap={gap}/{own}/{precision}"


def _of_node(relation: str, sort: str, mine: str, here: bool, where: str, act: str) -> tuple[str, ...]:
    return f"rel={relation}/{where}/{here}", f"node={relation}/{sort}/{mine}/{here}", f"node={sort}/{act}/{mine}"


def _of_grammar(path: str, joints: str, relation: str, verb: str, then: str, tense: str) -> tuple[str, ...]:
    return (
        f"g={relation}", f"g={relation}/{tense}", f"joints={joints}", f"path={path}", f"v={verb}/{then}", f"v={verb}/{then}/{relation}", f"v={verb}/{tense}",
    )  # fmt: skip


def _nearest_head(field: FieldReading, at: Anchored) -> Head | None:
    """The verb or act noun that the time words stand beside: the last one before them in the sentence, else the first after."""
    first, last = field.words.sentences[at.sentence]
    before = [h for h in field.heads_in(first, at.first) if h.verb or h.acts]
    if before:
        return before[-1]
    after = [h for h in field.heads_in(at.last, last) if h.verb or h.acts]
    return after[0] if after else None

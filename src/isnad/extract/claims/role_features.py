"""Features that parties and places share: grammar, what stands between, the words beside. Each function spells out one part."""

from __future__ import annotations

from collections.abc import Iterable

from isnad.extract.claims.scene import FAR, Scene, shape
from isnad.extract.claims.standing import PREPOSITIONS
from isnad.extract.field import FieldReading
from isnad.extract.parties.actors import ActorMention
from isnad.extract.places.places import PlaceMention
from isnad.extract.text.words import Words
from isnad.extract.weights import Part, seldom
from isnad.knowledge.letters import fold
from isnad.knowledge.wordtypes import STRANGER

REACH = 40  # words between an act and a mention that are looked through
MARKS = frozenset('«»"“”')


def beside(words: Words, first: int, last: int, where: str) -> tuple[Part, Part, Part]:
    """The words before and after a mention, and its own first word."""
    before = words.types[first - 1].name if first else "edge"
    after = words.types[last].name if last < len(words) else "edge"
    return (of_before, (before, where)), (of_after, (after,)), (of_own, (words.types[first].best.stem, where))


def company(words: Words, first: int, last: int, where: str) -> tuple[Part, Part, Part]:
    """The classes of the words before and after a mention, and of its own first word."""
    before = words.types[first - 1].company if first else STRANGER
    after = words.types[last].company if last < len(words) else STRANGER
    return (
        (of_company, ("-1", before, where)),
        (of_company, ("+1", after, "")),
        (of_company, ("0", words.types[first].company, where)),
    )


def of_company(slot: str, classes: tuple[str, str], where: str) -> tuple[str, ...]:
    return f"c{slot}={classes[0]}/{where}", f"f{slot}={classes[1]}/{where}"


def of_before(before: str, where: str) -> tuple[str, ...]:
    return f"w-1={before}", f"w-1={before}/{where}"


def of_after(after: str) -> tuple[str, ...]:
    return (f"w+1={after}",)


def of_own(own: str, where: str) -> tuple[str, ...]:
    return (f"w0={own}/{where}",)


def governed(scene: Scene, chunk: int, relation: str) -> Part:
    """The chunk before a mention's and the one after it, and what heads them."""
    if chunk <= 0:
        return of_ungoverned, ()
    here, before = scene.chunks[chunk], scene.chunks[chunk - 1]
    after = scene.chunks[chunk + 1] if chunk + 1 < len(scene.chunks) else None
    follows = "end" if after is None else f"{after.kind}{'*' if after.head == scene.trigger.head else ''}{after.prep}"
    return of_governed, (before.kind + scene.sort(before.head), here.idafa, here.prep, follows, relation)


def of_ungoverned() -> tuple[str, ...]:
    return ("gov=none",)


def of_governed(before: str, idafa: bool, prep: str, follows: str, relation: str) -> tuple[str, ...]:
    return f"gov={before}/{idafa}/{prep}", f"gov={before}/{relation}", f"nxt={follows}", f"nxt={follows}/{relation}"


def crossed(scene: Scene, mention: ActorMention | PlaceMention, where: str) -> Part:
    """Prepositions, quotation marks and colons between the act and a mention."""
    head = scene.head
    low, high = min(head.last, mention.last), max(mention.first, head.first)
    last, count, marks, colon = "-", 0, 0, False
    for word in scene.field.words.types[low : min(high, low + REACH)]:
        if word.fold in PREPOSITIONS:
            last, count = word.fold, count + 1
        elif word.raw in MARKS:
            marks += 1
        elif word.raw == ":":
            colon = True
    return of_crossed, (where, last, min(count, 4), marks % 2, colon)


def of_crossed(where: str, last: str, count: int, open_quote: int, colon: bool) -> tuple[str, ...]:
    return f"lastprep={where}/{last}", f"np={where}/{count}", f"quote={open_quote}/{where}", f"colon={colon}/{where}"


def paths(scene: Scene, chunk: int) -> tuple[Part, Part]:
    """The way through the sentence's chunks from the act to a mention."""
    full, joints = scene.path(chunk)
    end = scene.chunks[chunk] if chunk >= 0 else None
    last = shape(end.kind, end.conj, end.idafa, end.prep) if end else "?"
    return (of_path, (full, last)), (of_joints, (joints, last, scene.head.tense))


@seldom
def of_path(full: str, end: str) -> tuple[str, ...]:
    return (f"path={full}/{end}",)


def of_joints(joints: str, end: str, tense: str) -> tuple[str, ...]:
    return f"joints={joints}/{end}", f"joints={joints}/{end}/{tense}"


def owners(scene: Scene, chunk: int, relation: str) -> list[Part]:
    """Other verbs that have the mention for subject or object."""
    return [(of_owner, (owned, sort, relation)) for owned, sort in scene.owners(chunk)] or [(of_no_owner, (relation,))]


def of_owner(owned: str, sort: str, relation: str) -> tuple[str, ...]:
    return f"own={owned}/{sort}/{relation}", f"own={owned}/{sort}"


def of_no_owner(relation: str) -> tuple[str, ...]:
    return (f"own=none/{relation}",)


def above(scene: Scene, chunk: int, relation: str) -> tuple[Part, ...]:
    """What the mention is to the head on which the act hangs."""
    if scene.node.parent < 0:
        return ((of_root, (relation,)),)
    node, up = scene.node, scene.above.get(chunk, FAR)
    return (
        (of_cue, (node.relation, fold(node.cue), up)),
        (of_above, (node.relation, scene.over, up, relation)),
        (of_above_act, (scene.trigger.act, scene.over, up)),
    )


def of_root(relation: str) -> tuple[str, ...]:
    return (f"node=root/{relation}",)


def of_cue(node: str, cue: str, up: str) -> tuple[str, ...]:
    return (f"up={node}/{cue}/{up}",)


def of_above(node: str, sort: str, up: str, relation: str) -> tuple[str, ...]:
    return f"node={node}/{sort}/{relation}", f"up={node}/{sort}/{up}", f"up={up}/{relation}"


def of_above_act(act: str, sort: str, up: str) -> tuple[str, ...]:
    return (f"up={act}/{sort}/{up}",)


def named(field: FieldReading, sort: str, names: Iterable[tuple[str, int]]) -> dict[str, tuple[int, int]]:
    """Name → how often the field has it, and the word where it first does; `names` are all (name, word) of one sort, in order."""
    held: dict[str, tuple[int, int]] | None = field.held.get(sort)
    if held is None:
        held = field.held[sort] = {}
        for name, word in names:
            times, first = held.get(name, (0, word))
            held[name] = times + 1, first
    return held


def standing(times: int, lead: bool, headline: bool, act: str) -> Part:
    """How much the report speaks of what a mention names."""
    return of_standing, (min(times, 4), lead, headline, act)


def of_standing(times: int, lead: bool, headline: bool, act: str) -> tuple[str, ...]:
    return f"times={times}", f"lead={lead}", f"lead={lead}/{act}", f"title={headline}"


def rivals(held: tuple[str, ...], relation: str, family: str) -> Part:
    """Which strong relations the other mentions of the sentence hold."""
    return of_rivals, (held, relation, family)


def of_rivals(held: tuple[str, ...], relation: str, family: str) -> tuple[str, ...]:
    best = held[0] if held else "none"
    return f"riv={best}/{relation}", f"riv={best}/{relation}/{family}", *(f"have={s}/{relation}" for s in held)

"""What all tellings of a claim together say of its slots."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from isnad.extract.draft import Draft
from isnad.extract.losses.losses import LossMention
from isnad.extract.parties.actor_mentions import Member
from isnad.extract.places.distance import km
from isnad.extract.places.place_records import place_record
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge
from isnad.records import Actor, Loss, Place, Time

MEANS_REACH = 14  # words between an act and its means
SETTLED = frozenset(("village", "town", "site"))
SPREAD = {"subdistrict": 60.0, "district": 60.0, "governorate": 120.0}  # km that an area of a precision reaches from its middle


def parties_of(draft: Draft, i: int) -> list[tuple[str, Member]]:
    """Whom a mention stands for, each with what makes two mentions the same party: the id, else the folded name."""
    mention = draft.field.actors[i]
    members = mention.members or (Member(mention.id, mention.name, mention.kind),)
    return [(m.id or fold(m.name), m) for m in members]


def actors_of(draft: Draft, members: Iterable[int], role: str, knowledge: Knowledge) -> tuple[Actor, ...]:
    """Who stands in a role: the parties of the first telling that names any, a party and its own part once."""
    found: dict[str, Actor] = {}
    for at in members:
        for i in draft.filled[at][role]:
            mention = draft.field.actors[i]
            text, rule = draft.field.words.text[mention.start : mention.end], f"{mention.table} + weights:{role}"
            for key, party in parties_of(draft, i):
                found.setdefault(key, Actor(text, mention.start, mention.end, party.name, party.id, party.kind, rule=rule))
        if found:
            break
    return tuple(a for a in found.values() if not any(_belongs(a.id, b.id, knowledge) for b in found.values()))


def _belongs(whole: str, part: str, knowledge: Knowledge) -> bool:
    """Whether `part` is a part of `whole` in the actor base: the army named beside its government is one party."""
    seen = 0
    while part and part != whole and seen < 6:
        entry = knowledge.actors.get(part)
        part, seen = (entry.part_of[0] if entry and entry.part_of else ""), seen + 1
    return bool(seen) and part == whole != ""


def places_of(draft: Draft, members: Iterable[int], knowledge: Knowledge) -> tuple[Place, ...]:
    """The places of all tellings; a place that only contains another one is left out (codebook §5: the most exact).

    What a telling's own sentence names outweighs what was carried on to another; of carried places the first telling's counts.
    """
    found: dict[str, tuple[Place, int]] = {}
    own = [at for at in members if any(_own(draft, at, i) for i in draft.filled[at]["place"])]
    for at in own or [at for at in members if draft.filled[at]["place"]][:1]:
        for i in draft.filled[at]["place"]:
            place = place_record(draft.field, i, knowledge)
            found.setdefault(place.id or place.text, (place, draft.field.sentence_of[draft.field.places[i].first]))
    return tuple(p for p, said in found.values() if not any(_holds(p, said, *other, knowledge) for other in found.values()))


def _holds(whole: Place, said: int, part: Place, told: int, knowledge: Knowledge) -> bool:
    """Whether a place is but the container of another; an area and a settlement in it named in one sentence are both meant."""
    return whole is not part and (_contains(whole, part, knowledge) or (said != told and _spreads(whole, part)))


def _own(draft: Draft, at: int, place: int) -> bool:
    """Whether a place stands in the sentence that tells the act."""
    field = draft.field
    return field.sentence_of[field.places[place].first] == field.heads[draft.triggers[at].head].sentence


def _contains(whole: Place, part: Place, knowledge: Knowledge) -> bool:
    """Whether `whole` was named beside `part` as its container, or holds it by the tables."""
    if whole.name in part.within or whole.text in part.within or (whole.id and whole.id in part.within):
        return True
    entry = knowledge.places.get(part.id)
    return bool(whole.id) and entry is not None and whole.id in entry.parents


def _spreads(whole: Place, part: Place) -> bool:
    """Whether an area («ريف إدلب») reaches as far as a settlement or a site."""
    if whole.kind != "area" or part.kind not in SETTLED or part.precision not in ("exact", "locality"):
        return False
    if whole.lat is None or whole.lon is None or part.lat is None or part.lon is None:
        return False
    return km(whole.lat, whole.lon, part.lat, part.lon) <= SPREAD.get(whole.precision, 0.0)


def time_of(draft: Draft, members: Iterable[int]) -> Time | None:
    """When: by the first telling that is dated."""
    for at in members:
        if draft.when[at] >= 0:
            return draft.times[draft.when[at]].time
    return None


def losses_of(draft: Draft, members: Iterable[int]) -> list[int]:
    """The losses that cost belongs to these triggers."""
    wanted = set(members)
    return [i for i, trigger in enumerate(draft.costs) if trigger in wanted]


def loss_key(mention: LossMention) -> str:
    """What makes two losses the same: harm and bounds."""
    return f"{mention.loss.harm}/{mention.loss.low}/{mention.loss.high}"


def losses_told(draft: Draft, members: list[int]) -> tuple[Loss, ...]:
    """Each (harm, whom, bounds) once; a bare plural gives way to a number of the same harm and whom."""
    found: dict[tuple[str, str, int | None, int | None], Loss] = {}
    for i in losses_of(draft, members):
        loss = draft.losses[i].loss
        found.setdefault((loss.harm, loss.whom, loss.low, loss.high), loss)
    return tuple(loss for loss in found.values() if not any(_says_more(other, loss) for other in found.values()))


def _says_more(other: Loss, loss: Loss) -> bool:
    """Whether `other` tells the same cost better: the same number of people of a named kind, or a number where this is «some»."""
    if other is loss or other.harm != loss.harm or other.part_of or loss.part_of:
        return False
    if (other.low, other.high) == (loss.low, loss.high):
        return loss.whom == "person" and other.whom not in ("person", "equipment", "building")
    open_plural = loss.high is None and not loss.vague and loss.low == 2
    return open_plural and other.high is not None and (other.whom == loss.whom or loss.whom == "person")


def means_of(draft: Draft, members: Sequence[int], told: Collection[int], knowledge: Knowledge) -> tuple[str, ...]:
    """Means named near a telling that its act can be done with; a drone is not also a warplane. `told` are the tellings of all claims."""
    found = dict.fromkeys(
        means for at in members for means in _means_near(draft, at, [j for j in told if j not in members], knowledge)
    )
    return tuple(m for m in found if not (m == "warplane" and {"drone", "helicopter"} & found.keys()))


def _means_near(draft: Draft, at: int, others: Sequence[int], knowledge: Knowledge) -> Iterator[str]:
    """Means within reach of a telling that belong to no other act nearer by («قصف مترافق مع تحليق للطائرات المسيرة»)."""
    field, heads = draft.field, draft.field.heads
    head, allowed = heads[draft.triggers[at].head], knowledge.act_means.get(draft.triggers[at].act, ())
    first, last = field.words.sentences[head.sentence]
    rivals = [t for t in (draft.triggers[j] for j in others) if heads[t.head].sentence == head.sentence]
    for where, means in field.means:
        away = abs(where - head.first)
        if not first <= where < last or means not in allowed or away > MEANS_REACH:
            continue
        if not any(means in knowledge.act_means.get(t.act, ()) and abs(where - heads[t.head].first) < away for t in rivals):
            yield means

"""Claims made from a draft: triggers merged, slots gathered, links tied."""

from __future__ import annotations

from collections.abc import Iterable

from isnad.extract.claims.contents import inherit
from isnad.extract.claims.evidence import evidence_of
from isnad.extract.claims.folding import folded_status
from isnad.extract.claims.links import choose_links
from isnad.extract.claims.merging import Told, merge
from isnad.extract.draft import Draft
from isnad.extract.losses.losses import LossMention
from isnad.extract.parties.actor_mentions import Member
from isnad.extract.places.place_records import place_key, place_record
from isnad.extract.speech.isnad_chain import speakers_of, voice_key
from isnad.extract.weights import calibrated, strongest
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge
from isnad.records import Actor, Claim, Link, Loss, Place, Span, Time, Why

MEANS_REACH = 14  # words between an act and its means


def make_claims(draft: Draft, knowledge: Knowledge) -> tuple[Claim, ...]:
    """The claims of a report, in the order of their first telling."""
    told = [told_of(draft, at, knowledge) for at in range(len(draft.triggers))]
    groups = merge(draft.field, told, knowledge)
    claim_of = {at: f"c{n + 1}" for n, members in enumerate(groups) for at in members}
    links = [(groups[i][0], groups[j][0], kind) for i, j, kind in choose_links(draft.field, groups, told, knowledge)]
    links += [(at, parent, "content_of") for at, parent in enumerate(draft.contents) if parent >= 0]
    return inherit(tuple(_claim(draft, members, claim_of, links, knowledge) for members in groups))


def told_of(draft: Draft, at: int, knowledge: Knowledge) -> Told:
    """A trigger of the draft in the form that merging compares."""
    filled, field = draft.filled[at], draft.field
    time = draft.times[draft.when[at]].time if draft.when[at] >= 0 else None
    names = {role: frozenset(key for i in filled[role] for key, _ in parties_of(draft, i)) for role in ("agent", "target")}
    places = frozenset(place_key(field.places[i]) for i in filled["place"])
    voice = draft.voices[at]
    return Told(
        draft.triggers[at], draft.statuses[at], names["agent"], names["target"], places, time.start[:10] if time else "", frozenset(_loss_key(draft.losses[i]) for i in losses_of(draft, [at])), frozenset(field.means_near(field.heads[draft.triggers[at].head].first, 12)), voice_key(draft, voice),
    )  # fmt: skip


def parties_of(draft: Draft, i: int) -> list[tuple[str, Member]]:
    """Whom a mention stands for, each with what makes two mentions the same party: the id, else the folded name."""
    mention = draft.field.actors[i]
    members = mention.members or (Member(mention.id, mention.name, mention.kind),)
    return [(m.id or fold(m.name), m) for m in members]


def _claim(
    draft: Draft, members: list[int], claim_of: dict[int, str], links: list[tuple[int, int, str]], knowledge: Knowledge
) -> Claim:
    first = members[0]
    trigger = draft.triggers[first]
    head = draft.field.heads[trigger.head]
    words = draft.field.words
    main = max(members, key=lambda m: draft.triggers[m].score)
    return Claim(
        id=claim_of[first],
        report=draft.report.id,
        act=trigger.act,
        status=draft.statuses[main],  # type: ignore[arg-type]
        evidence=tuple(evidence_of(draft.field, draft.field.heads[draft.triggers[m].head]) for m in members),
        trigger=Span(words.starts[head.first], words.ends[head.last - 1]),
        agent=_actors(draft, members, "agent", knowledge),
        target=_actors(draft, members, "target", knowledge),
        counterpart=_actors(draft, members, "counterpart", knowledge),
        places=_places(draft, members, knowledge),
        time=_time(draft, members),
        losses=_losses(draft, members),
        means=_means(draft, members, knowledge),
        speakers=speakers_of(draft, members),
        links=_links(members, claim_of, links),
        confidence=calibrated(knowledge.weights.get("confidence", {}), max(draft.triggers[m].score for m in members)),
        why=_why(draft, main, knowledge),
    )


def _why(draft: Draft, at: int, knowledge: Knowledge) -> tuple[Why, ...]:
    """The rule or the weightiest features behind act, status, time and voice."""
    trigger = draft.triggers[at]
    head = draft.field.heads[trigger.head]
    words = draft.field.words.slice(head.first, head.last)
    for_act = ", ".join(f"{f} {w:+.1f}" for f, w in strongest("act", knowledge.weights.get("act", {}), trigger.parts))
    status, operator = folded_status(draft.field, trigger, knowledge)
    rules = [Why("act", f"acts/{trigger.act}.yaml; {for_act}", words)]
    rules.append(Why("status", f"operator {operator} → {status}" if operator else "no operator above; weights:status", words))
    if draft.when[at] >= 0 and (time := draft.times[draft.when[at]].time):
        rules.append(Why("time", time.rule or "anchored", time.text))
    if draft.voices[at] >= 0:
        saying = draft.sayings[draft.voices[at]]
        entry = (
            f"reporting.yaml: {knowledge.reporting[saying.row]['word']}" if saying.row >= 0 else f"construction: {saying.kind}"
        )
        rules.append(Why("speakers", entry, draft.field.words.slice(saying.cue, saying.end)))
    return tuple(rules)


def _actors(draft: Draft, members: Iterable[int], role: str, knowledge: Knowledge) -> tuple[Actor, ...]:
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


def _places(draft: Draft, members: Iterable[int], knowledge: Knowledge) -> tuple[Place, ...]:
    """The places of all tellings; a place that only contains another one is left out (codebook §5: the most exact).

    What a telling's own sentence names outweighs what was carried on to another; of carried places the first telling's counts.
    """
    found: dict[str, Place] = {}
    own = [at for at in members if any(_own(draft, at, i) for i in draft.filled[at]["place"])]
    for at in own or [at for at in members if draft.filled[at]["place"]][:1]:
        for i in draft.filled[at]["place"]:
            place = place_record(draft.field, i, knowledge)
            found.setdefault(place.id or place.text, place)
    return tuple(
        p for p in found.values() if not any(_contains(p, other, knowledge) for other in found.values() if other is not p)
    )


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


def _time(draft: Draft, members: Iterable[int]) -> Time | None:
    for at in members:
        if draft.when[at] >= 0:
            return draft.times[draft.when[at]].time
    return None


def losses_of(draft: Draft, members: Iterable[int]) -> list[int]:
    """The losses that cost belongs to these triggers."""
    wanted = set(members)
    return [i for i, trigger in enumerate(draft.costs) if trigger in wanted]


def _loss_key(mention: LossMention) -> str:
    return f"{mention.loss.harm}/{mention.loss.low}/{mention.loss.high}"


def _losses(draft: Draft, members: list[int]) -> tuple[Loss, ...]:
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


def _means(draft: Draft, members: Iterable[int], knowledge: Knowledge) -> tuple[str, ...]:
    """Means named near a telling that its act can be done with; a drone is not also a warplane."""
    found: dict[str, None] = {}
    for at in members:
        trigger = draft.triggers[at]
        allowed = knowledge.act_means.get(trigger.act, ())
        for means in draft.field.means_near(draft.field.heads[trigger.head].first, MEANS_REACH):
            if means in allowed:
                found[means] = None
    return tuple(m for m in found if not (m == "warplane" and {"drone", "helicopter"} & found.keys()))


def _links(members: list[int], claim_of: dict[int, str], links: list[tuple[int, int, str]]) -> tuple[Link, ...]:
    own = claim_of[members[0]]
    found = {(kind, claim_of[j]) for i, j, kind in links if i in members and claim_of.get(j, own) != own}
    return tuple(Link(kind, to, "weights:link") for kind, to in sorted(found))  # type: ignore[arg-type]

"""Claims made from a draft: triggers merged, slots gathered, links tied."""

from __future__ import annotations

from isnad.extract.claims.contents import inherit
from isnad.extract.claims.evidence import evidence_of
from isnad.extract.claims.folding import folded_status
from isnad.extract.claims.links import choose_links
from isnad.extract.claims.merging import Told, merge
from isnad.extract.claims.slots import actors_of, loss_key, losses_of, losses_told, means_of, parties_of, places_of, time_of
from isnad.extract.draft import Draft
from isnad.extract.places.place_records import place_key
from isnad.extract.reasons import calibrated, in_words
from isnad.extract.speech.isnad_chain import speakers_of, voice_key
from isnad.knowledge.load import Knowledge
from isnad.records import Claim, Link, Span, Why


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
        draft.triggers[at], draft.statuses[at], names["agent"], names["target"], places, time.start[:10] if time else "", frozenset(loss_key(draft.losses[i]) for i in losses_of(draft, [at])), frozenset(field.means_near(field.heads[draft.triggers[at].head].first, 12)), voice_key(draft, voice),
    )  # fmt: skip


def _claim(
    draft: Draft, members: list[int], claim_of: dict[int, str], links: list[tuple[int, int, str]], knowledge: Knowledge
) -> Claim:
    first = members[0]
    trigger = draft.triggers[first]
    head = draft.field.heads[trigger.head]
    words = draft.field.words
    main = max(members, key=lambda m: draft.triggers[m].score)
    sure = calibrated(knowledge.weights.get("confidence", {}), draft.triggers[main].score)
    return Claim(
        id=claim_of[first],
        report=draft.report.id,
        act=trigger.act,
        status=draft.statuses[main],  # type: ignore[arg-type]
        evidence=tuple(evidence_of(draft.field, draft.field.heads[draft.triggers[m].head]) for m in members),
        trigger=Span(words.starts[head.first], words.ends[head.last - 1]),
        agent=actors_of(draft, members, "agent", knowledge),
        target=actors_of(draft, members, "target", knowledge),
        counterpart=actors_of(draft, members, "counterpart", knowledge),
        places=places_of(draft, members, knowledge),
        time=time_of(draft, members),
        losses=losses_told(draft, members),
        means=means_of(draft, members, claim_of, knowledge),
        speakers=speakers_of(draft, members),
        links=_links(members, claim_of, links),
        confidence=sure,
        why=_why(draft, main, sure, knowledge),
    )


def _why(draft: Draft, at: int, sure: float, knowledge: Knowledge) -> tuple[Why, ...]:
    """The rule or the features behind act, status and voice, and what the confidence is made of."""
    trigger = draft.triggers[at]
    head = draft.field.heads[trigger.head]
    words = draft.field.words.slice(head.first, head.last)
    status, operator = folded_status(draft.field, trigger, knowledge)
    rules = [Why("act", f"acts/{trigger.act}.yaml: {head.key}", words)]
    rules.append(Why("status", f"operator {operator} → {status}" if operator else "no operator above; weights:status", words))
    if draft.voices[at] >= 0:
        saying = draft.sayings[draft.voices[at]]
        entry = (
            f"reporting.yaml: {knowledge.reporting[saying.row]['word']}" if saying.row >= 0 else f"construction: {saying.kind}"
        )
        rules.append(Why("speakers", entry, draft.field.words.slice(saying.cue, saying.end)))
    weights = knowledge.weights.get("act", {})
    rules.append(Why("confidence", in_words("act", weights, trigger.parts, trigger.score, sure), words))
    return tuple(rules)


def _links(members: list[int], claim_of: dict[int, str], links: list[tuple[int, int, str]]) -> tuple[Link, ...]:
    own = claim_of[members[0]]
    found = {(kind, claim_of[j]) for i, j, kind in links if i in members and claim_of.get(j, own) != own}
    return tuple(Link(kind, to, "weights:link") for kind, to in sorted(found))  # type: ignore[arg-type]

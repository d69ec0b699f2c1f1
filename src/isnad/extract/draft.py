"""One report on its way to claims: every trigger with all that was chosen for it, before merging."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as default
from datetime import date

from isnad.extract.claims.act_times import age_of, time_options
from isnad.extract.claims.acts import Trigger, choose_acts, find_candidates
from isnad.extract.claims.carry import CarryOption, choose_carry, party_options
from isnad.extract.claims.carry_places import PlacesTold
from isnad.extract.claims.carry_places import place_options as place_options_carried
from isnad.extract.claims.contents import choose_contents, only_content, share_parties
from isnad.extract.claims.party_features import name_of
from isnad.extract.claims.roles import actor_options, first_look, headline, place_options
from isnad.extract.claims.scene import Scene
from isnad.extract.claims.second_days import FirstDays, SeenTime, choose_days, see_times
from isnad.extract.claims.second_look import look_again
from isnad.extract.claims.sights import Looked, Seen
from isnad.extract.claims.status import choose_status
from isnad.extract.field import FieldReading
from isnad.extract.losses.costs import choose_costs
from isnad.extract.losses.losses import LossMention, find_losses
from isnad.extract.numbers.numbers import find_counts
from isnad.extract.parties.resolve_actors import resolve_actors
from isnad.extract.places.place_records import place_key, resolve_places
from isnad.extract.speech.sayings import Saying, find_sayings
from isnad.extract.speech.speakers import choose_speaker, quote_depth, speaker_options
from isnad.extract.times.anchored import Anchored, anchored
from isnad.extract.times.dating import date_report
from isnad.extract.times.times import find_times
from isnad.extract.weights import logistic
from isnad.knowledge.load import Knowledge
from isnad.records import Count, Published, Report

PLAIN = 0.6  # probability from which an act of force is told plainly
PARTIES = frozenset(
    ("government", "ministry", "army", "police", "intelligence", "armed_group", "party", "coalition", "international", "office")
)
CARRIED = {"agent": 3, "place": 1}  # how many fillers are taken over at most


@dataclass
class Draft:
    """The working sheet of one report. Lists run parallel to `triggers`."""

    report: Report
    title: FieldReading
    field: FieldReading
    published: Published
    times: list[Anchored]
    sayings: list[Saying]
    quotes: list[int]
    triggers: list[Trigger] = default(default_factory=list)
    looks: list[Looked] = default(default_factory=list)  # who may stand in which role, act by act
    sights: list[tuple[SeenTime, ...]] = default(default_factory=list)  # when it may have been, act by act
    own: list[dict[str, list[int]]] = default(default_factory=list)  # role → mention indexes, from the act's own sentence
    filled: list[dict[str, list[int]]] = default(default_factory=list)  # the same with what was carried on
    voices: list[int] = default(default_factory=list)  # saying or -1
    when: list[int] = default(default_factory=list)  # time or -1
    counts: list[tuple[int, int, Count]] = default(default_factory=list)
    losses: list[LossMention] = default(default_factory=list)
    costs: list[int] = default(default_factory=list)  # trigger of each loss or -1
    statuses: list[str] = default(default_factory=list)
    contents: list[int] = default(default_factory=list)  # the demand, offer or deal (a trigger) or -1
    scores: list[dict[str, float]] = default(default_factory=list)
    told: PlacesTold | None = None  # made when a place is first carried on


def begin(report: Report, knowledge: Knowledge) -> Draft:
    """Words, mentions, clauses, the day of publication and the sayings of a report."""
    title = FieldReading(report.title or "", "title", None, knowledge)
    text = FieldReading(report.text, "text", title, knowledge)
    text.resolved = title.resolved = resolve_places([title, text], report.outlet, knowledge)
    told = find_times(text.words, knowledge)
    in_title = find_times(title.words, knowledge)
    published = date_report(report, [title.words, text.words], [*in_title, *told], knowledge)
    places = [m.ids[0] for m in (*title.places, *text.places) if m.ids]
    beat = knowledge.beats.get((report.outlet or "").lower(), ())
    text.actors = resolve_actors(text.actors, published.day or "", places, beat[0] if beat else "", knowledge)
    day = date.fromisoformat(published.day) if published.day else None
    times = list(anchored(text.words, told, text.sentence_of, day))
    counts = find_counts(text.words, knowledge)
    losses = find_losses(text, counts, knowledge)
    return Draft(
        report, title, text, published, times, find_sayings(text, knowledge), quote_depth(text), counts=counts, losses=losses
    )


def choose_triggers(draft: Draft, knowledge: Knowledge) -> None:
    """Which heads tell an act."""
    triggers = choose_acts(draft.field, find_candidates(draft.field, knowledge), knowledge)
    draft.triggers = triggers if _of_conflict(draft, triggers, knowledge) else []


def _of_conflict(draft: Draft, triggers: list[Trigger], knowledge: Knowledge) -> bool:
    """Whether the report speaks of conflict at all: a plain act of force, or a party that wages or ends one. A football report does neither."""
    if any(knowledge.acts[t.act].family == "force" and t.score >= PLAIN for t in triggers):
        return True
    kinds = {entry.kind for m in draft.field.actors if (entry := knowledge.actors.get(m.id))}
    return bool(kinds & PARTIES)


def fill(draft: Draft, knowledge: Knowledge) -> None:
    """Roles, places, time, status and voice of every trigger, first from its own sentence, then carried on."""
    speaking = frozenset(i for s in draft.sayings if s.actor for i, m in enumerate(draft.field.actors) if m is s.actor)
    _choose_contents(draft, knowledge)
    for at, trigger in enumerate(draft.triggers):
        _fill_one(draft, at, trigger, knowledge, speaking)
    choose_times(draft, knowledge)
    draft.costs = choose_costs(draft.field, draft.losses, draft.triggers, knowledge)
    choose_roles(draft, knowledge)
    carry(draft, knowledge)


def choose_times(draft: Draft, knowledge: Knowledge) -> None:
    """When every act happened, from what the first look saw, and its status, which hangs on how long ago that was."""
    first = FirstDays(draft.field, draft.triggers, draft.times, draft.sights)
    draft.when = [choose_days(first, at, knowledge) for at in range(len(draft.triggers))]
    draft.statuses, draft.scores = [], []
    for at, trigger in enumerate(draft.triggers):
        age = age_of(draft.times, draft.when[at], draft.published.day)
        status, p = choose_status(draft.field, trigger, parent_act(draft, at), age, knowledge)
        draft.statuses.append(status)
        draft.scores.append({"act": trigger.score, "status": p})


def choose_roles(draft: Draft, knowledge: Knowledge) -> None:
    """Parties and places of all acts from what the first look saw of them."""
    draft.own = look_again(draft.field, draft.triggers, draft.looks, draft.contents, knowledge)
    share_parties(draft.own, draft.triggers, draft.contents)


def carry(draft: Draft, knowledge: Knowledge) -> None:
    """Take over what the acts' own sentences leave open: parties from act to act, places from what own sentences name."""
    draft.filled = [{role: list(fillers) for role, fillers in roles.items()} for roles in draft.own]
    for at in range(len(draft.triggers)):
        _carry(draft, at, knowledge)


def _choose_contents(draft: Draft, knowledge: Knowledge) -> None:
    """What is the content of what; an act that is told only as a content is none without its demand or deal."""
    draft.contents = choose_contents(draft.field, draft.triggers, knowledge)
    kept = [at for at, t in enumerate(draft.triggers) if draft.contents[at] >= 0 or not only_content(draft.field, t)]
    now = {at: i for i, at in enumerate(kept)}
    draft.triggers = [draft.triggers[at] for at in kept]
    draft.contents = [now.get(draft.contents[at], -1) for at in kept]


def _fill_one(draft: Draft, at: int, trigger: Trigger, knowledge: Knowledge, speaking: frozenset[int]) -> None:
    field = draft.field
    scene, title = Scene(field, trigger), headline(draft.title)
    actors, places = actor_options(scene, knowledge, speaking, title), place_options(scene, knowledge, title)
    draft.looks.append(Looked(tuple(_seen(field, *row) for row in first_look(field, trigger, actors, places, knowledge))))
    voice, _ = choose_speaker(speaker_options(field, trigger, draft.sayings, draft.quotes), knowledge)
    draft.sights.append(see_times(time_options(scene, draft.times, draft.published.day), knowledge))
    draft.voices.append(voice)


def _seen(field: FieldReading, mention: int, role: str, total: float) -> Seen:
    name = place_key(field.places[mention]) if role == "place" else name_of(field.actors[mention])
    return Seen(mention, name, role, logistic(total), total)


def parent_act(draft: Draft, at: int) -> str:
    """The act whose content a trigger tells, or ""."""
    parent = draft.contents[at]
    return draft.triggers[parent].act if parent >= 0 else ""


def _carry(draft: Draft, at: int, knowledge: Knowledge) -> None:
    for wanted in ("agent", "place"):
        if draft.filled[at][wanted]:
            continue
        chosen = choose_carry(carried(draft, at, wanted), knowledge, wanted)
        if chosen:
            draft.filled[at][wanted] = list(chosen.fillers[: CARRIED[wanted]])


def carried(draft: Draft, at: int, wanted: str) -> list[CarryOption]:
    """What could fill a role of a trigger that its own sentence leaves open."""
    field = draft.field
    if wanted == "place":
        draft.told = draft.told or PlacesTold(field)
        return place_options_carried(draft.told, draft.triggers, at, draft.own)
    return party_options(field, draft.triggers, at, wanted, draft.filled, draft.voices)

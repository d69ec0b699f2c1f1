"""What the stages found, as records: blocks, mentions, clauses and acts, beside the claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from isnad.extract.draft import Draft
from isnad.extract.field import FieldReading
from isnad.extract.places.place_records import place_record
from isnad.extract.speech.speakers import speaker_words
from isnad.knowledge.load import Knowledge
from isnad.records import Act, Actor, Block, Clause, Label, Place, Span, Tie, Time


def blocks_of(field: FieldReading) -> Iterator[Block]:
    """The lines of a field: paragraphs, headlines, and furniture with the reason why it is not read."""
    words = field.words
    for line in field.lines:
        span = Span(words.starts[line.first], words.ends[line.last - 1], words.field)
        kind = "title" if words.field == "title" else line.kind
        yield Block(span, kind, line.reason)


def actors_of(field: FieldReading) -> Iterator[Actor]:
    """Every party mentioned."""
    for m in field.actors:
        text = field.words.text[m.start : m.end]
        yield Actor(text, m.start, m.end, m.name, m.id, m.kind, field.words.field, m.table)


def places_of(field: FieldReading, knowledge: Knowledge) -> Iterator[Place]:
    """Every place mentioned, resolved."""
    for i in range(len(field.places)):
        yield place_record(field, i, knowledge)


def times_of(draft: Draft) -> Iterator[Time]:
    """Every time that could be placed."""
    for at in draft.times:
        if at.time:
            yield at.time


def clauses_of(draft: Draft, knowledge: Knowledge) -> Iterator[Clause]:
    """The heads of the clause tree with the operator on each edge."""
    field = draft.field
    for i, (head, node) in enumerate(zip(field.heads, field.nodes, strict=True)):
        operator = str(knowledge.operators[head.operator]["operator"]) if head.operator >= 0 else "says" if head.says >= 0 else ""
        words = field.words
        yield Clause(
            i,
            node.parent,
            words.starts[head.first],
            words.ends[head.last - 1],
            node.relation,
            node.cue,
            operator or (head.acts[0][0] if head.acts else ""),
        )


def acts_of(draft: Draft) -> Iterator[Act]:
    """The heads that were read as acts, before merging."""
    words = draft.field.words
    for i, trigger in enumerate(draft.triggers):
        head = draft.field.heads[trigger.head]
        yield Act(
            i,
            trigger.act,
            words.starts[head.first],
            words.ends[head.last - 1],
            words.slice(head.first, head.last),
            trigger.head,
            round(trigger.score, 3),
            "lexicon + weights:act",
        )


def spoken_ties(draft: Draft, ties: Iterable[Tie]) -> Iterator[Tie]:
    """Ties with the voice in whose words they stand, where the outlet itself does not speak."""
    for tie in ties:
        yield msgspec.structs.replace(tie, speaker=_voice_at(draft, tie.start))


def spoken_labels(draft: Draft, labels: Iterable[Label]) -> Iterator[Label]:
    """Loaded names with the voice that uses them."""
    for label in labels:
        yield msgspec.structs.replace(label, voice=_voice_at(draft, label.start))


def _voice_at(draft: Draft, offset: int) -> str:
    """Who speaks the act that stands nearest before or at an offset in the same sentence; empty for the outlet."""
    words = draft.field.words
    at = bisect_right(words.starts, offset) - 1
    if at < 0:
        return ""
    sentence = draft.field.sentence_of[at]
    here = [
        (abs(draft.field.heads[t.head].first - at), i)
        for i, t in enumerate(draft.triggers)
        if draft.field.heads[t.head].sentence == sentence
    ]
    voice = draft.voices[min(here)[1]] if here else -1
    if voice < 0 or draft.sayings[voice].first < 0:
        return ""
    start, end = speaker_words(draft.field, draft.sayings[voice].first, draft.sayings[voice].last)
    return words.text[start:end]

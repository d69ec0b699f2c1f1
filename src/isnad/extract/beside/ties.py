"""Who the report says stands with whom: «الموالية لتركيا», «المدعوم من واشنطن», «الجناح العسكري لحماس»."""

from __future__ import annotations

from isnad.extract.field import FieldReading
from isnad.extract.parties.actors import ActorMention
from isnad.extract.parties.parties_near import Named, before, behind, matches_in, party_at, state_of
from isnad.knowledge.load import Knowledge
from isnad.knowledge.stand_table import TieWord, tie_words
from isnad.records import Tie


def find_ties(field: FieldReading, knowledge: Knowledge) -> list[Tie]:
    """Ties in the order of the text, each pair and type once; `speaker` is left for whoever knows the voices."""
    table = tie_words()
    found: dict[tuple[str, str, str], Tie] = {}
    for at, kind in enumerate(field.words.types):
        word = table.get(kind.best.stem)
        if word is None or (word.how == "verb" and not kind.best.after):
            continue
        tie = _tie(field, knowledge, at, word)
        if tie is not None and tie.who != tie.whom:
            found.setdefault((tie.type, tie.who_id or tie.who, tie.whom_id or tie.whom), tie)
    return list(found.values())


def _tie(field: FieldReading, knowledge: Knowledge, at: int, word: TieWord) -> Tie | None:
    described = before(field, at)
    other = _other(field, knowledge, at, word) if described else None
    if described is None or other is None:
        return None
    mention, covers = described
    own = _own(field, mention, at, covers)
    if (own.id and own.id == other.id) or not own.name:
        return None
    who, whom = (other, own) if word.type == "backs" else (own, other)
    start, end = own.start, max(field.words.ends[at], other.end)
    return Tie(
        word.type, who.name, whom.name, field.words.text[start:end], start, end, who.id, whom.id, "", field.words.field, word.how,  # type: ignore[arg-type]
    )  # fmt: skip


def _other(field: FieldReading, knowledge: Knowledge, at: int, word: TieWord) -> Named | None:
    if word.how == "verb":
        return party_at(field, knowledge, at + 1, field.words.sentences[field.sentence_of[at]][1])
    if word.how == "arm":
        return behind(field, knowledge, at + 2, word.links)
    if word.type == "backs":
        adverb = state_of(field, knowledge, at + 1)
        if adverb is not None:
            return adverb
    return behind(field, knowledge, at + 1, word.links)


def _own(field: FieldReading, mention: ActorMention, at: int, covers: bool) -> Named:
    """The described party; a mention that runs over the tie is cut before it, and keeps its id where the base has the name."""
    if not covers:
        return Named(mention.first, mention.last, mention.start, mention.end, mention.name, mention.id)
    end = field.words.ends[at - 1]
    text = field.words.text[mention.start : end].strip(' «“"')
    named = mention.table == "actor" or any(
        m.payload.id == mention.id and m.last <= at for m in matches_in(field, mention.first, at, "actor")
    )
    return (
        Named(mention.first, at, mention.start, end, mention.name, mention.id)
        if named and mention.id
        else Named(mention.first, at, mention.start, end, text)
    )

"""The chunks and the clause tree of a text, as JSON (the format of `isnad text --show clauses`)."""

from __future__ import annotations

from typing import Any

from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.folding import folded_status
from isnad.extract.clauses.chunks import Chunk
from isnad.extract.field import FieldReading
from isnad.knowledge.load import Knowledge


def clause_line(record: dict[str, Any], knowledge: Knowledge) -> dict[str, Any]:
    """{id, sentences: [{text, chunks, heads}]} of a record {id, text}; offsets are code points of the text."""
    field = FieldReading(str(record["text"]), "text", None, knowledge)
    return {"id": record.get("id"), "sentences": [_sentence(field, n, knowledge) for n in range(len(field.words.sentences))]}


def _sentence(field: FieldReading, n: int, knowledge: Knowledge) -> dict[str, Any]:
    first, last = field.words.sentences[n]
    heads = [i for i, head in enumerate(field.heads) if head.sentence == n]
    return {
        "text": field.words.slice(first, last),
        "chunks": [_chunk(field, chunk) for chunk in field.chunks(n)],
        "heads": [_head(field, i, knowledge) for i in heads],
    }


def _chunk(field: FieldReading, chunk: Chunk) -> dict[str, Any]:
    """`sort` is the chunk's letter; `holds` says what begins in it: a head, a party, a place."""
    holds = [name for name, at in (("head", chunk.head), ("party", chunk.actor), ("place", chunk.place)) if at >= 0]
    under = chunk.prep or ("idafa" if chunk.idafa else "")
    return {
        "sort": chunk.kind, "text": field.words.slice(chunk.first, chunk.last), "under": under, "joined": chunk.conj, "holds": holds,
    }  # fmt: skip


def _head(field: FieldReading, i: int, knowledge: Knowledge) -> dict[str, Any]:
    """`parent` is the id of the head above or -1; `status` is what the operators above fold into, by `operator`; "" where they leave it open."""
    head, node, words = field.heads[i], field.nodes[i], field.words
    status, by = folded_status(field, Trigger(i, head.acts[0][0], head.last, 0.0, ()), knowledge) if head.acts else ("", "")
    return {
        "id": i, "parent": node.parent, "relation": node.relation, "cue": node.cue, "text": words.slice(head.first, head.last), "start": words.starts[head.first], "end": words.ends[head.last - 1], "tense": head.tense,
        "acts": [act for act, _ in head.acts], "says": head.says >= 0, "light": head.light >= 0,
        "operator": str(knowledge.operators[head.operator]["operator"]) if head.operator >= 0 else "", "status": status, "by": by,
    }  # fmt: skip

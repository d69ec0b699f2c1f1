"""How alike two tellings are in their words: what stands around both acts, and how each hangs in its sentence."""

from __future__ import annotations

from isnad.extract.clauses.heads import Head
from isnad.extract.field import FieldReading
from isnad.knowledge.clitics import FUNCTION_WORDS

REACHES = (6, 12)  # words around an act
FAR = 2  # sentences from which on distance no longer counts


def likeness(field: FieldReading, a: int, b: int, act: str) -> list[str]:
    """Features of the head `b` telling again what the earlier head `a` told."""
    ha, hb = field.heads[a], field.heads[b]
    gap = min(hb.sentence - ha.sentence, FAR)
    return [*_shared(field, ha, hb, gap, act), *_hanging(field, a, b, gap), *_keys(ha, hb, gap, act)]


def _shared(field: FieldReading, ha: Head, hb: Head, gap: int, act: str) -> list[str]:
    """How many words stand around both, and how much of the shorter surroundings that is."""
    found = []
    for reach in REACHES:
        around, again = content(field, ha, reach), content(field, hb, reach)
        both = len((around & again) - {ha.key[2:], hb.key[2:]})
        share = both / (min(len(around), len(again)) or 1)
        found += [
            f"both{reach}={min(both, 9)}/{gap}",
            f"share{reach}={int(10 * share)}/{gap}",
            f"share{reach}={int(5 * share)}/{gap}/{act}",
        ]
    return found


def content(field: FieldReading, head: Head, reach: int) -> frozenset[str]:
    """The stems within `reach` words of a head in its sentence, function words left out."""
    held: dict[tuple[int, int], frozenset[str]] = field.held.setdefault("content", {})
    known = held.get((head.first, reach))
    if known is None:
        first, last = field.words.sentences[head.sentence]
        near = field.words.types[max(first, head.first - reach) : min(last, head.last + reach)]
        known = held[head.first, reach] = frozenset(
            kind.best.stem
            for kind in near
            if kind.kind in ("word", "number") and len(kind.best.stem) > 2 and kind.fold not in FUNCTION_WORDS
        )
    return known


def _hanging(field: FieldReading, a: int, b: int, gap: int) -> list[str]:
    na, nb, ha, hb = field.nodes[a], field.nodes[b], field.heads[a], field.heads[b]
    here, types = gap == 0, field.words.types
    above = field.heads[nb.parent].key if nb.parent >= 0 else "root"
    opening = types[field.words.sentences[hb.sentence][0]].fold
    owned = bool(types[hb.first].best.after)
    return [
        f"relations={na.relation}/{nb.relation}/{here}", f"above={above}/{here}", f"opening={opening}/{gap}", f"owned={owned}/{gap}/{hb.tense}",
        f"sentences={min(3, ha.sentence)}/{min(5, hb.sentence)}",
    ]  # fmt: skip


def _keys(ha: Head, hb: Head, gap: int, act: str) -> list[str]:
    same = ha.key == hb.key
    return [f"keys={ha.key}/{hb.key}", f"key={hb.key}/{ha.tense}", f"same={same}/{gap}/{act}", f"same={same}/{gap}/{hb.tense}"]

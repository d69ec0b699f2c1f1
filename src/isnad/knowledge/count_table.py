"""Words around numbers, from languages/ar/counting.yaml, bounds.yaml and counted.yaml."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from isnad.knowledge.files import read_yaml
from isnad.knowledge.letters import fold
from isnad.knowledge.number_table import ARABIC

MEASURES = frozenset(("distance", "weight", "money", "percent"))


class Dual(NamedTuple):
    """A dual form of a noun: its singular as the table writes it; `joined` stands only before a genitive or a pronoun."""

    one: str
    joined: bool = False


@cache
def counting_words() -> dict[str, frozenset[str]]:
    """Folded form → the kinds of counting.yaml that it belongs to."""
    table: dict[str, frozenset[str]] = {}
    for row in read_yaml(ARABIC / "counting.yaml"):
        for form in map(fold, row["forms"]):
            table[form] = table.get(form, frozenset()) | {row["kind"]}
    return table


@cache
def bound_phrases(side: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Phrases that bound a number, by the word next to the number: its last one («before») or its first one («after»)."""
    table: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for row in read_yaml(ARABIC / "bounds.yaml"):
        if row["side"] != side:
            continue
        for form in row["forms"]:
            phrase = tuple(fold(form).split())
            near = phrase[-1] if side == "before" else phrase[0]
            table[near] = (*table.get(near, ()), (phrase, row["bound"]))
    return {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in table.items()}


@cache
def duals() -> dict[str, Dual]:
    """Folded dual form → its noun."""
    table: dict[str, Dual] = {}
    for row in read_yaml(ARABIC / "counted.yaml"):
        base = fold(row["one"])
        stem = base[:-1] + "ت" if base.endswith("ه") else base[:-1] + "ي" if row["one"].endswith("ى") else base
        for ending in ("ان",) if row["sound_plural"] else ("ان", "ين"):
            if stem + ending not in map(fold, row.get("not", ())):
                table.setdefault(stem + ending, Dual(row["one"]))
        if base.endswith("ه"):
            table.setdefault(stem + "ا", Dual(row["one"], True))
    return table

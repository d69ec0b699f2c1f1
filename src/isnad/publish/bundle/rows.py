"""Small questions about ledger rows that every format asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Row = Mapping[str, Any]

_DIRECTIONS = {ord(mark): None for mark in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"}


def name_of(filler: Row) -> str:
    """The resolved name, else the words of the report."""
    return plain(str(filler["name"] or filler["text"]))


def plain(words: str | None) -> str:
    """One line without marks that turn the direction of what stands around it."""
    kept = (words or "").translate(_DIRECTIONS)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in kept).split())


def key_of(filler: Row) -> str:
    """What tells one party or speaker from another: the id, else the name."""
    return str(filler["id"] or name_of(filler))


def names(fillers: Iterable[Row]) -> tuple[str, ...]:
    """Their names, each once, in order."""
    return tuple(dict.fromkeys(map(name_of, fillers)))


def days_of(claim: Row) -> tuple[str, str] | None:
    """First and last ISO day of what is told, or None."""
    time = claim["time"]
    return (time["start"][:10], time["end"][:10]) if time else None


def range_in_words(low: int | None, high: int | None, approximate: bool = False) -> str:
    """«7», «7+», «3–10», «≈5»; «?» where neither is told."""
    if low is None and high is None:
        return "?"
    number = f"{low}" if low == high else f"{low}+" if high is None else f"{low or 0}–{high}"
    return f"≈{number}" if approximate else number

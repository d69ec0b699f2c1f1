"""A group of people or things that a loss may strike."""

from __future__ import annotations

from typing import NamedTuple

from isnad.records import Count

THINGS = frozenset(("equipment", "building"))


class Group(NamedTuple):
    """Words [first, last): `low`…`high` of `whom` («» where not told), with the harm that a person noun itself tells.

    `noun` is the word of the counted noun or -1; `number` s, d, p; `told` whether a number stands there; `definite`
    whether it points back; `other` for «آخرين», `part` for «بينهم طفل», `tail` for the end of a phrase under a preposition,
    `strange` for a counted noun that no table knows.
    """

    first: int
    last: int
    noun: int
    low: int | None
    high: int | None
    whom: str
    harm: str
    number: str
    told: bool
    definite: bool
    joined: bool
    other: bool = False
    part: bool = False
    tail: bool = False
    party: str = ""
    counted: Count | None = None
    strange: bool = False


def bounds_of(number: str) -> tuple[int, int | None]:
    """(low, high) of a noun told without a number: one, two, or at least two."""
    return (1, 1) if number == "s" else (2, 2) if number == "d" else (2, None)

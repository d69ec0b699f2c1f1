"""What the dating of undated reports goes by, from languages/ar/dating.yaml."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from isnad.knowledge.files import read_yaml
from isnad.knowledge.letters import fold
from isnad.knowledge.number_table import ARABIC


class DatingTable(NamedTuple):
    """Bounds of all reports, and the words that mark a date as the day of publication."""

    earliest: date
    latest: date
    published: frozenset[str]
    updated: frozenset[str]


@cache
def dating_table() -> DatingTable:
    """The table, read once."""
    row = read_yaml(ARABIC / "dating.yaml")
    return DatingTable(
        row["earliest"], row["latest"], frozenset(map(fold, row["published"])), frozenset(map(fold, row["updated"]))
    )

"""The model file: what agreement and disagreement in a field weigh, learned once and versioned (tools/link/train.py)."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import msgspec

from isnad.records import Record

CURRENT = "happening-1"


class Model(Record, frozen=True):
    """`settings` are Splink's; `names` says how much a shared name is worth (0 common … 2), 3 where it is not listed.

    `threshold` is the match weight (log2 of the odds) from which two claims count as linked; `fit` the mean weight over all
    pairs that two groups must have between them to become one.
    """

    version: str
    settings: dict[str, Any]
    names: dict[str, int] = msgspec.field(default_factory=dict)
    threshold: float = 0.0
    fit: float = 0.0
    learned_from: str = ""


def load_model(version: str = CURRENT) -> Model:
    """The model of that version, from the package."""
    return msgspec.json.decode(files("isnad.link").joinpath("models", f"{version}.json").read_bytes(), type=Model)

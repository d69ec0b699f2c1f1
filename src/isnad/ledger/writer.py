"""Collect outcomes into batches, and write them before too much could be lost."""

from __future__ import annotations

import time

from isnad.ledger.append import Aside, Read, append_batch
from isnad.ledger.engines.engine import Engine
from isnad.ledger.runs import Run
from isnad.records import Reading, Report, SetAside

BATCH = 256
"""Outcomes written together at most."""
SECONDS = 2.0
"""A kill loses no more than this much reading."""


class Writer:
    """Takes outcomes one by one; `flush` writes what is left."""

    def __init__(self, engine: Engine, run: Run) -> None:
        self.engine, self.run = engine, run
        self.batch: list[Read | Aside] = []
        self.written = time.monotonic()

    def take(self, outcome: Report | SetAside, reading: Reading | SetAside | None, raw: bytes) -> None:
        """One input record's outcome; `reading` is None where the ledger has it already."""
        if isinstance(reading, SetAside):
            self.batch.append(Aside(reading, raw))
        elif reading is not None and isinstance(outcome, Report):
            self.batch.append(Read(outcome, reading, raw))
        if len(self.batch) >= BATCH or time.monotonic() - self.written > SECONDS:
            self.flush()

    def flush(self) -> None:
        append_batch(self.engine, self.run, self.batch)
        self.batch, self.written = [], time.monotonic()

"""What came of a run, counted while it goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from isnad.records import Reading, SetAside


class Summary(msgspec.Struct):
    """Reports read and already there; readings without a claim; inputs set aside and warnings, by reason."""

    read: int = 0
    already_there: int = 0
    no_claim: int = 0
    claims: int = 0
    set_aside: Counter[str] = msgspec.field(default_factory=Counter)
    warnings: Counter[str] = msgspec.field(default_factory=Counter)
    interrupted: bool = False

    @property
    def inputs(self) -> int:
        return self.read + self.already_there + self.set_aside.total()

    def count(self, reading: Reading | SetAside | None, warnings: Iterable[str] = ()) -> None:
        """One input record; None where the ledger had it already."""
        self.warnings.update(map(kind_of, warnings))
        if reading is None:
            self.already_there += 1
        elif isinstance(reading, SetAside):
            self.set_aside[kind_of(reading.reason)] += 1
        else:
            self.read += 1
            self.claims += len(reading.claims)
            self.no_claim += not reading.claims


def kind_of(reason: str) -> str:
    """The reason without its particulars: «text is too long: 2,000,001 characters» → «text is too long»."""
    return reason.partition(": ")[0]

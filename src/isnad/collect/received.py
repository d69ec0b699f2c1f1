"""What one input came to: a report, or the reason why it is set aside, with the bytes it came in."""

from __future__ import annotations

from isnad.records import Record, Report, SetAside

LONGEST_TEXT = 2_000_000
"""Characters: a longer text is set aside, since no report is that long. A setting of `isnad read`."""


class Received(Record, frozen=True):
    """One input record: its outcome, the bytes as received, and what a person should hear about it."""

    outcome: Report | SetAside
    raw: bytes = b""
    warnings: tuple[str, ...] = ()

"""Times anchored to the day of publication (codebook section 5)."""

from __future__ import annotations

from datetime import date

from isnad.extract.when import TimeExpression
from isnad.records import Time


def anchor_time(expression: TimeExpression, published: date | None, future: bool = False) -> Time | None:
    """The interval that a time expression means, or None where it cannot be told."""
    return None

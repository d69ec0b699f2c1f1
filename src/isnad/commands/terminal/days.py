"""A day, a month, a year or a stretch of days, as people type it."""

from __future__ import annotations

import calendar
import re
from datetime import date

from isnad.errors import QueryError

_ASKED = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def read_days(asked: str | None) -> tuple[str | None, str | None]:
    """First and last ISO day, each None where it is open. Raises QueryError for what is no date."""
    if asked is None:
        return None, None
    first, dots, last = asked.partition("..")
    if not dots:
        return _edge(first, last=False), _edge(first, last=True)
    return (_edge(first, last=False) if first else None), (_edge(last, last=True) if last else None)


def _edge(asked: str, last: bool) -> str:
    found = _ASKED.fullmatch(asked.strip())
    try:
        if found is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in found.groups())
        month = month or (12 if last else 1)
        assert year is not None
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1)).isoformat()
    except ValueError:
        raise QueryError(f"{asked!r} is no date (wanted: 2020-12-21, 2020-12, 2020 or 2020-12-01..2020-12-21)") from None

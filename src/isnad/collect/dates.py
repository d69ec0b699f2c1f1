"""The date that an input gives, as an ISO day. Only forms that can be read one way are taken."""

from __future__ import annotations

import re
from datetime import date

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def read_day(value: object) -> tuple[str | None, str]:
    """The ISO day and a warning: («2020-12-22T10:00Z») → ("2020-12-22", ""). A date that is none gives (None, why)."""
    if value is None or value == "":
        return None, ""
    if not isinstance(value, str):
        return None, f"date is no date, read as undated: a {type(value).__name__}"
    found = _YEAR_FIRST.match(value.strip().translate(_DIGITS))
    day = _day(found) if found else None
    return (day, "") if day else (None, f"date is no date, read as undated: {value[:40]!r}")


def _day(found: re.Match[str]) -> str | None:
    try:
        return date(*(int(part) for part in found.groups())).isoformat()
    except ValueError:
        return None

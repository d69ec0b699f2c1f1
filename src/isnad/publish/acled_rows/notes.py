"""The notes sentence: what was reported, who said it, and where accounts differ."""

from __future__ import annotations

import calendar
from collections.abc import Sequence

from isnad.publish.acled_rows.where import Where
from isnad.publish.bundle.tolls import Toll
from isnad.publish.bundle.versions import Version, is_disputed, told
from isnad.publish.words.words import word

_MANY = 12
"""Voices that a sentence still bears."""


def notes(day: str, where: Where, act: str, versions: Sequence[Version], demonstration: bool) -> str:
    """«On 4 March 2031, in PLACE (ADMIN1), an air strike was reported. According to …: 12 killed. Accounts differ.»"""
    unit = f" ({where.admin[0]})" if where.admin[0] and where.admin[0] != where.location else ""
    opening = f"On {day_in_words(day)}, in {where.location}{unit}, {word(f'act.{act}', 'a')} was reported."
    accounts = [_account(version) for version in versions[:_MANY]]
    if len(versions) > _MANY:
        accounts.append(f"{len(versions) - _MANY} more accounts are in the ledger.")
    closing = ["Accounts differ."] if is_disputed(versions) else []
    tags = ["[size=no report]"] if demonstration else []
    return " ".join([opening, *accounts, *closing, *tags])


def day_in_words(day: str) -> str:
    """2031-03-04 → 4 March 2031."""
    year, month, date = day.split("-")
    return f"{int(date)} {calendar.month_name[int(month)]} {year}"


def _account(version: Version) -> str:
    carried = "" if version.own else f" (in {'; '.join(version.outlets)})"
    if version.denies:
        return f"{version.speaker}{carried} denies it."
    tolls = [
        f"{' then '.join(_number(one) for one in told(version, harm))} {harm}"
        for harm in ("killed", "injured")
        if told(version, harm)
    ]
    return f"According to {version.speaker}{carried}: {', '.join(tolls) or 'no toll told'}."


def _number(toll: Toll) -> str:
    """«12», «31 or more», «about 5», «3 to 10»: in words, since a sheet may be read by a machine that knows no signs."""
    if toll.high is None:
        number = f"{toll.low} or more"
    else:
        number = f"{toll.low}" if toll.low == toll.high else f"{toll.low} to {toll.high}"
    return f"about {number}" if toll.approximate else number

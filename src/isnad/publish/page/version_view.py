"""Versions of one happening side by side: a row a voice, a column a question, the policy's figure below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from isnad.publish.bundle.figures import whole_figure
from isnad.publish.bundle.rows import Row, days_of, names, plain, range_in_words
from isnad.publish.bundle.selection import Selection
from isnad.publish.bundle.tolls import Toll
from isnad.publish.bundle.versions import Version, is_disputed, told, versions_of
from isnad.publish.page.reasons import parts_of

View = dict[str, Any]
HARMS = ("killed", "injured")
STRIP = 120.0
"""Width of the strip that a number stands on, in its own units; 8 of them at either end are left free."""
EDGE = 8.0


def versions_view(selection: Selection, incident: Row) -> View:
    """Rows, the policy's figures, whether accounts differ, and which reports were counted as one voice."""
    voices = selection.voices.get(incident["id"], ())
    versions = versions_of(selection.of(incident), voices)
    figures = {harm: whole_figure(selection.figures.get(incident["id"], ()), harm) for harm in HARMS}
    tops = {harm: _top(versions, harm, figures[harm]) for harm in HARMS}
    return {
        "rows": [_row(version, tops, figures) for version in versions],
        "figures": [_figure(harm, figures[harm], versions) for harm in HARMS if tops[harm]],
        "harms": [harm for harm in HARMS if tops[harm]],
        "disputed": is_disputed(versions),
        "shared": [
            (row["report"], row["voice"], parts_of(plain(row["reason"]))) for row in voices if row["report"] != row["voice"]
        ],
    }


def _row(version: Version, tops: dict[str, int], figures: dict[str, Any]) -> View:
    claims = version.claims
    return {
        "speaker": version.speaker,
        "own": version.own,
        "denies": version.denies,
        "outlets": version.outlets,
        "copies": version.copies,
        "tolls": {harm: [_toll(toll) for toll in told(version, harm)] for harm in HARMS},
        "strips": {harm: _strip(told(version, harm), tops[harm], figures[harm]) for harm in HARMS},
        "agents": list(dict.fromkeys(name for claim in claims for name in names(claim["agent"]))),
        "means": list(dict.fromkeys(means for claim in claims for means in claim["means"])),
        "days": list(dict.fromkeys(days for claim in claims if (days := days_of(claim)))),
        "claims": [claim["id"] for claim in claims],
        "published": claims[0]["published"],
    }


def _toll(toll: Toll) -> View:
    return {"number": range_in_words(toll.low, toll.high, toll.approximate), "claim": toll.claim}


def _top(versions: Sequence[Version], harm: str, figure: Row | None) -> int:
    """The largest number of a harm; 0 where nobody tells of it."""
    numbers = [toll.high or toll.low for version in versions for toll in told(version, harm)]
    numbers += [number for number in ((figure or {}).get(bound) for bound in ("low", "best", "high")) if number]
    return max(numbers, default=0)


def _strip(tolls: Sequence[Toll], top: int, figure: Row | None) -> View | None:
    """Where the voice's last number stands between 0 and the largest one, and where the policy's does."""
    if not top or not tolls:
        return None

    def x(number: float) -> float:
        return round(EDGE + number / top * (STRIP - 2 * EDGE), 1)

    last = tolls[-1]
    best = (figure or {}).get("best")
    return {
        "from": x(last.low),
        "to": x(last.high) if last.high is not None else None,
        "policy": x(best) if best is not None else None,
        "earlier": [x(toll.low) for toll in tolls[:-1]],
    }


def _figure(harm: str, figure: Row | None, versions: Sequence[Version]) -> View:
    """The policy's answer beside the range told."""
    tolls = [toll for version in versions for toll in told(version, harm)]
    highs = [toll.high for toll in tolls]
    low = min((toll.low for toll in tolls), default=None)
    high = None if not highs or None in highs else max(high for high in highs if high is not None)
    top = max((toll.high or toll.low for toll in tolls), default=None)
    best = figure and figure["best"]
    band = range_in_words(figure["low"], figure["high"]) if figure and best is None and figure["low"] is not None else None
    return {
        "harm": harm,
        "best": best if best is not None else band,
        "low": figure and figure["low"],
        "high": figure and figure["high"],
        "told": range_in_words(low, high if high is not None else top) + ("+" if high is None and tolls else ""),
        "reason": parts_of(figure["reason"]) if figure else [],
        "grade": figure["grade"] if figure else "",
        "claims": list(figure["claims"]) if figure else [],
    }

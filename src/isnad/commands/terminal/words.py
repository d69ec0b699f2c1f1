"""Arabic words among Latin ones, in a terminal.

Terminals that reorder text treat a whole line as one paragraph: two Arabic cells side by side would change places. A
left-to-right mark on either side of each Arabic string keeps cells, numbers and punctuation where they belong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_MARK = "\u200e"
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def arabic(words: str, longest: int = 10_000) -> str:
    """The words fenced off, on one line, cut with … after `longest` characters."""
    clean = " ".join(_UNSEEN.sub(" ", words).split())
    if len(clean) > longest:
        clean = clean[: longest - 1].rstrip() + "…"
    return f"{_MARK}{clean}{_MARK}" if clean else ""


def name_of(filler: Mapping[str, Any]) -> str:
    """The resolved name, else the words of the report."""
    return str(filler["name"] or filler["text"])


def harmless(text: str) -> str:
    """Text to be shown code point by code point, so that spans still fit: what a terminal would obey becomes a space."""
    return _UNSEEN.sub(" ", text)


def loss_in_words(loss: Mapping[str, Any]) -> str:
    """«7 killed», «5+ injured», «3–10 killed», «≈5 displaced»."""
    low, high = loss["low"], loss["high"]
    number = f"{low}" if low == high else f"{low}+" if high is None else f"{low or 0}–{high}"
    whom = "" if loss["whom"] == "person" else f" {loss['whom']}"
    return f"{'≈' if loss['approximate'] else ''}{number}{whom} {loss['harm'].replace('_', ' ')}"


def days_in_words(time: Mapping[str, Any] | None) -> str:
    """«2020-12-21», or both ends of a longer stretch, one below the other."""
    if time is None:
        return "–"
    start, end = time["start"][:10], time["end"][:10]
    return start if start == end else f"{start}\n–{end}"

"""Why a figure is what it is and why reports are one voice, taken apart: the page says it in either language.

Linking writes its reasons as English sentences; each part of one is a known phrase with a number or a name in it.
"""

from __future__ import annotations

import re

Part = tuple[str, str]
"""Key of the words (see words.yaml, `reason`) and what stands after them; an empty key where the phrase is not known."""

_VOICES = r"(\d+) independent voices?"
_PHRASES: tuple[tuple[str, str], ...] = (
    ("no_majority", rf"no majority: (\d+) of {_VOICES}"),
    ("told_by", rf"(?:best: )?(\d+) of {_VOICES}"),
    ("lowest", rf"lowest of {_VOICES}"),
    ("total", r"running total of ([\d-]+)"),
    ("latest", r"number of ([\d-]+)"),
    ("total_undated", r"running total of an unknown day"),
    ("latest_undated", r"number of an unknown day"),
    ("voices", _VOICES),
    ("only_denied", r"only denied"),
    ("denials", r"(\d+) claims? (?:deny|denies) it"),
    ("admitted", r"told by the party said to have done it"),
    ("parties", r"(\d+) different parties are blamed"),
    ("copy", r"near duplicate: (\d+ %) of the text in common"),
    ("quoted", r"(\d+) quotations or long clauses in common"),
    ("wire", r"wire: (.+)"),
    ("mouth", r"the same speaker, the same words or numbers: (.+)"),
)
_KNOWN = tuple((key, re.compile(phrase)) for key, phrase in _PHRASES)
KEYS = tuple(f"reason.{key}" for key, _ in _PHRASES)


def parts_of(reason: str) -> list[Part]:
    """The reason's phrases in their order; the report that a reason of one voice ends with is left out."""
    told = re.sub(r" \([^()]*\)$", "", reason)
    return [_part(phrase) for phrase in re.split(r"; |, (?=\d+ independent)", told) if phrase]


def _part(phrase: str) -> Part:
    for key, pattern in _KNOWN:
        if found := pattern.fullmatch(phrase):
            return f"reason.{key}", " / ".join(found.groups())
    return "", phrase

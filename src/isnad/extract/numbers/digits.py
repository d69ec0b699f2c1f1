"""Numbers in digits: three families, thousands and decimal marks, ranges, fractions, percent signs."""

from __future__ import annotations

import re

from isnad.knowledge.letters import IGNORED, fold

LONGEST = 24  # letters; longer ones are codes
PLAIN = re.compile(r"\d+$")
THOUSANDS = re.compile(r"\d{1,3}(?:([,.،])\d{3})(?:\1\d{3})*$")
MIXED = re.compile(r"(\d{1,3}(?:[,،٬.]\d{3})+)([.,٫])(\d+)$")
DECIMAL = re.compile(r"\d*[.,٫]\d+$")
RANGE = re.compile(r"(\d+(?:[.,٫]\d+)?)[-–](\d+(?:[.,٫]\d+)?)$")
RATIO = re.compile(r"(\d+)/(\d+)$")


def plain_digits(raw: str) -> str:
    """Digits and marks of a number word in one form: ASCII digits, no direction marks."""
    return IGNORED.sub("", fold(raw)).replace(" ", "")


def digits_value(raw: str) -> float | None:
    """The value of a number in digits, or None (dates, clock times, versions, ranges).

    One mark before exactly three digits parts thousands (1,250 and 1.250), unless the number begins with 0.
    """
    text = plain_digits(raw)
    if len(text) > LONGEST:
        return None
    if PLAIN.match(text):
        return float(text)
    text = text.replace("٬", "")
    if PLAIN.match(text):
        return float(text)
    if THOUSANDS.match(text) and text[0] != "0":
        return float(re.sub(r"\D", "", text))
    if mixed := MIXED.match(text):
        return float(re.sub(r"\D", "", mixed[1]) + "." + mixed[3])
    return float(re.sub("[,٫]", ".", text)) if DECIMAL.match(text) else None


def digits_range(raw: str) -> tuple[float, float] | None:
    """(low, high) of «10-15», or None where it is none; «15-10» is what right-to-left screens make of it."""
    match = RANGE.match(plain_digits(raw))
    ends = (digits_value(match[1]), digits_value(match[2])) if match else (None, None)
    if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
        return None
    return min(ends[0], ends[1]), max(ends[0], ends[1])


def digits_ratio(raw: str) -> float | None:
    """The value of «3/4», or None."""
    match = RATIO.match(plain_digits(raw))
    return float(match[1]) / float(match[2]) if match and float(match[2]) else None

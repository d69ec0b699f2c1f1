"""Numbers written as sums are: «1e10», «2,5^-1», «4 1/2»."""

from __future__ import annotations

from isnad.extract.numbers.digits import digits_ratio, digits_value
from isnad.extract.numbers.number_words import Number
from isnad.extract.text.words import Words


def read_power(words: Words, at: int, end: int) -> Number | None:
    """A power or a mixed fraction in digits at word `at`, or None; a minus before it is not read here."""
    if at + 1 >= end or words.types[at].kind != "number":
        return None
    return _mixed(words, at) or _power(words, at, end)


def _mixed(words: Words, at: int) -> Number | None:
    """«4 1/2», and «1/2 4» as right-to-left screens turn it."""
    pair = [(digits_value(k.raw), digits_ratio(k.raw)) for k in words.types[at : at + 2]]
    whole = next((v for v, r in pair if v is not None and v == int(v)), None)
    ratio = next((r for _, r in pair if r is not None), None)
    close = words.starts[at + 1] - words.ends[at] == 1
    return Number(at, at + 2, whole + ratio) if close and whole is not None and ratio is not None and ratio < 1 else None


def _power(words: Words, at: int, end: int) -> Number | None:
    mark, base = words.types[at + 1].raw, digits_value(words.types[at].raw)
    if mark not in ("^", "e", "E") or base is None:
        return None
    k, sign = at + 2, 1.0
    if k < end and words.types[k].raw in "+-":
        k, sign = k + 1, -1.0 if words.types[k].raw == "-" else 1.0
    exponent = digits_value(words.types[k].raw) if k < end and words.types[k].kind == "number" else None
    if exponent is None or exponent > 300 or words.ends[k] - words.starts[at] > 24:
        return None
    return Number(at, k + 1, base ** (sign * exponent) if mark == "^" else base * 10.0 ** (sign * exponent))

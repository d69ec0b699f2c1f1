"""Letters folded for matching, never for output; the way back to the raw text stays open.

Folding removes what news spells in many ways: vowel marks, tatweel, direction marks, hamza seats,
final alef maqsura and ta marbuta, Persian letters, presentation forms, the three digit families.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

IGNORED = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
MARKS = re.compile(
    "[\u064b-\u0650\u0652-\u065f\u0670\u0610-\u061a\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]"
)
SHADDA = "\u0651"
PRESENTATION = re.compile("[\ufb50-\ufdf9\ufdfb-\ufdff\ufe70-\ufefc]")
_PAIRS = [
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ی", "ي"), ("ې", "ي"), ("ة", "ه"), ("ۀ", "ه"), ("ە", "ه"),
    ("ؤ", "و"), ("ئ", "ي"), ("ک", "ك"), ("ڪ", "ك"), ("گ", "ك"), ("ڤ", "ف"), ("ھ", "ه"), ("ہ", "ه"), ("پ", "ب"), ("چ", "ج"),
]  # fmt: skip
_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_HAS_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdf9\ufe70-\ufefc]")


def unpresent(text: str) -> str:
    """Presentation forms (ﻗﺼﻒ) as plain letters; may change the length."""
    return PRESENTATION.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text) if PRESENTATION.search(text) else text


def bare(text: str) -> str:
    """Without vowel marks, tatweel and direction marks; letters and shadda as they stand."""
    return MARKS.sub("", unpresent(text))


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """The comparable form of a word or name."""
    text = IGNORED.sub("", unpresent(text))
    for letter, plain in _PAIRS:
        if letter in text:
            text = text.replace(letter, plain)
    return text.translate(_DIGITS).lower() if not text.isascii() else text.lower()


def has_arabic(text: str) -> bool:
    """Whether the text holds any Arabic letter."""
    return _HAS_ARABIC.search(text) is not None


def raw_offset(raw: str, folded: int) -> int:
    """Where in `raw` the letter number `folded` of its folded form begins.

    Marks belong to the letter before them. A presentation ligature counts as the letters it stands for.
    """
    seen = 0
    for at, letter in enumerate(raw):
        if IGNORED.match(letter):
            continue
        if seen >= folded:
            return at
        seen += len(unpresent(letter))
    return len(raw)

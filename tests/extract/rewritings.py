"""Arabic rewritten as writers and programs do it without meaning anything else by it; and claims as they then must stay."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import Any

from isnad.knowledge.letters import fold
from isnad.records import Actor, Claim, Place, Reading, Speaker

_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{3,}")
_DEFINITE = re.compile("(?<![\u0621-\u064a])ال[\u0621-\u063a\u0641-\u0648\u064a]{2,}(?![\u064b-\u0652\u0649])")
_JOINING = "بتثجحخسشصضطظعغفقكلمنهيئ"  # letters that join to the one after them
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_SEATS = str.maketrans("أإ", "اا")


def with_case_endings(text: str) -> str:
    """A vowel mark, each in its turn, after the last letter of words with the article: any case may stand there."""
    turns = itertools.cycle("\u064e\u064f\u0650")
    return _DEFINITE.sub(lambda m: m.group() + next(turns), text)


def with_article_sukun(text: str) -> str:
    """الْقصف."""
    return re.sub("(?<![\u0621-\u064a])ال(?=[\u0621-\u064a]{2})", "ال\u0652", text)


def with_tatweel(text: str) -> str:
    """قصـف: a tatweel before each word's last letter, where the letters join."""
    return _WORD.sub(lambda m: f"{m.group()[:-1]}ـ{m.group()[-1]}" if m.group()[-2] in _JOINING else m.group(), text)


def without_hamza(text: str) -> str:
    """أكد as اكد, إصابة as اصابة."""
    return text.translate(_SEATS)


def with_eastern_digits(text: str) -> str:
    """2031 as ٢٠٣١."""
    return text.translate(_EASTERN)


def with_direction_marks(text: str) -> str:
    """A right-to-left mark before each space, as word processors leave them."""
    return text.replace(" ", "\u200f ")


REWRITINGS: tuple[Callable[[str], str], ...] = (
    with_case_endings, with_article_sukun, with_tatweel, without_hamza, with_eastern_digits, with_direction_marks,
)  # fmt: skip


def told(reading: Reading) -> list[Any]:
    """What a reading's claims say, without offsets and spelling: acts, statuses, parties, places, dates, figures, speakers."""
    return [_told(claim) for claim in reading.claims]


def _told(claim: Claim) -> tuple[Any, ...]:
    time = (claim.time.start, claim.time.end) if claim.time else None
    losses = sorted((x.harm, x.whom, x.low, x.high) for x in claim.losses)
    parties = [[_who(actor) for actor in role] for role in (claim.agent, claim.target, claim.counterpart)]
    return claim.act, claim.status, parties, [_who(p) for p in claim.places], time, str(losses), [_who(s) for s in claim.speakers]


def _who(named: Actor | Place | Speaker) -> str:
    return named.id or fold(named.name)

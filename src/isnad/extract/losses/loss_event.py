"""A single harm word that strikes a group beside it: a verb («أصيب») or an event noun («مقتل»)."""

from __future__ import annotations

from typing import NamedTuple

from isnad.extract.clauses.heads import Head
from isnad.extract.losses.loss_grammar import NEGATIONS, PREPOSITIONS, is_finite, is_joined
from isnad.extract.losses.loss_nouns import TANWIN
from isnad.extract.losses.loss_words import LossWords
from isnad.extract.text.matches import Match
from isnad.extract.text.words import Words

EVENTS = frozenset(("verb", "event_noun"))
LED = "الي"  # «اضطر الآلاف إلى النزوح»: those before it flee


class Event(NamedTuple):
    """Words [first, last) that tell `harm`; `number` is the verb's; `pronoun` is what is attached in place of an object."""

    first: int
    last: int
    harm: str
    verb: bool
    number: str = "s"
    pronoun: str = ""
    negated: bool = False
    key: str = ""


def event_of(told: LossWords, here: list[Match], head: Head | None, first: int) -> Event | None:
    here = [m for m in here if not _of_speaker(told, m)] or here
    best = min(here, key=lambda m: (-m.last, m.split))
    if best.payload.note not in EVENTS:
        best = min(
            (m for m in here if m.payload.note in EVENTS and m.split <= best.split),
            key=lambda m: (-m.last, m.split),
            default=best,
        )
    # «هرباً» is no verb
    if best.payload.note not in EVENTS or head is None or (head.verb and told.words.types[best.first].raw.endswith(TANWIN)):
        return None
    words, at = told.words, best.first
    split = words.types[at].splits[best.split]
    led = best.payload.id == "displaced" and at > first and _leads(words, at, split.before)
    if (
        "ال" in split.before
        and best.last == at + 1
        and not led
        and not (best.last < len(words) and words.types[best.last].fold == "بحق")
    ):
        return None
    if (
        head.verb
        and best.last < len(words)
        and words.types[best.last].verb
        and not words.types[best.last].number
        and words.types[best.last].fold not in PREPOSITIONS  # «قتل قبل أيام»
        and best.last not in told.whom
        and not is_joined(words, best.last)
    ):
        return None
    form = next((f for f in split.forms if f.key == best.key), None)
    if (form is not None and form.person in (1, 2)) or (
        split.after and at in told.whom and at > first and is_finite(words, at - 1) and not _carries(told, at - 1)
    ):
        return None
    number = form.number if form and head.verb else "s"
    negated = any(
        words.types[k].fold in NEGATIONS and (k == at - 1 or words.types[k].fold != "غير") for k in range(max(first, at - 2), at)
    )
    last = (
        at + 1 if best.last > at + 6 or (best.gapped and words.types[best.last - 1].fold.startswith(("ل", "حيات"))) else best.last
    )
    pronoun = LED if led else split.after or _object_of(words.types[last - 1].fold) or _owned(words.types[at].raw, best)
    return Event(at, last, best.payload.id, head.verb, number, pronoun, negated, best.key)


def _of_speaker(told: LossWords, match: Match) -> bool:
    """«أسقط» read as «I fall»."""
    splits = told.words.types[match.first].splits
    forms = [f for f in splits[match.split].forms if f.key == match.key] if splits else []
    return bool(forms) and all(f.person in (1, 2) for f in forms)


def _object_of(fold: str) -> str:
    """The pronoun in «القبض عليهم»."""
    return fold[3:] if fold.startswith("علي") else ""


def _leads(words: Words, at: int, before: tuple[str, ...]) -> bool:
    """«إلى النزوح», «على النزوح», «للنزوح»."""
    return "ال" in before and ("ل" in before or words.types[at - 1].fold in ("الي", "علي"))


def _owned(raw: str, match: Match) -> str:
    """«لمقتله» cut as if it ended in «ة»."""
    noun = match.payload.note == "event_noun" and match.last == match.first + 1 and not match.key.endswith("ه")
    return "ه" if noun and raw.endswith("ه") else ""


def _carries(told: LossWords, at: int) -> bool:
    """Whether a verb only carries the event noun behind it («تم أسرهم»)."""
    head = told.heads.get(at)
    return head is not None and head.light >= 0

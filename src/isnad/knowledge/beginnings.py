"""Whether a word by itself may begin a number or a time: worked out once a word type, asked once a word."""

from __future__ import annotations

from isnad.knowledge.count_table import MEASURES, counting_words, duals
from isnad.knowledge.number_table import NumberTag
from isnad.knowledge.time_table import TimeTag, feast_heads

SOME = frozenset(("عدد", "عددا", "العديد", "الكثير", "بعدد", "وعدد", "عديد", "وعددا", "والعديد", "والكثير"))


def begins_number(folded: str, tags: tuple[NumberTag, ...]) -> bool:
    """A number word, a word of negation (zero), a dual, or «عدد»."""
    if tags or folded in SOME:
        return True
    kinds = counting_words().get(folded) or (counting_words().get(folded[1:]) if folded[:1] in ("و", "ف", "ب", "ل") else None)
    if kinds and "negation" in kinds:
        return True
    return (
        folded[-2:] in ("ان", "ين") and (folded in duals() or folded[1:] in duals() or bool(kinds and kinds & MEASURES))
    ) or _joined_dual(folded)


def _joined_dual(folded: str) -> bool:
    """«طفلتا», with or without a conjunction in front."""
    return folded[-2:] == "تا" and (folded in duals() or folded[1:] in duals())


# Which readers of extract/times/times.py may begin at a word, by its roles; one letter a reader.
READERS_OF = {
    "before": "apd", "since": "a", "from": "a", "after": "apd", "within": "w", "unit": "lpdkum y", "clock": "lcpu", "ordinal": "lcdkefD",
    "one": "c", "part": "pd", "this": "pdkuy", "edge": "pe", "half_word": "pes", "day": "du", "now": "d", "weekday": "k", "season": "s",
    "decade": "s", "quarter_word": "s", "last_n": "le", "until": "", "between": "", "to": "", "in": "", "tonight": "d",
}  # fmt: skip
ORDER = "awlcpdkefsDumy"


def time_readers(kind: str, folded: str, tag: TimeTag | None, tags: tuple[NumberTag, ...]) -> str:
    """The letters of the readers that may begin at a word, in their order; "" for a word no time goes on with."""
    letters = set("lcDy") if kind == "number" else set()
    if tag is not None:
        letters.update(*(READERS_OF.get(role, "") for role in tag.roles))
        letters.update("m" if tag.month or tag.heads else "")
    if tags:
        letters.update("lcD")
    if folded in feast_heads():
        letters.add("f")
    if folded in ("ال", "لل"):
        letters.add("l")
    return "".join(letter for letter in ORDER if letter in letters)


def begins_time(tag: TimeTag | None, readers: str) -> bool:
    """Whether a time may begin here: not at words that only go on with one («الماضي»)."""
    return bool(readers) or (tag is not None and any(r in tag.roles for r in ("until", "between", "from")))

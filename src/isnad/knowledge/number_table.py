"""Number words by their folded form, from languages/ar/numbers.yaml."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from isnad.knowledge.files import HERE, read_yaml
from isnad.knowledge.letters import fold

ARABIC = HERE / "languages" / "ar"


class Glued(NamedTuple):
    """What may be glued in front of a word: the letters, and what they are."""

    letters: str
    conjunction: bool
    preposition: str
    article: bool


def _glued(conjunction: str, preposition: str, article: str) -> Glued:
    letters = conjunction + ("لل" if preposition == "ل" and article else preposition + article)
    return Glued(letters, bool(conjunction), preposition, bool(article))


# By first letter; ل and ال contract to لل.
_EVERY = [_glued(c, p, a) for c in ("", "و", "ف") for p in ("", "ب", "ل", "ك") for a in ("", "ال")]
GLUED: dict[str, list[Glued]] = {first: [g for g in _EVERY if g.letters.startswith(first)] for first in "وفبلكا"}


class NumberTag(NamedTuple):
    """A word's part in the number grammar: its kind, its worth, and what is glued in front of it."""

    kind: str
    value: float
    name: str = ""
    conjunction: bool = False
    preposition: str = ""
    article: bool = False


@cache
def number_words() -> dict[str, tuple[NumberTag, ...]]:
    """Folded form → its readings, in the order of the table."""
    table: dict[str, tuple[NumberTag, ...]] = {}
    for row in read_yaml(ARABIC / "numbers.yaml"):
        tag = NumberTag(row["kind"], float(row["value"]), row.get("name", ""))
        for form in map(fold, row["forms"]):
            held = table.get(form, ())
            if all(tag.kind != h.kind for h in held):
                table[form] = (*held, tag)
    return table


def number_tags(folded: str, raw: str = "") -> tuple[NumberTag, ...]:
    """The readings of a folded word as a number word, its clitics taken off; () for any other word.

    Only the raw spelling keeps «وأحد» (and one) apart from «واحد» (one).
    """
    table = number_words()
    if folded in table and not raw.startswith(("وأ", "وإ")):
        return table[folded]
    for glued in GLUED.get(folded[:1], ()):
        rest = folded[len(glued.letters) :] if folded.startswith(glued.letters) else ""
        if rest in table:
            return tuple(
                t._replace(conjunction=glued.conjunction, preposition=glued.preposition, article=glued.article)
                for t in table[rest]
            )
    return ()

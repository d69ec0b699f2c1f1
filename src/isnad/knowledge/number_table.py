"""Number words by their folded form, from languages/ar/numbers.yaml."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from isnad.knowledge.files import HERE, read_yaml
from isnad.knowledge.letters import fold

ARABIC = HERE / "languages" / "ar"
# What may be glued in front of a number word: conjunction, preposition, article.
GLUED = [(c, p, a) for c in ("", "و", "ف") for p in ("", "ب", "ل", "ك") for a in ("", "ال")]


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


def number_tags(folded: str) -> tuple[NumberTag, ...]:
    """The readings of a folded word as a number word, its clitics taken off; () for any other word."""
    table = number_words()
    if folded in table:
        return table[folded]
    for conjunction, preposition, article in GLUED:
        rest = _without(folded, conjunction, preposition, article)
        if rest in table:
            return tuple(t._replace(conjunction=bool(conjunction), preposition=preposition, article=bool(article)) for t in table[rest])
    return ()


def _without(folded: str, conjunction: str, preposition: str, article: str) -> str:
    """The word after these clitics, or "" where it does not begin with them; ل and ال contract to لل."""
    glued = conjunction + ("لل" if preposition == "ل" and article else preposition + article)
    return folded[len(glued) :] if glued and folded.startswith(glued) else ""

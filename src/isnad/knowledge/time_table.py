"""Words of time by their folded form, from languages/ar/time.yaml and months.yaml."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from isnad.knowledge.files import read_yaml
from isnad.knowledge.letters import fold
from isnad.knowledge.number_table import ARABIC, GLUED

Value = int | str


class Month(NamedTuple):
    """A month by one of its names; `sure` where the name is no other word."""

    number: int
    hijri: bool
    sure: bool


class TimeTag(NamedTuple):
    """What a word may be in the grammar of times, and what is glued in front of it.

    `roles` maps a role of time.yaml to its value; `month` is a month's one-word name; `heads` are the names that
    begin with this word («كانون»), by their second word without its article.
    """

    roles: dict[str, Value]
    month: Month | None = None
    heads: dict[str, Month] | None = None
    conjunction: bool = False
    preposition: str = ""
    article: bool = False


@cache
def time_words() -> dict[str, TimeTag]:
    """Folded form → what it may be."""
    table: dict[str, TimeTag] = {}
    for row in read_yaml(ARABIC / "time.yaml"):
        for form in map(fold, row["forms"]):
            table.setdefault(form, TimeTag({})).roles.setdefault(row["role"], row["value"])
    for row in read_yaml(ARABIC / "months.yaml"):
        month = Month(int(row["month"]), row["calendar"] == "hijri", bool(row["sure"]))
        for form in map(fold, row["forms"]):
            _add_month(table, form.split(), month)
    return table


def _add_month(table: dict[str, TimeTag], name: list[str], month: Month) -> None:
    tag = table.setdefault(name[0], TimeTag({}))
    if len(name) == 1:
        table[name[0]] = tag._replace(month=month)
        return
    heads = {} if tag.heads is None else tag.heads
    heads.setdefault(without_article(name[1]), month)
    table[name[0]] = tag._replace(heads=heads)


def without_article(folded: str) -> str:
    """A folded word without its article."""
    return folded[2:] if folded.startswith("ال") and len(folded) > 3 else folded


def time_tag(folded: str, raw: str = "") -> TimeTag | None:
    """What a folded word may be in a time expression, its clitics taken off; None for any other word.

    «آب» is a month; «اب», without its madda, is taken for one only beside a day or a year, like other unsure names.
    """
    table = time_words()
    if folded in table:
        tag = table[folded]
        return tag._replace(article=folded.startswith("ال"), month=_seen(tag.month, raw))
    for glued in GLUED.get(folded[:1], ()):
        if not folded.startswith(glued.letters):
            continue
        rest = folded[len(glued.letters) :]
        whole = "ال" + rest if glued.article and "ال" + rest in table else rest
        if whole in table:
            article = whole.startswith("ال") or glued.article
            return table[whole]._replace(conjunction=glued.conjunction, preposition=glued.preposition, article=article)
    return None


def _seen(month: Month | None, raw: str) -> Month | None:
    return month._replace(sure=True) if month and raw.startswith("آ") else month


# Roles that only go on with a time and never begin one.
IDLE = frozenset(
    ("relative", "recent", "same", "era", "to", "in", "minus", "about", "zone_word", "matching", "quarter_word", "third_word")
)


class Feast(NamedTuple):
    """A feast's day: month and day of its calendar (hijri, gregorian or easter)."""

    calendar: str
    month: int
    day: int


@cache
def feasts() -> tuple[dict[str, Feast], dict[tuple[str, ...], str]]:
    """(id → feast, folded words of a name → id)."""
    days, names = {}, {}
    for row in read_yaml(ARABIC / "feasts.yaml"):
        days[row["feast"]] = Feast(row["calendar"], int(row["month"]), int(row["day"]))
        names.update({tuple(fold(form).split()): row["feast"] for form in row["forms"]})
    return days, names


@cache
def feast_heads() -> frozenset[str]:
    """First words of the feasts' names."""
    return frozenset(name[0] for name in feasts()[1])


@cache
def name_heads() -> dict[str, str]:
    """Folded head noun → «any» or «weekday»: after it a time without a year is part of a name."""
    rows = read_yaml(ARABIC / "names_with_dates.yaml")
    heads = {fold(form): row["before"] for row in rows if row["before"] == "weekday" for form in row["forms"]}
    return heads | {fold(form): "any" for row in rows if row["before"] == "any" for form in row["forms"]}

"""What was asked for: filters, an SQL condition, one incident or one thread."""

from __future__ import annotations

from isnad.ledger.claims import Asked
from isnad.records import Record

LOWEST = "lowest"


class Query(Record, frozen=True):
    """`where` is a condition over the columns of `current_claims`; `incident` and `thread` are beginnings of ids."""

    asked: Asked = Asked()
    where: str = ""
    incident: str = ""
    thread: str = ""
    policy: str = LOWEST


def in_words(query: Query) -> str:
    """The query as it would be typed: «--actor sdf --where "act = 'shell'"»; «every claim» where nothing was asked."""
    asked = {name: getattr(query.asked, name) for name in query.asked.__struct_fields__}
    asked |= {"where": query.where, "incident": query.incident, "thread": query.thread}
    return " ".join(f"--{name} {_quoted(value)}" for name, value in asked.items() if value) or "every claim"


def _quoted(value: str) -> str:
    return f'"{value}"' if set(value) & set(" '<>()") else value

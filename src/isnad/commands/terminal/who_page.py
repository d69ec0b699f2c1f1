"""What `isnad who` shows: one row a party."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich import box
from rich.table import Table

from isnad.commands.terminal.words import arabic
from isnad.extract.parties.actor_mentions import ActorMention
from isnad.knowledge.entries import ActorEntry

MOST = 6  # rivals shown


def parties(mentions: Iterable[ActorMention], text: str, actors: Mapping[str, ActorEntry]) -> Table:
    """Words, kind, id, name, why and rivals of each mention."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    table.add_column("words", justify="right", overflow="fold")
    for column in ("kind", "id", "name", "why", "rivals"):
        table.add_column(column, overflow="fold")
    for mention in mentions:
        words = arabic(text[mention.start : mention.end], 60)
        table.add_row(words, _kind(mention, actors), mention.id or "–", _name(mention, actors), _why(mention), _rivals(mention))
    return table


def _kind(mention: ActorMention, actors: Mapping[str, ActorEntry]) -> str:
    entry = actors.get(mention.id)
    return f"{mention.kind}\n{entry.kind}" if entry and entry.kind not in (mention.kind, "kind") else mention.kind


def _name(mention: ActorMention, actors: Mapping[str, ActorEntry]) -> str:
    entry = actors.get(mention.id)
    return arabic(mention.name, 60) + (f"\n{entry.name_en}" if entry and entry.name_en else "")


def _why(mention: ActorMention) -> str:
    return f"{mention.why}{', a loaded name' if mention.loaded else ''} ({mention.table})"


def _rivals(mention: ActorMention) -> str:
    shown = [rival for rival in mention.rivals if rival != mention.id]
    more = f"\n… {len(shown) - MOST} more" if len(shown) > MOST else ""
    return "\n".join(shown[:MOST]) + more

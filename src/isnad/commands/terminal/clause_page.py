"""The chunks and the clause tree of a sentence, for a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from isnad.commands.terminal.words import arabic

SORTS = {"N": "noun", "V": "verb", "C": "that", "R": "who", "S": "while", "P": "comma"}


def clause_page(sentence: Mapping[str, Any]) -> RenderableType:
    """The sentence, its chunks one below the other, and its heads as a tree with the operator on each edge."""
    lines: list[RenderableType] = [Text(arabic(sentence["text"]), style="bold")]
    lines += [Padding(_chunk(chunk), (0, 0, 0, 2)) for chunk in sentence["chunks"]]
    tree = Tree("", hide_root=True)
    branches: dict[int, Tree] = {}
    for head in sentence["heads"]:
        branches[head["id"]] = branches.get(head["parent"], tree).add(_head(head))
    return Group(*lines, Padding(tree, (1, 0, 1, 2)))


def _chunk(chunk: Mapping[str, Any]) -> Text:
    line = Text(f"{SORTS[chunk['sort']]:6}", style="dim")
    line.append(arabic(chunk["text"]), style="not dim")
    notes = [f"under {arabic(chunk['under'])}"] if chunk["under"] else []
    notes += ["and"] if chunk["joined"] else []
    return line.append("  " + ", ".join(notes + chunk["holds"]), style="cyan") if notes or chunk["holds"] else line


def _head(head: Mapping[str, Any]) -> Text:
    """«object بـ  انسحاب  withdraw  → demanded by demand»."""
    line = Text(f"{head['relation']} {arabic(head['cue'])}".rstrip() + "  ", style="dim")
    line.append(arabic(head["text"]), style="bold not dim")
    told = [*head["acts"], *(["says"] if head["says"] else []), *(["light"] if head["light"] else [])]
    line.append("  " + " ".join(told), style="green not dim")
    if head["operator"]:
        line.append(f"  {head['operator']}", style="yellow not dim")
    if head["status"]:
        line.append(f"  → {head['status']} by {head['by']}", style="cyan not dim")
    return line

"""isnad text: how a phrase, or every text of a file, was read: its words, numbers and times, or its clauses."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from isnad.commands.terminal import options

if TYPE_CHECKING:
    from isnad.knowledge.load import Knowledge

STAGE = 15
Read = Callable[[dict[str, Any], "Knowledge"], dict[str, Any]]


@click.command("text")
@click.argument("text")
@click.option("--published", help="The day of publication (2020-12-22); relative times count from it.")
@click.option("--future", is_flag=True, help="Read days and months without a year as coming, not as past.")
@click.option(
    "--show",
    type=click.Choice(["words", "clauses"]),
    default="words",
    show_default=True,
    help="clauses: chunks, clause tree, operators.",
)
@options.knowledge
@options.shape("json: a line a text.")
def command(text: str, published: str | None, future: bool, show: str, knowledge: tuple[Path, ...], shape: str) -> None:
    """Show the words, numbers and times of TEXT, or its clauses: a phrase, or a JSONL file of {id, text, published}."""
    from isnad.knowledge.load import load_knowledge

    loaded = load_knowledge(knowledge)
    read = _clauses if show == "clauses" else partial(_line, future=future)
    if text.endswith(".jsonl") and Path(text).exists():
        _print_file(Path(text), published, read, loaded)
        return
    line = read({"id": None, "text": text, "published": published}, loaded)
    _print_json(line) if shape == "json" else _print_clauses(line) if show == "clauses" else _print_tables(line)


def _clauses(record: dict[str, Any], knowledge: Knowledge) -> dict[str, Any]:
    from isnad.extract.clauses_shown import clause_line

    return clause_line(record, knowledge)


def _line(record: dict[str, Any], knowledge: Knowledge, future: bool) -> dict[str, Any]:
    from isnad.errors import IsnadError
    from isnad.extract.showing import text_line

    try:
        return text_line(record, knowledge, future)
    except (KeyError, ValueError) as error:
        raise IsnadError(f"{record.get('id') or 'the text'}: {error}") from error


def _print_file(path: Path, published: str | None, read: Read, knowledge: Knowledge) -> None:
    """A JSON line for every line of the file, in order."""
    import msgspec

    with path.open("rb") as lines:
        for raw in filter(bytes.strip, lines):
            record: dict[str, Any] = msgspec.json.decode(raw)
            _print_json(read({"published": published, **record}, knowledge))


def _print_json(line: dict[str, Any]) -> None:
    import msgspec

    sys.stdout.buffer.write(msgspec.json.encode(line) + b"\n")


def _print_tables(line: dict[str, Any]) -> None:
    from rich.table import Table

    from isnad.commands.terminal.consoles import out

    out.print(" ".join("+".join(w["parts"]) for w in line["words"]), markup=False)
    for name, columns in (
        ("numbers", ("text", "low", "high", "approximate", "of")),
        ("times", ("text", "from", "to", "precision")),
    ):
        if line[name]:
            table = Table(*columns, title=name)
            for row in line[name]:
                table.add_row(*("–" if row[c] is None else str(row[c]) for c in columns))
            out.print(table)


def _print_clauses(line: dict[str, Any]) -> None:
    from isnad.commands.terminal.clause_page import clause_page
    from isnad.commands.terminal.consoles import out

    for sentence in line["sentences"]:
        out.print(clause_page(sentence))

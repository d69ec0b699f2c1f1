"""isnad where: which place do these words mean, and why?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from isnad.commands.terminal import options

if TYPE_CHECKING:
    from isnad.records import Place

STAGE = 32


@click.command("where")
@click.argument("text")
@options.knowledge
@click.option("--outlet", help="Who publishes it: an outlet's beat counts.")
@click.option("--rivals", type=click.IntRange(0), default=5, show_default=True, help="Candidates to show for each place.")
@options.shape("json: one place a line.")
def command(text: str, knowledge: tuple[Path, ...], outlet: str | None, rivals: int, shape: str) -> None:
    """Explain every place in TEXT: its candidates, their scores, and what decided.

    isnad where "قرية المشيرفة في محيط عين عيسى"
    """
    found = _resolve(text, knowledge, outlet)
    if not found:
        click.echo("no place found", err=True)
    for place in found:
        _print_json(place) if shape == "json" else _print(place, rivals)


def _resolve(text: str, knowledge: tuple[Path, ...], outlet: str | None) -> list[Place]:
    from isnad.extract.field import FieldReading
    from isnad.extract.places.place_records import resolve_places
    from isnad.knowledge.load import load_knowledge

    known = load_knowledge(knowledge)
    field = FieldReading(text, "text", None, known)
    return list(resolve_places([field], outlet, known).values())


def _print_json(place: Place) -> None:
    import msgspec

    click.echo(msgspec.json.encode(place))


def _print(place: Place, rivals: int) -> None:
    from isnad.commands.terminal.consoles import out
    from isnad.commands.terminal.place_page import place_page

    out.print(place_page(place, rivals))

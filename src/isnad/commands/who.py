"""isnad who: which parties some words name, and why."""

from __future__ import annotations

from pathlib import Path

import click

STAGE = 82


@click.command("who")
@click.argument("words")
@click.option(
    "--on", "day", default="", metavar="YYYY-MM-DD", help="The day of the report: it chooses between the holders of a name."
)
@click.option("--country", default="", metavar="CODE", help="The country that the report speaks of (sy, ye …).")
@click.option(
    "--knowledge", "folders", multiple=True, type=click.Path(path_type=Path, exists=True, file_okay=False), help="More knowledge."
)
def command(words: str, day: str, country: str, folders: tuple[Path, ...]) -> None:
    """Show the parties that WORDS name: id, name, what that rests on, and who else bears the name."""
    from isnad.commands.terminal.consoles import out
    from isnad.commands.terminal.who_page import parties
    from isnad.extract.parties.actors import find_actors
    from isnad.extract.parties.resolve_actors import resolve_actors
    from isnad.extract.text.matches import find_matches
    from isnad.extract.text.words import split_words
    from isnad.knowledge.load import load_knowledge

    knowledge = load_knowledge(folders)
    split = split_words(words, knowledge.word_type, "text")
    matches = find_matches(split)
    places = [m.payload.id for m in matches if m.payload.table == "place"]
    mentions = resolve_actors(find_actors(split, matches, knowledge), day, places, country, knowledge)
    out.print(parties(mentions, split.text, knowledge.actors) if mentions else "no party")

"""isnad publish: ledger rows as files for others. Each format is a module of `isnad.publish`, found by its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from isnad.commands.terminal import options

STAGE = 60

ASKED = {
    "actor": "Agent, target or counterpart: an id (sdf) or a part of the name.",
    "place": "An id or a part of the name, of the place or of what it lies in.",
    "date": "2020-12-21, 2020-12, 2020, or 2020-12-01..2020-12-21.",
    "act": "Code of the codebook: shell, agree …",
    "speaker": "Anywhere in the chain: an id or a part of the name.",
    "status": "happened, denied, demanded …",
    "report": "Id of a report.",
    "where": "An SQL condition over the columns of current_claims: \"act = 'shell' AND published >= '2020'\".",
    "incident": "One incident: the beginning of its id.",
    "thread": "One negotiation: the beginning of its id.",
}
OF_FORMATS: dict[str, Callable[..., Any]] = {
    "excel": click.option("--excel", is_flag=True, help="For Excel: a byte order mark, and cells that it would run made harmless."),
    "lang": click.option("--lang", type=click.Choice(["en", "ar"]), default="en", show_default=True, help="Language of the page's own words."),
}  # fmt: skip


class Formats(click.Group):
    """A group whose commands are the modules of `isnad.publish`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from isnad.publish.bundle.formats import format_names

        return format_names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _command(cmd_name) if cmd_name in self.list_commands(ctx) else None


@click.group("publish", cls=Formats)
def command() -> None:
    """Write claims and incidents to files for others.

    Every bundle says which query, ledger, policy and codebook it comes from.
    """


def _command(name: str) -> click.Command:
    """`isnad publish NAME`: the filters, the policy, where to write, and what the format takes besides."""
    from isnad.publish.bundle.formats import load_format

    form = load_format(name)
    made: Callable[..., None] = lambda **given: _publish(name, **given)  # noqa: E731
    of_format = [OF_FORMATS[option] for option in form.OPTIONS]
    asked = [click.option(f"--{option}", default="", metavar="TEXT", help=text) for option, text in ASKED.items()]
    policy = click.option("--policy", default="lowest", show_default=True, help="The rule that turns claims into figures.")
    where = f"A {form.OUT}." if form.OUT == "folder" else f"A file, such as {form.OUT}."
    out = click.option("--out", type=click.Path(path_type=Path), required=True, help=where)
    for decorate in reversed([options.ledger, out, *asked, policy, *of_format]):
        made = decorate(made)
    return click.command(name, help=form.__doc__.strip())(made)


def _publish(name: str, ledger: Path, out: Path, policy: str, **given: Any) -> None:
    from isnad.commands.terminal.days import read_days
    from isnad.ledger.claims import Asked
    from isnad.ledger.engines.duckdb import DuckEngine
    from isnad.publish.bundle.formats import load_format
    from isnad.publish.bundle.query import Query
    from isnad.publish.bundle.selection import select

    form = load_format(name)
    since, until = read_days(given["date"] or None)
    of_format = {option: given[option] for option in form.OPTIONS}
    asked = Asked(
        **{field: given[field] or None for field in ASKED if field in Asked.__struct_fields__}, since=since, until=until
    )
    query = Query(asked, given["where"], given["incident"], given["thread"], policy)
    _check(form.OUT, out)
    with DuckEngine(ledger) as engine:
        engine.query("SET enable_external_access = false")  # a condition that was pasted reads no files
        selection = select(engine, query)
    written = form.write(selection, out, **of_format)
    _say(selection, written)


def _check(wanted: str, out: Path) -> None:
    """Refuse a folder where a file is wanted, and the other way round. Raises InputError."""
    from isnad.errors import InputError

    if (wanted == "folder" and out.is_file()) or (wanted != "folder" and out.is_dir()):
        raise InputError(f"{out}: is a {'file' if wanted == 'folder' else 'folder'}, and a {wanted.partition('.')[0]} is wanted")


def _say(selection: Any, written: list[Path]) -> None:
    from isnad.commands.terminal.consoles import err

    for path in written:
        click.echo(path)
    counted = f"{len(selection.claims):,} claims, {len(selection.incidents):,} incidents"
    if not selection.claims:
        counted = "nothing was found for this query; what was written says so"
    err.print(counted, style="dim")
    if selection.provenance.linking is None:
        err.print("this ledger was not linked: no incidents, no figures", style="dim")

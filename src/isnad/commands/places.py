"""isnad places: the user's own gazetteers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

STAGE = 91
SHOWN = 20  # problems printed for a file
SOME_LEFT_OUT = 3

into = click.option(
    "--knowledge",
    type=click.Path(path_type=Path, file_okay=False),
    help="Your folder of knowledge  [default: ~/.local/share/isnad]",
)


@click.group("places")
def command() -> None:
    """Add gazetteers of your own to the places that isnad knows."""


@command.command("add")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@into
@click.option("--all-problems", is_flag=True, help="Name every row that was left out.")
def add(files: tuple[Path, ...], knowledge: Path | None, all_problems: bool) -> None:
    """Add places: a GeoNames dump (.zip, .txt), a table (.csv), GeoJSON, or OCHA's .xlsx.

    Rows that cannot be used are named with file and line, the rest is kept. Exit code 3 where some were left out.
    """
    left_out = [_add(path, knowledge, all_problems) for path in files]
    sys.exit(SOME_LEFT_OUT if any(left_out) else 0)


def _add(path: Path, knowledge: Path | None, all_problems: bool) -> bool:
    from isnad.knowledge.files import user_folder
    from isnad.knowledge.gazetteers.adding import add_places
    from isnad.knowledge.load import load_knowledge

    added = add_places(path, knowledge or user_folder(), load_knowledge().places)
    shown = added.problems if all_problems else added.problems[:SHOWN]
    for problem in shown:
        click.echo(str(problem), err=True)
    if len(added.problems) > len(shown):
        click.echo(f"… and {len(added.problems) - len(shown):,} more (--all-problems)", err=True)
    click.echo(f"{added.path}: {added.places:,} places, {len(added.problems):,} problems")
    return bool(added.problems)


@command.command("fetch")
@click.argument("countries", nargs=-1, required=True)
@into
@click.option("--sha256", default="", help="Refuse anything else (for one country).")
def fetch(countries: tuple[str, ...], knowledge: Path | None, sha256: str) -> None:
    """Fetch GeoNames' places of COUNTRIES (SY IQ …) from download.geonames.org and add them. CC BY 4.0."""
    from isnad.collect.geonames_fetch import fetch_country
    from isnad.knowledge.files import user_folder

    for country in countries:
        if len(country) != 2 or not country.isascii() or not country.isalpha():
            raise click.BadParameter(f"«{country}» is no two-letter country code")
        path, digest = fetch_country(country, (knowledge or user_folder()) / "fetched", sha256, _show)
        click.echo(f"\n{path}: SHA-256 {digest}", err=True)
        _add(path, knowledge, False)


def _show(done: int, total: int) -> None:
    click.echo(f"\r{done / 1e6:6.1f} MB" + (f" of {total / 1e6:.1f}" if total else ""), nl=False, err=True)

"""Countries by their two-letter id: ISO number, names, ACLED's region (countries.csv)."""

from __future__ import annotations

import csv
import functools
from importlib.resources import files

from isnad.records import Record


class Country(Record, frozen=True):
    """`iso` is the ISO 3166 number, None where there is none."""

    id: str
    iso: int | None
    name: str
    name_ar: str
    region: str


@functools.cache
def countries() -> dict[str, Country]:
    """All of them, by id."""
    lines = files("isnad.publish.places").joinpath("countries.csv").read_text("utf-8").splitlines()
    found = map(_country, csv.DictReader(lines))
    return {country.id: country for country in found}


def _country(row: dict[str, str]) -> Country:
    return Country(row["id"], int(row["iso"]) if row["iso"] else None, row["name"], row["name_ar"], row["region"])


@functools.cache
def by_number() -> dict[int, Country]:
    """By ISO number."""
    return {country.iso: country for country in countries().values() if country.iso is not None}

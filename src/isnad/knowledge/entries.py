"""What a knowledge file states, as frozen entries."""

from __future__ import annotations

from typing import Any

import msgspec


class Entry(msgspec.Struct, frozen=True):
    """Every entry is frozen and named by its id."""


class Noun(Entry, frozen=True):
    """A noun with its plurals, and what it means in the table it stands in."""

    one: str
    many: tuple[str, ...] = ()
    means: str = ""
    more: dict[str, Any] = {}


class ActEntry(Entry, frozen=True):
    """An act: words, frame and codes (knowledge/acts/*.yaml)."""

    id: str
    family: str
    rank: int
    frame: dict[str, Any]
    codes: dict[str, str]


class Role(Entry, frozen=True):
    """An office held: `title` without the nisba, `of` the party or state, from `since` to before `until`."""

    title: str
    of: str = ""
    since: str = ""
    until: str = ""


class ActorEntry(Entry, frozen=True):
    """A party (knowledge/actors/*.yaml)."""

    id: str
    name: str
    kind: str
    country: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    demonym: tuple[str, ...] = ()
    demonym_plural: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    name_en: str = ""
    whom: str = ""
    local: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


class PlaceEntry(Entry, frozen=True):
    """A place (knowledge/places/*.csv)."""

    id: str
    names: tuple[str, ...]
    name_en: str
    kind: str
    parents: tuple[str, ...]
    lat: float | None
    lon: float | None
    ref: str = ""
    words: tuple[str, ...] = ()  # those of its names that are common words too
    shape: tuple[str, ...] = ()


class Payload(Entry, frozen=True):
    """What a phrase in the trie stands for: a table, an id in it, and further marks."""

    table: str
    id: str
    note: str = ""

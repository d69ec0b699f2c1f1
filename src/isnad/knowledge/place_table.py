"""Many loaded places, opened in milliseconds: rows and names stay packed until a report speaks of them.

The project's own places stand in the lexicon's trie as entries. Those of user folders are packed: one string a place,
one string for all names with the same first word. Unpacked ones are kept aside, so that what was looked up before changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from isnad.knowledge.entries import Payload, PlaceEntry
from isnad.knowledge.lexicon import LEAF

UNITS = frozenset(("subdistrict", "district", "governorate", "country"))
NEAR = 0.03  # degrees within which one name is one place


class PlaceTable(dict[str, PlaceEntry]):
    """Places by id; packed ones are unpacked when asked for."""

    def __init__(self, entries: Iterable[PlaceEntry] = ()) -> None:
        super().__init__((e.id, e) for e in entries)
        self.packed: dict[str, str] = {}
        self._opened: dict[str, PlaceEntry] = {}

    def __missing__(self, key: str) -> PlaceEntry:
        held = self._opened.get(key)
        if held is None:
            held = self._opened[key] = unpack(key, self.packed[key])
        return held

    def __contains__(self, key: object) -> bool:
        return dict.__contains__(self, key) or key in self.packed

    def __reduce__(self) -> Any:
        return _table, (dict(self), self.packed)


def _table(entries: dict[str, PlaceEntry], packed: dict[str, str]) -> PlaceTable:
    table = PlaceTable()
    table.update(entries)
    table.packed = packed
    return table


class Names(dict[str, Any]):
    """The root of the trie with packed names beside it."""

    def __init__(self, trie: dict[str, Any], packed: dict[str, str]) -> None:
        super().__init__(trie)
        self.packed = packed
        self._opened: dict[str, Any] = {}

    def get(self, key: str, default: Any = None) -> Any:
        if key not in self.packed:
            return dict.get(self, key, default)
        node = self._opened.get(key)
        if node is None:
            node = self._opened[key] = _open(dict.get(self, key), self.packed[key])
        return node

    def __reduce__(self) -> Any:
        return Names, (dict(self), self.packed)


def pack(entry: PlaceEntry) -> str:
    """A place as one string, without its id."""
    point = ("", "") if entry.lat is None else (str(entry.lat), str(entry.lon))
    return "\t".join(
        ("|".join(entry.names), entry.name_en, entry.kind, "|".join(entry.parents), *point, entry.ref, "|".join(entry.shape))
    )


def unpack(key: str, packed: str) -> PlaceEntry:
    names, name_en, kind, parents, lat, lon, ref, shape = packed.split("\t")
    several = [tuple(v for v in value.split("|") if v) for value in (names, parents, shape)]
    return PlaceEntry(
        key, several[0], name_en, kind, several[1], float(lat) if lat else None, float(lon) if lon else None, ref, (), several[2]
    )


def pack_places(table: PlaceTable, entries: Iterable[PlaceEntry], keys_of: Callable[[str], list[str]]) -> dict[str, str]:
    """Pack places into a table; gives the packed names by first key.

    A place that the table has already (one name of it, within a few kilometres) only adds its other names.
    """
    own = _by_name(table, keys_of)
    names: dict[str, list[str]] = {}
    for entry in entries:
        keys = {" ".join(k): (k, name) for name in entry.names if (k := keys_of(name))}
        same = next((e for key in keys for e in own.get(key, ()) if _one_place(e, entry)), None)
        if same is None:
            table.packed[entry.id] = pack(entry)
        for key, (words, name) in keys.items():
            if same is None or not any(e.id == same.id for e in own.get(key, ())):
                note = "word" if name in entry.words else ""
                names.setdefault(words[0], []).append(f"{' '.join(words[1:])}\t{same.id if same else entry.id}\t{note}")
    return {first: "\n".join(dict.fromkeys(lines)) for first, lines in names.items()}


def _by_name(table: PlaceTable, keys_of: Callable[[str], list[str]]) -> dict[str, list[PlaceEntry]]:
    found: dict[str, list[PlaceEntry]] = {}
    for entry in table.values():
        for name in entry.names:
            found.setdefault(" ".join(keys_of(name)), []).append(entry)
    return found


def _one_place(one: PlaceEntry, other: PlaceEntry) -> bool:
    """One name within a few kilometres: one settlement, or one unit; a unit and its seat are two."""
    if one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return one.kind == other.kind and one.parents[-1:] == other.parents[-1:]
    unit = one.kind in UNITS or other.kind in UNITS
    near = abs(one.lat - other.lat) < NEAR and abs(one.lon - other.lon) < NEAR
    return (one.kind == other.kind and one.parents[-1:] == other.parents[-1:]) if unit else near


def _open(node: dict[str, Any] | None, packed: str) -> dict[str, Any]:
    opened = _copy(node or {})
    for line in packed.split("\n"):
        rest, key, note = line.split("\t")
        at = opened
        for word in rest.split():
            at = at.setdefault(word, {})
        at[LEAF] = (*at.get(LEAF, ()), Payload("place", key, note))
    return opened


def _copy(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value if key == LEAF else _copy(value) for key, value in node.items()}

"""Entries and tables compiled into a lexicon: one function a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from isnad.knowledge.conjugation import Verb, verb_key
from isnad.knowledge.entries import ActEntry, ActorEntry, Noun, Payload, PlaceEntry, Role
from isnad.knowledge.files import read_rows, read_yaml, tables
from isnad.knowledge.letters import fold
from isnad.knowledge.lexicon import Lexicon
from isnad.knowledge.place_table import Names, PlaceTable, pack_places


def as_tuple(value: Any) -> tuple[str, ...]:
    """A YAML value as a tuple of strings."""
    if value is None or value == "":
        return ()
    return tuple(str(v) for v in value) if isinstance(value, list) else (str(value),)


def noun_of(row: Any) -> tuple[str, tuple[str, ...]]:
    """(singular, plurals) of a noun given as a string or as {one, many}."""
    return (row, ()) if isinstance(row, str) else (row.get("one") or as_tuple(row.get("many"))[0], as_tuple(row.get("many")))


def declare_verbs(lexicon: Lexicon, folders: Sequence[Path]) -> None:
    """Verbs whose derivation is not regular, before any other table names them."""
    for _, rows in tables(folders, "languages/ar/verbs.yaml"):
        for row in rows:
            verb = Verb(row["past"], row.get("present") or "", row.get("passive_past") or "")
            lexicon.verbs[verb_key(verb.past)] = verb


def compile_acts(lexicon: Lexicon, folders: Sequence[Path]) -> dict[str, ActEntry]:
    """Acts: their words into the trie, their frames kept."""
    acts = {}
    for _, row in tables(folders, "acts/*.yaml"):
        entry = ActEntry(row["id"], row["family"], int(row.get("rank", 0)), row.get("frame") or {}, row.get("codes") or {})
        acts[entry.id] = entry
        words = (row.get("words") or {}).get("ar") or {}
        for verb in words.get("verbs") or ():
            lexicon.add_phrase(lexicon.verb_phrase(verb), Payload("act", entry.id, "verb"))
        for kind in ("nouns", "adjectives"):
            for noun in words.get(kind) or ():
                one, many = noun_of(noun)
                lexicon.add_phrase(lexicon.noun_phrase(one, many), Payload("act", entry.id, kind[:-1]))
        for noun in words.get("contents") or ():
            one, many = noun_of(noun)
            lexicon.add_phrase(lexicon.noun_phrase(one, many), Payload("content", entry.id, "noun"))
        for phrase in words.get("not") or ():
            lexicon.add_phrase(_free_phrase(lexicon, phrase), Payload("not_act", entry.id))
    return acts


def _free_phrase(lexicon: Lexicon, phrase: str) -> list[str]:
    """A phrase whose first word is a declared verb or else a noun."""
    first = phrase.split()[0]
    if verb_key(first) in lexicon.verbs and not any(f.key.startswith("n:") for f in lexicon.forms.get(first, ())):
        return lexicon.verb_phrase(phrase)
    return lexicon.noun_phrase(phrase)


def compile_cues(lexicon: Lexicon, folders: Sequence[Path], table: str) -> list[dict[str, Any]]:
    """A cue table (reporting, operators): rows with `word` and `kind`; the trie payload's id is the row number."""
    kept: list[dict[str, Any]] = []
    for _, rows in tables(folders, f"languages/ar/{table}.yaml"):
        for row in rows:
            verbal = row.get("kind") == "verb"
            keys = (
                lexicon.verb_phrase(row["word"])
                if verbal
                else [lexicon.word_key(w) if w != "…" else w for w in _cue_words(lexicon, row)]
            )
            lexicon.add_phrase(keys, Payload(table, str(len(kept)), str(row.get("kind", ""))))
            kept.append(row)
    return kept


def _cue_words(lexicon: Lexicon, row: dict[str, Any]) -> list[str]:
    words = str(row["word"]).split()
    if row.get("kind") == "noun" and len(words[0]) > 3:
        lexicon.add_noun(words[0], as_tuple(row.get("many")))
    return words


def compile_light_verbs(lexicon: Lexicon, folders: Sequence[Path]) -> list[dict[str, Any]]:
    """Support verbs; the payload's id is the row number."""
    kept: list[dict[str, Any]] = []
    for _, rows in tables(folders, "languages/ar/light_verbs.yaml"):
        for row in rows:
            phrase = f"{row['verb']} {row.get('preposition') or ''}".strip()
            lexicon.add_phrase(lexicon.verb_phrase(phrase), Payload("light", str(len(kept))))
            kept.append(row)
    return kept


def compile_nouns(lexicon: Lexicon, folders: Sequence[Path], table: str, means: str) -> dict[str, dict[str, Any]]:
    """A table of nouns with a class each (whom, means, place_nouns, harms): trie payload carries the class."""
    kept: dict[str, dict[str, Any]] = {}
    for _, rows in tables(folders, f"languages/ar/{table}.yaml"):
        for row in rows:
            if row.get("form") == "verb":
                past = row.get("one") or row.get("word") or row.get("verb")
                keys = lexicon.verb_phrase(past)
            else:
                one, many = noun_of(row)
                keys = lexicon.noun_phrase(one, many)
                for plural in many:
                    if " " in plural:
                        lexicon.add_phrase(
                            lexicon.noun_phrase(plural), Payload(table, str(row.get(means, "")), str(row.get("form", "")))
                        )
            lexicon.add_phrase(keys, Payload(table, str(row.get(means, "")), str(row.get("form", ""))))
            kept[" ".join(keys)] = row
    return kept


def compile_actors(lexicon: Lexicon, folders: Sequence[Path]) -> dict[str, ActorEntry]:
    """Parties by all their names; names are stems, not lexemes. Titles of offices stand for their holders."""
    actors = {}
    for path, rows in tables(folders, "actors/*.yaml"):
        if path.stem in ("kinds", "group_nouns"):
            continue
        for row in rows:
            entry = actor_entry(row)
            actors[entry.id] = entry
            _add_names(lexicon, entry)
            _add_demonyms(lexicon, entry)
    _add_shorts(lexicon, actors.values())
    for entry in actors.values():
        for role in entry.roles:
            _add_role(lexicon, entry.id, role, actors)
    return actors


def _add_names(lexicon: Lexicon, entry: ActorEntry) -> None:
    lists = ((entry.names, ""), (entry.loaded, "loaded"), (entry.local, "local"), (entry.capital, "capital"))
    for names, note in lists:
        for name in names:
            for spelling in (name, *_oblique(name)):
                lexicon.add_phrase(lexicon.name_keys(spelling), Payload("actor", entry.id, note))
    if entry.kind == "person":
        for word in {key for name in entry.names for key in lexicon.name_keys(name)}:
            lexicon.add_phrase([word], Payload("name_word", ""))


def _add_shorts(lexicon: Lexicon, entries: Iterable[ActorEntry]) -> None:
    """Short names, each once: the payload's id lists all that bear it, its note is the name as written."""
    bearers: dict[str, list[str]] = {}
    for entry in entries:
        for name in entry.short:
            for spelling in (name, *_oblique(name)):
                bearers.setdefault(spelling, []).append(entry.id)
    for name, ids in bearers.items():
        lexicon.add_phrase(lexicon.name_keys(name), Payload("short", " ".join(ids), name))


def _oblique(name: str) -> tuple[str, ...]:
    """A name in the other cases of its sound plurals («الحوثيون»: «الحوثيين»; «مقاتلو المعارضة»: «مقاتلي المعارضة»)."""
    words = name.split()
    if len(words) > 1 and len(words[0]) > 4 and words[0].endswith("و"):
        words[0] = words[0][:-1] + "ي"
    other = " ".join(word[:-2] + "ين" if len(word) > 4 and word.endswith("ون") else word for word in words)
    return (other,) if other != name else ()


def _add_demonyms(lexicon: Lexicon, entry: ActorEntry) -> None:
    for word in entry.demonym:
        lexicon.add_adjective(word)
        lexicon.add_phrase(lexicon.noun_phrase(word), Payload("demonym", entry.id))
    for word in entry.demonym_plural:
        lexicon.add_phrase(lexicon.name_keys(word), Payload("demonym", entry.id, "plural"))


def _add_role(lexicon: Lexicon, person: str, role: Role, actors: dict[str, ActorEntry]) -> None:
    """The title with the nisba or a name of whose office it is («وزير الخارجية السعودي», «رئيس وزراء إسرائيل»)."""
    keys, of = lexicon.name_keys(role.title), actors.get(role.of)
    payload = Payload("role", person, role.of)
    if len(keys) > 2:
        lexicon.add_phrase(keys, payload)
    if of is None:
        return
    feminine = "ه" if keys[0].endswith("ه") else ""
    for word in of.demonym:
        lexicon.add_phrase([*keys, fold(word) + feminine], payload)
    for name in of.names:
        lexicon.add_phrase([*keys, *lexicon.name_keys(name)], payload)


def actor_entry(row: dict[str, Any]) -> ActorEntry:
    """One party from its YAML row."""
    names = as_tuple(row.get("names"))
    keys = ("country", "loaded", "local", "short", "part_of", "demonym", "demonym_plural", "capital")
    lists = {k: as_tuple(row.get(k)) for k in keys}
    entry = ActorEntry(
        id=row["id"], name=names[0] if names else row["id"], kind=row.get("kind", ""), names=names,
        since=str(row.get("since") or ""), until=str(row.get("until") or ""), name_en=row.get("name_en", ""),
        roles=tuple(_role(r) for r in row.get("roles") or ()),
    )  # fmt: skip
    return msgspec.structs.replace(entry, **lists)


def _role(row: dict[str, Any]) -> Role:
    return Role(row["title"], row.get("of") or "", str(row.get("since") or ""), str(row.get("until") or ""))


def compile_kinds(lexicon: Lexicon, folders: Sequence[Path]) -> dict[str, ActorEntry]:
    """Unnamed kinds («مدنيون», «مسلحون مجهولون») by their nouns."""
    kinds = {}
    for _, rows in tables(folders, "actors/kinds.yaml"):
        for row in rows:
            nouns = [noun_of(n) for n in row.get("nouns") or ()]
            kinds[row["id"]] = ActorEntry(
                id=row["id"], name=nouns[0][1][0] if nouns and nouns[0][1] else row["id"], kind="kind", whom=row.get("whom") or ""
            )
            for one, many in nouns:
                _add_noun_entry(lexicon, one, many, Payload("kind", row["id"]))
            for name in as_tuple(row.get("names")):
                lexicon.add_phrase(lexicon.name_keys(name), Payload("kind", row["id"]))
    return kinds


def _add_noun_entry(lexicon: Lexicon, one: str, many: Iterable[str], payload: Payload) -> None:
    plurals = tuple(many)
    single = tuple(p for p in plurals if " " not in p)
    lexicon.add_phrase(lexicon.noun_phrase(one, single), payload)
    for plural in plurals:
        if " " in plural:
            lexicon.add_phrase(lexicon.noun_phrase(plural), payload)


def compile_group_nouns(lexicon: Lexicon, folders: Sequence[Path]) -> dict[str, Noun]:
    """Head nouns that build party names («فصائل», «قوات»)."""
    groups = {}
    for _, rows in tables(folders, "actors/group_nouns.yaml"):
        for row in rows:
            one, many = noun_of(row)
            noun = Noun(one, many, str(row.get("kind", "")), {"loaded": bool(row.get("loaded"))})
            _add_noun_entry(lexicon, one, many, Payload("group", row.get("kind") or "", "loaded" if row.get("loaded") else ""))
            groups[one] = noun
    _compile_party_words(lexicon, folders)
    return groups


def _compile_party_words(lexicon: Lexicon, folders: Sequence[Path]) -> None:
    """Words that tell how a party's name is built: payload table `party_word`, the class as id."""
    for _, rows in tables(folders, "languages/ar/party_words.yaml"):
        for row in rows:
            payload = Payload("group", "person") if row["class"] == "title" else Payload("party_word", row["class"])
            for one, many in map(noun_of, row["words"]):
                if row["class"] in ("loyal", "owned"):
                    lexicon.add_adjective(one)
                _add_noun_entry(lexicon, one, many, payload)


def compile_places(lexicon: Lexicon, folders: Sequence[Path]) -> PlaceTable:
    """Places by all their names: those of the first folder into the trie, those of the user's folders packed beside it."""
    table = PlaceTable()
    for row in _place_rows(folders[:1]):
        entry = place_entry(row)
        table[entry.id] = entry
        for name in entry.names:
            note = "word" if name in entry.words else ""
            lexicon.add_phrase(lexicon.name_keys(name), Payload("place", entry.id, note))
    names = pack_places(table, map(place_entry, _place_rows(folders[1:])), lexicon.name_keys)
    if names:
        lexicon.trie = Names(lexicon.trie, names)
    return table


def _place_rows(folders: Sequence[Path]) -> Iterator[dict[str, str]]:
    for folder in folders:
        for path in sorted((folder / "places").glob("*.csv")):
            yield from read_rows(path)


def compile_beats(folders: Sequence[Path]) -> dict[str, tuple[str, ...]]:
    """What each outlet reports on: lower-case name or alias → ids of places; without a beat its own country."""
    beats: dict[str, tuple[str, ...]] = {}
    for path in (f / "outlets.csv" for f in folders if (f / "outlets.csv").exists()):
        for row in read_rows(path):
            beat = tuple(v for v in (row["beat"] or row["country"]).split("|") if v)
            names = (row["outlet"], row["name_ar"], row["name_en"], *row["aliases"].split("|"))
            beats.update((name.lower(), beat) for name in names if name)
    return beats


def _split(value: str | None) -> tuple[str, ...]:
    return tuple(v for v in (value or "").split("|") if v)


def _number(value: str | None) -> float | None:
    return float(value) if value else None


def place_entry(row: dict[str, str]) -> PlaceEntry:
    """One place from its CSV row."""
    names = _split(row["names_ar"])
    flags = _split(row.get("flags") or "")
    words = (*(names[:1] if "word" in flags else ()), *(f[5:] for f in flags if f.startswith("word:")))
    return PlaceEntry(
        id=row["id"], names=names, name_en=row.get("name_en") or "", kind=row["kind"], parents=_split(row["parents"]),
        lat=_number(row["lat"]), lon=_number(row["lon"]), ref=row.get("ref") or "", words=words, shape=_split(row.get("shape") or ""),
    )  # fmt: skip


def plain_list(folders: Sequence[Path], name: str) -> list[Any]:
    """The rows of a list table that is not compiled into the lexicon."""
    found: list[Any] = []
    for folder in folders:
        path = folder / name
        if path.exists():
            found.extend(read_yaml(path) or [])
    return found

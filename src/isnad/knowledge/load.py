"""Knowledge loaded once a process, from a compiled copy where nothing has changed."""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from isnad.knowledge import compile as compiling
from isnad.knowledge.entries import ActEntry, ActorEntry, Noun
from isnad.knowledge.files import HERE, digest_of, knowledge_files, read_json, tables, user_folder
from isnad.knowledge.letters import fold
from isnad.knowledge.lexicon import Lexicon
from isnad.knowledge.place_table import PlaceTable
from isnad.knowledge.wordtypes import WordTypes

FORMAT = 8  # of the compiled copy


class Knowledge:
    """What is known: entries by id, the lexicon, and the cache of word types."""

    def __init__(self, digest: str, parts: dict[str, Any]) -> None:
        self.digest = digest
        self.lexicon: Lexicon = parts["lexicon"]
        self.acts: dict[str, ActEntry] = parts["acts"]
        self.actors: dict[str, ActorEntry] = parts["actors"]
        self.groups: dict[str, Noun] = parts["groups"]
        self.places: PlaceTable = parts["places"]
        self.beats: dict[str, tuple[str, ...]] = parts["beats"]
        self.reporting: list[dict[str, Any]] = parts["reporting"]
        self.operators: list[dict[str, Any]] = parts["operators"]
        self.light: list[dict[str, Any]] = parts["light"]
        self.furniture: list[dict[str, Any]] = parts["furniture"]
        self.wire: list[Any] = parts["wire"]
        self.means_acts: dict[str, str] = parts["means_acts"]
        self.act_means: dict[str, tuple[str, ...]] = parts["act_means"]
        self.weights: dict[str, dict[str, float]] = parts["weights"]
        self.answers: dict[str, dict[str, tuple[float, ...]]] = parts["answers"]
        self.harms: dict[str, dict[str, Any]] = parts["harms"]
        self.known: dict[str, str] = parts["known"]
        self.word_type = WordTypes(self.lexicon, self.known, parts["classes"])


def load_knowledge(folders: Sequence[Path] = ()) -> Knowledge:
    """Knowledge of the package, of the user's own folder where there is one, and of `folders` (of the same shape), in that order.

    Raises KnowledgeError naming file and line.
    """
    own = user_folder()
    every = [HERE, *([own] if own.is_dir() else []), *folders]
    digest = digest_of(every)
    path = _compiled_path(digest)
    parts = _read_compiled(path)
    if parts is None:
        parts = _compile(every)
        _write_compiled(path, parts)
    return Knowledge(digest, parts)


def _compile(folders: Sequence[Path]) -> dict[str, Any]:
    lexicon = Lexicon()
    compiling.declare_verbs(lexicon, folders)
    parts: dict[str, Any] = {"lexicon": lexicon}
    parts["whom"] = compiling.compile_nouns(lexicon, folders, "whom", "whom")
    parts["means"] = compiling.compile_nouns(lexicon, folders, "means", "means")
    parts["place_nouns"] = compiling.compile_nouns(lexicon, folders, "place_nouns", "kind")
    parts["harms"] = compiling.compile_nouns(lexicon, folders, "harms", "harm")
    parts["acts"] = compiling.compile_acts(lexicon, folders)
    parts["kinds"] = compiling.compile_kinds(lexicon, folders)
    parts["groups"] = compiling.compile_group_nouns(lexicon, folders)
    parts["actors"] = {**parts["kinds"], **compiling.compile_actors(lexicon, folders)}
    for table in ("reporting", "operators"):
        parts[table] = compiling.compile_cues(lexicon, folders, table)
    parts["light"] = compiling.compile_light_verbs(lexicon, folders)
    parts["places"] = compiling.compile_places(lexicon, folders)
    parts["beats"] = compiling.compile_beats(folders)
    parts["means_acts"] = {k: v for _, rows in tables(folders, "means_acts.yaml") for k, v in rows.items()}
    parts["act_means"] = {act: tuple(means) for _, rows in tables(folders, "act_means.yaml") for act, means in rows.items()}
    learned = [read_json(folder / "weights.json") for folder in folders if (folder / "weights.json").exists()]
    parts["weights"] = {k: v for one in learned for k, v in one["weights"].items()}
    parts["answers"] = {k: {f: tuple(w) for f, w in v.items()} for one in learned for k, v in one["answers"].items()}
    parts["furniture"] = compiling.plain_list(folders, "languages/ar/furniture.yaml")
    parts["wire"] = compiling.plain_list(folders, "languages/ar/wire.yaml")
    parts["known"] = _known_words()
    classes = [read_json(folder / "word_classes.json") for folder in folders if (folder / "word_classes.json").exists()]
    parts["classes"] = {word: tuple(map(str, label)) for one in classes for word, label in one.items()}
    return parts


def _known_words() -> dict[str, str]:
    """Folded word → folded lemma, from simplemma's Arabic table."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    table = DefaultDictionaryFactory().get_dictionary("ar")
    return {fold(word): fold(lemma) for word, lemma in table.items() if "\u0621" <= word[0] <= "\u064a" and " " not in word}


def _compiled_path(digest: str) -> Path:
    root = Path(os.environ.get("ISNAD_CACHE") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    stamp = max(p.stat().st_mtime_ns for p in HERE.glob("*.py"))
    return root / "isnad" / f"knowledge-{FORMAT}-{digest}-{stamp:x}-{sys.version_info[0]}{sys.version_info[1]}.pickle"


def _read_compiled(path: Path) -> dict[str, Any] | None:
    """The compiled copy, or None where there is none that can be read."""
    gc.disable()
    try:
        with path.open("rb") as file:
            parts: dict[str, Any] = pickle.load(file)
            return parts
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError):
        return None
    finally:
        gc.enable()


def _write_compiled(path: Path, parts: dict[str, Any]) -> None:
    """Write the copy beside its place and move it there; a folder that cannot be written costs only time."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            pickle.dump(parts, file, protocol=5)
        Path(file.name).replace(path)


__all__ = ["Knowledge", "knowledge_files", "load_knowledge"]

"""Knowledge files read into plain rows; every mistake is named with its file."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml

from isnad.errors import KnowledgeError

HERE = Path(__file__).parent
try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml reads the same, slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]


def user_folder() -> Path:
    """The user's own knowledge: $XDG_DATA_HOME/isnad, by default ~/.local/share/isnad."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "isnad"


def read_yaml(path: Path) -> Any:
    """The content of one YAML file.

    Raises KnowledgeError naming file and line where it does not parse.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KnowledgeError(f"{path}:{line}: {error.problem}") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: not UTF-8") from error


def read_json(path: Path) -> Any:
    """The content of one JSON file. Raises KnowledgeError naming the file where it does not parse."""
    try:
        return json.loads(path.read_bytes())
    except json.JSONDecodeError as error:
        raise KnowledgeError(f"{path}:{error.lineno}: {error.msg}") from error


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV table, header as keys."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def knowledge_files(folders: Sequence[Path]) -> list[Path]:
    """Every knowledge file of the given folders, in a fixed order."""
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in (".yaml", ".csv", ".json")]


def digest_of(folders: Sequence[Path]) -> str:
    """A digest over names and bytes of all knowledge files."""
    total = blake2b(digest_size=12)
    for folder in folders:
        for path in knowledge_files([folder]):
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()


def tables(folders: Sequence[Path], pattern: str) -> Iterator[tuple[Path, Any]]:
    """(path, content) of every YAML file that matches, over all folders; later folders add."""
    for folder in folders:
        for path in sorted(folder.glob(pattern)):
            yield path, read_yaml(path)

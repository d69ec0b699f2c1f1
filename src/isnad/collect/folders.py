"""Walk files and folders in their order, and hand each file to the reader for its suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from isnad.collect.html import collect_html
from isnad.collect.received import LONGEST_TEXT, Received
from isnad.collect.rows import set_aside
from isnad.collect.tables import collect_csv, collect_jsonl
from isnad.collect.text import collect_text
from isnad.errors import InputError

READERS: dict[str, Callable[[Path, int], Iterator[Received]]] = {
    ".txt": collect_text,
    ".html": collect_html,
    ".htm": collect_html,
    ".jsonl": collect_jsonl,
    ".ndjson": collect_jsonl,
    ".csv": collect_csv,
}


def collect(paths: Iterable[Path], longest: int = LONGEST_TEXT) -> Iterator[Received]:
    """Every input record under `paths`, in order, one at a time. A bad line or file is set aside and never stops the rest.

    `longest` is in characters of a report's text. Raises InputError for a path that does not exist, before anything is read.
    """
    paths = list(paths)
    check_paths(paths)
    return (received for path in paths for file in walk(path) for received in collect_file(file, longest))


def check_paths(paths: Iterable[Path]) -> None:
    """Raises InputError for the first path that does not exist."""
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: no such file or folder")


def walk(path: Path) -> Iterator[Path]:
    """The files under a folder, sorted by name; hidden ones are passed over."""
    if not path.is_dir():
        yield path
        return
    for inner in sorted(path.iterdir()):
        if not inner.name.startswith("."):
            yield from walk(inner)


def collect_file(path: Path, longest: int = LONGEST_TEXT) -> Iterator[Received]:
    """The records of one file; an error half-way keeps those before it."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        yield set_aside(f"no reader for {path.suffix or 'a file without a suffix'} files", b"", str(path))
        return
    try:
        yield from reader(path, longest)
    except (InputError, OSError) as error:
        yield set_aside(_reason(error), _bytes(path), str(path))
    except Exception as error:  # a reader's library may fail in any way: the other files are still read
        yield set_aside(f"reader failed: {type(error).__name__}: {error}", _bytes(path), str(path))


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""

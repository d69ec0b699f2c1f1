"""Formats by name: the modules of `isnad.publish`, each with `write`, `OUT` and `OPTIONS`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from isnad.publish.bundle.selection import Selection


class Format(Protocol):
    """`OUT` is «folder», or the name of the file with its suffix; `OPTIONS` are what `write` takes besides."""

    OUT: str
    OPTIONS: Sequence[str]
    __doc__: str

    def write(self, selection: Selection, out: Path, **options: Any) -> list[Path]:
        """Write, and say which files were written."""


def format_names() -> list[str]:
    """Found without importing them."""
    folder = str(Path(__file__).parents[1])
    return sorted(module.name for module in pkgutil.iter_modules([folder]) if not module.ispkg)


def load_format(name: str) -> Format:
    """The module of that name."""
    module: Any = importlib.import_module(f"isnad.publish.{name}")
    found: Format = module
    return found

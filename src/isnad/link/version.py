"""Which code links: changed code compares every claim anew."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path


@functools.cache
def link_version() -> str:
    """Hash of this folder's code, SQL and models."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in (".py", ".sql", ".json"):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:10]

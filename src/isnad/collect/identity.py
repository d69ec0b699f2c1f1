"""Who is who: content hashes of bytes and reports, and ids for inputs that bring none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def sha256(raw: bytes) -> str:
    """64 hexadecimal digits."""
    return hashlib.sha256(raw).hexdigest()


def hash_fields(fields: Iterable[str | None]) -> str:
    """SHA-256 over fields in their order; None and the empty string differ, and no two rows of fields can run together."""
    digest = hashlib.sha256()
    for field in fields:
        encoded = b"" if field is None else field.encode("utf-8", "surrogatepass")
        digest.update(b"-" if field is None else b"%d:" % len(encoded))
        digest.update(encoded)
    return digest.hexdigest()


def hash_report(title: str, text: str) -> str:
    """The hash that a report carries: of its title and text, code point by code point."""
    return hash_fields((title, text))


def make_id(outlet: str | None, url: str | None, published: str | None, title: str, text: str) -> str:
    """A readable id for a report that brought none: the same report always gets the same one."""
    return "r-" + hash_fields((outlet, url, published, title, text))[:12]

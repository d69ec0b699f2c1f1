"""People's decisions: appended, dated, each chained to the one before by a hash. Taking one back is one more."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec
import pyarrow as pa

from isnad.errors import QueryError
from isnad.ledger.engines.engine import Engine
from isnad.ledger.rows import verdict_hash
from isnad.ledger.shapes import row_schema
from isnad.records import Verdict

Kind = Literal["same", "not_same", "merge", "split", "accept", "reject", "unsure", "edit", "undo"]


def give_verdict(engine: Engine, kind: Kind, subjects: Sequence[str], author: str, because: str, undoes: str = "") -> Verdict:
    """Append a verdict; `at` is now. Raises QueryError where the reason or the author is missing."""
    if not because.strip() or not author.strip():
        raise QueryError("a verdict wants an author and a reason (--by, --because)")
    rows = engine.query("SELECT position, hash FROM verdicts ORDER BY position DESC LIMIT 1")
    position, previous = (rows[0]["position"] + 1, rows[0]["hash"]) if rows else (0, "")
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    identity = hashlib.sha256(msgspec.json.encode([kind, list(subjects), author, at, position])).hexdigest()[:10]
    verdict = Verdict(f"v{identity}", kind, tuple(subjects), author, at, because, undoes)
    row: dict[str, Any] = msgspec.to_builtins(verdict)
    row["subjects"] = list(verdict.subjects)
    chained = {**row, "position": position, "previous": previous, "hash": verdict_hash(row, previous)}
    engine.append("verdicts", pa.Table.from_pylist([chained], schema=_SCHEMA))
    return verdict


_SCHEMA = row_schema(Verdict).append(pa.field("position", pa.int64()))
for _name in ("previous", "hash"):
    _SCHEMA = _SCHEMA.append(pa.field(_name, pa.string()))


def standing_verdicts(engine: Engine) -> list[Verdict]:
    """Those that nobody has taken back, in the order in which they were given. A verdict that undid another can be undone too."""
    given = [
        msgspec.convert(row, Verdict)
        for row in engine.query("SELECT * EXCLUDE (position, previous, hash) FROM verdicts ORDER BY position")
    ]
    undone: set[str] = set()
    for verdict in reversed(given):
        if verdict.kind == "undo" and verdict.id not in undone:
            undone.add(verdict.undoes)
    return [verdict for verdict in given if verdict.kind != "undo" and verdict.id not in undone]


def find_verdict(engine: Engine, prefix: str) -> Verdict:
    """The one verdict whose id begins so. Raises QueryError where there is none, or several."""
    found = engine.query("SELECT * EXCLUDE (position, previous, hash) FROM verdicts WHERE starts_with(id, $1)", [prefix])
    if len(found) != 1:
        raise QueryError(f"{'no verdict has' if not found else 'several verdicts have'} an id that begins with {prefix!r}")
    return msgspec.convert(found[0], Verdict)

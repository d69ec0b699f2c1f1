"""The Arrow schema of every table that a run appends to, by the table's name."""

from __future__ import annotations

import pyarrow as pa

from isnad.ledger.shapes import row_schema
from isnad.records import Act, Block, Claim, Clause, Label, Report, SetAside, Tie

_TEXT, _NUMBER = pa.string(), pa.int64()
_PLACE_IN_READING = {"reading": _TEXT, "report": _TEXT, "position": _NUMBER}

_MENTION = pa.schema(
    [*_PLACE_IN_READING.items(), ("kind", _TEXT), ("text", _TEXT), ("start", _NUMBER), ("end", _NUMBER)]
    + [(name, _TEXT) for name in ("field", "name", "id", "rule", "detail")]
)
_READING = pa.schema(
    [("id", _TEXT), ("report", _TEXT), ("run", _NUMBER), ("published", _TEXT), ("published_how", _TEXT), ("published_why", _TEXT)]
    + [
        ("published_years", pa.list_(_NUMBER)),
        ("wire", pa.list_(_TEXT)),
        ("minhash", pa.list_(pa.uint64())),
        ("quotes", pa.list_(_TEXT)),
    ]
)

IN_READING: dict[str, pa.Schema] = {
    "blocks": row_schema(Block, **_PLACE_IN_READING),
    "mentions": _MENTION,
    "clauses": row_schema(Clause, **_PLACE_IN_READING),
    "acts": row_schema(Act, **_PLACE_IN_READING),
    "claims": row_schema(Claim, reading=_TEXT, position=_NUMBER),
    "ties": row_schema(Tie, **_PLACE_IN_READING),
    "labels": row_schema(Label, **_PLACE_IN_READING),
}
"""Tables whose rows belong to one reading, and are hashed together into its id."""

APPENDED: dict[str, pa.Schema] = {
    "raws": pa.schema([("sha256", _TEXT), ("bytes", pa.binary())]),
    "reports": row_schema(Report).append(pa.field("run", _NUMBER)),
    "set_aside": pa.schema([("id", _TEXT)] + list(row_schema(SetAside)) + [("raw_sha256", _TEXT), ("run", _NUMBER)]),
    "entries": pa.schema([("knowledge", _TEXT), ("slot", _TEXT), ("rule", _TEXT), ("run", _NUMBER)]),
    "readings": _READING,
    **IN_READING,
}
"""All of them, in the order in which they are written."""

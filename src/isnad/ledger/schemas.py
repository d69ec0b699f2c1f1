"""The Arrow schema of every table that a run appends to, by the table's name."""

from __future__ import annotations

import pyarrow as pa

from isnad.ledger.shapes import row_schema
from isnad.records import Act, Block, Claim, Clause, Figure, Label, Report, SetAside, Tie

_TEXT, _NUMBER = pa.string(), pa.int64()


def _texts(*names: str) -> dict[str, pa.DataType]:
    return dict.fromkeys(names, _TEXT)


_OF_READING = {**_texts("reading", "report"), "position": _NUMBER}
_SPAN = {"start": _NUMBER, "end": _NUMBER}
_MENTION = {**_OF_READING, **_texts("kind", "text"), **_SPAN, **_texts("field", "name", "id", "rule", "detail")}
_READING = {
    **_texts("id", "report"),
    "run": _NUMBER,
    **_texts("published", "published_how", "published_why"),
    "published_years": pa.list_(_NUMBER),
    "wire": pa.list_(_TEXT),
    "minhash": pa.list_(pa.uint64()),
    "quotes": pa.list_(_TEXT),
}

IN_READING: dict[str, pa.Schema] = {
    "blocks": row_schema(Block, **_OF_READING),
    "mentions": pa.schema(_MENTION),
    "clauses": row_schema(Clause, **_OF_READING),
    "acts": row_schema(Act, **_OF_READING),
    "claims": row_schema(Claim, reading=_TEXT, position=_NUMBER),
    "ties": row_schema(Tie, **_OF_READING),
    "labels": row_schema(Label, **_OF_READING),
}
"""Tables whose rows belong to one reading, and are hashed together into its id."""

APPENDED: dict[str, pa.Schema] = {
    "raws": pa.schema({"sha256": _TEXT, "bytes": pa.binary()}),
    "reports": row_schema(Report).append(pa.field("run", _NUMBER)),
    "set_aside": pa.schema({**_texts("id", *SetAside.__struct_fields__, "raw_sha256"), "run": _NUMBER}),
    "entries": pa.schema({**_texts("knowledge", "slot", "rule"), "run": _NUMBER}),
    "readings": pa.schema(_READING),
    **IN_READING,
}
"""All of them, in the order in which they are written."""

_LISTED = pa.list_(_TEXT)

JUDGED: dict[str, pa.Schema] = {
    "voices": pa.schema({"run": _NUMBER, **_texts("incident", "report", "voice", "reason")}),
    "figures": row_schema(Figure, run=_NUMBER, incident=_TEXT),
    "threads": pa.schema(
        {
            "run": _NUMBER,
            "id": _TEXT,
            **dict.fromkeys(("claims", "reports", "parties", "issues"), _LISTED),
            **_texts("start", "end"),
        }
    ),
}
"""Tables of the judgment layer that linking fills row by row."""

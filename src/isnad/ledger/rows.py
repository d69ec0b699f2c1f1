"""One reading as rows. Its id is the hash of all of them, so that the same reading is written once and any change shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from isnad.records import Claim, Reading, Record, Verdict

Row = dict[str, Any]
_EXACT = msgspec.msgpack.Decoder(Reading)
_MENTION_KINDS = ("actors", "places", "times", "counts")


def reading_rows(reading: Reading, sha256: str) -> tuple[str, dict[str, list[Row]]]:
    """The reading's id and its rows by table. `sha256` is the report's.

    Claims get the ids that they keep in the ledger; links between them follow.
    """
    reading = _EXACT.decode(msgspec.msgpack.encode(reading))  # a whole number in a field of fractions becomes one: 36 → 36.0
    ids = claim_ids(reading, sha256)
    tables = {
        "blocks": _place(reading, reading.blocks),
        "mentions": _number(reading, [_mention(kind[:-1], found) for kind in _MENTION_KINDS for found in getattr(reading, kind)]),
        "clauses": _place(reading, reading.clauses),
        "acts": _place(reading, reading.acts),
        "claims": [{"position": at, **_claim(claim, ids)} for at, claim in enumerate(reading.claims)],
        "ties": _place(reading, reading.ties),
        "labels": _place(reading, reading.labels),
    }
    row = _reading_row(reading)
    identity = hash_reading(row, tables)
    for rows in tables.values():
        for inner in rows:
            inner["reading"] = identity
    return identity, {"readings": [{"id": identity, **row}], **tables}


def hash_reading(row: Mapping[str, Any], tables: Mapping[str, list[Row]]) -> str:
    """32 hexadecimal digits over the columns of `readings` (without id and run) and all rows (without `reading`)."""
    return hashlib.sha256(msgspec.json.encode([row, tables], order="deterministic")).hexdigest()[:32]


def claim_ids(reading: Reading, sha256: str) -> dict[str, str]:
    """The reading's own claim ids → the ledger's, from report, act, status, trigger and speakers."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for claim in reading.claims:
        speakers = [(speaker.field, speaker.start, speaker.end) for speaker in claim.speakers]
        key = [reading.report, sha256, claim.act, claim.status, claim.trigger, speakers]
        ids[claim.id] = _fresh(key, taken)
    return ids


def aside_id(row: Mapping[str, str]) -> str:
    """The hash of what an input was set aside for."""
    kept = {name: row[name] for name in ("origin", "reason", "report", "raw_sha256")}
    return hashlib.sha256(msgspec.json.encode(kept, order="deterministic")).hexdigest()[:16]


def verdict_hash(row: Mapping[str, Any], previous: str) -> str:
    """The hash that chains a verdict to the one before it."""
    kept = {name: row[name] for name in Verdict.__struct_fields__}
    return hashlib.sha256(msgspec.json.encode([kept, previous], order="deterministic")).hexdigest()


def _fresh(key: list[Any], taken: set[str]) -> str:
    again = 0
    while (found := "c" + hashlib.sha256(msgspec.json.encode([*key, again])).hexdigest()[:15]) in taken:
        again += 1
    taken.add(found)
    return found


def _reading_row(reading: Reading) -> Row:
    published = reading.published
    return {
        "report": reading.report,
        "published": published.day,
        "published_how": published.how,
        "published_why": published.why,
        "published_years": list(published.years),
        "wire": list(reading.wire),
        "minhash": list(reading.signature.minhash),
        "quotes": list(reading.signature.quotes),
    }


def _place(reading: Reading, records: Iterable[Record]) -> list[Row]:
    return _number(reading, [msgspec.to_builtins(record) for record in records])


def _number(reading: Reading, rows: Iterable[Row]) -> list[Row]:
    return [{"report": reading.report, "position": at, **row} for at, row in enumerate(rows)]


def _mention(kind: str, found: Record) -> Row:
    """A mention's own columns; a time carries its span one level down."""
    detail: Row = msgspec.to_builtins(found)
    span = detail.get("span") or {}
    row = {name: detail.get(name, "") for name in ("text", "name", "id", "rule")}
    start, end = (span.get("start", -1), span.get("end", -1)) if kind == "time" else (detail["start"], detail["end"])
    field = span.get("field", "text") if kind == "time" else detail["field"]
    return {"kind": kind, **row, "start": start, "end": end, "field": field, "detail": msgspec.json.encode(detail).decode()}


def _claim(claim: Claim, ids: Mapping[str, str]) -> Row:
    row: Row = msgspec.to_builtins(claim)
    row["id"] = ids[claim.id]
    for link in row["links"]:
        link["to"] = ids.get(link["to"], link["to"])
    return row

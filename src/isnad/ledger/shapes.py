"""Record types as column types, derived once, so that records, Arrow tables and tables.sql cannot drift apart."""

from __future__ import annotations

import functools
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from isnad.records import Record

_PLAIN = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


@functools.cache
def fields_of(record: type[Record]) -> dict[str, Any]:
    """Field name → type, in the order of the record."""
    return get_type_hints(record)


@functools.cache
def arrow_type(kind: Any) -> pa.DataType:
    """The Arrow type of a field: text and literals are strings, tuples lists, records structs, `X | None` is X."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(arrow_type(inner[0]))
    if origin in (Union, types.UnionType):
        return arrow_type(next(part for part in inner if part is not type(None)))
    if isinstance(kind, type) and issubclass(kind, Record):
        return pa.struct([(name, arrow_type(field)) for name, field in fields_of(kind).items()])
    return _PLAIN[kind]


def row_schema(record: type[Record], **extra: pa.DataType) -> pa.Schema:
    """Columns of a table of records: those of `extra` first, then one a field."""
    fields = {name: arrow_type(kind) for name, kind in fields_of(record).items()}
    return pa.schema(list({**extra, **fields}.items()))

"""Parquet: the same tables for Python, R and DuckDB; lists stay lists."""

from __future__ import annotations

from pathlib import Path

from isnad.publish.bundle.datapackage import provenance_fields
from isnad.publish.bundle.selection import Selection
from isnad.publish.tables.every import write_tables
from isnad.publish.tables.table import Table

OUT = "folder"
OPTIONS = ()


def write(selection: Selection, out: Path) -> list[Path]:
    """claims.parquet, losses.parquet, incidents.parquet … and datapackage.json under `out`."""
    import msgspec

    where_from = {"isnad": msgspec.json.encode(provenance_fields(selection.provenance)).decode()}

    def write_table(path: Path, table: Table, rows: list[list[object]]) -> None:
        _write_table(path, table, rows, where_from)

    return write_tables(selection, out, "parquet", write_table)


def _write_table(path: Path, table: Table, rows: list[list[object]], where_from: dict[str, str]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "array": pa.list_(pa.string()),
        "date": pa.string(),  # as told: an ISO day, also beyond what a date type holds
    }
    fields = [
        pa.field(one.column.name, kinds.get(one.column.type, pa.string()), metadata={"description": one.column.means})
        for one in table.columns
    ]
    columns = [pa.array([row[at] for row in rows], field.type) for at, field in enumerate(fields)]
    schema = pa.schema(fields, metadata=where_from)
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), path)

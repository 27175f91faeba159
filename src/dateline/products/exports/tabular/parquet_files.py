"""Tables as Parquet, compressed with zstd; written row group by row group."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from dateline.products.exports.contents import Contents
from dateline.products.exports.kinds import Value
from dateline.products.exports.rights import Rights
from dateline.products.exports.schema import Kind, Table
from dateline.products.exports.writing import Part, RowCount, Sink
from dateline.store.queries.frames import package

_AT_ONCE = 10_000


def parquet_part(table: Table[Any], contents: Contents, rights: Rights) -> Part:
    """A table as a file.

    Raises:
        CollectionError: `no_package`, where pyarrow is not installed.
    """
    arrow, parquet = package("pyarrow"), package("pyarrow.parquet")
    schema = arrow_schema(table)

    def write(sink: Sink, count: RowCount) -> None:
        rows = count(table.rows(contents, rights))
        with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
            for part in _parts(rows):
                columns = [
                    [_plain(row[at], column.kind) for row in part] for at, column in enumerate(table.columns)
                ]
                writer.write_table(arrow.table(columns, schema=schema))

    return Part(f"{table.name}.parquet", write)


def arrow_schema(table: Table[Any]) -> Any:
    """The columns of a table as Arrow types."""
    arrow = package("pyarrow")
    types = {
        Kind.TEXT: arrow.string(),
        Kind.MONTH: arrow.string(),
        Kind.WHOLE: arrow.int64(),
        Kind.NUMBER: arrow.float64(),
        Kind.YES_NO: arrow.bool_(),
        Kind.DAY: arrow.date32(),
        Kind.LIST: arrow.list_(arrow.string()),
    }
    return arrow.schema(
        [arrow.field(one.name, types[one.kind], nullable=one.may_be_missing) for one in table.columns]
    )


def _parts(rows: Iterator[tuple[Value, ...]]) -> Iterator[list[tuple[Value, ...]]]:
    while part := list(islice(rows, _AT_ONCE)):
        yield part


def _plain(value: Value, kind: Kind) -> Value:
    return date.fromisoformat(str(value)) if kind is Kind.DAY and value is not None else value

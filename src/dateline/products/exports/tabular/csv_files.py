"""Tables as CSV: UTF-8, commas, one header line, empty cells for what is missing, `|` between the values of a list."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dateline.products.exports.contents import Contents
from dateline.products.exports.kinds import Value
from dateline.products.exports.rights import Rights
from dateline.products.exports.schema import Table
from dateline.products.exports.writing import Part, RowCount, Sink

BETWEEN = "|"
"""Stands between the values of a list; inside a value it is written as `/`."""


def csv_part(table: Table[Any], contents: Contents, rights: Rights) -> Part:
    """A table as a file."""

    def write(sink: Sink, count: RowCount) -> None:
        header = [column.name for column in table.columns]
        rows = count(table.rows(contents, rights))
        for line in lines([header], ","):
            sink.write(line)
        for line in lines((map(cell, row) for row in rows), ","):
            sink.write(line)

    return Part(f"{table.name}.csv", write)


def lines(rows: Iterable[Iterable[str]], delimiter: str) -> Iterator[bytes]:
    """Rows as lines of a file."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
    for row in rows:
        writer.writerow(list(row))
        yield buffer.getvalue().encode("utf-8")
        buffer.seek(0)
        buffer.truncate()


def cell(value: Value) -> str:
    """A value as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return BETWEEN.join((item or "").replace(BETWEEN, "/") for item in value)
    if isinstance(value, float):
        return f"{value:.10g}"
    return value.isoformat() if isinstance(value, date) else str(value)

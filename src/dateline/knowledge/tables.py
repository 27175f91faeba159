"""Reads the packaged tables. Every table is CSV with a header; cells that hold several values part them by `|`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib import resources

from dateline.model import DataError

Row = dict[str, str]


def text_of(table: str) -> str:
    """The content of `knowledge/data/<table>.csv`.

    Raises:
        DataError: the table is missing from the installation.
    """
    try:
        return resources.files("dateline.knowledge").joinpath(f"data/{table}.csv").read_text("utf-8")
    except FileNotFoundError as error:
        raise DataError(f"table {table}.csv is missing: reinstall the package") from error


def rows_of(table: str) -> Iterator[Row]:
    """Rows of a table by column name, in the order of the file."""
    lines = csv.reader(io.StringIO(text_of(table)))
    columns = next(lines)
    return (dict(zip(columns, cells, strict=True)) for cells in lines if cells)


def header_of(table: str) -> tuple[str, ...]:
    """The columns of a table, in order."""
    return tuple(text_of(table).partition("\n")[0].split(","))


def cells(value: str) -> list[str]:
    """The values of a cell that may hold several."""
    return [part for part in value.split("|") if part] if value else []

"""Rows for other tools: Arrow, pandas, polars, DuckDB."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from importlib import import_module
from types import ModuleType
from typing import Any, get_type_hints

from dateline.model import CollectionError
from dateline.model.codec import Record


def arrow_table(records: Iterable[Record], kind: type[Record]) -> Any:
    """A `pyarrow.Table` with the columns of a record, also of no rows.

    Raises:
        CollectionError: `no_package`.
    """
    arrow = package("pyarrow")
    schema = arrow_schema(kind)
    columns: dict[str, list[object]] = {name: [] for name in schema.names}
    for record in records:
        for name, column in columns.items():
            column.append(getattr(record, name))
    return arrow.table(columns, schema=schema)


def arrow_schema(kind: type[Record]) -> Any:
    """The columns of a record as Arrow types."""
    arrow = package("pyarrow")
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    hints = get_type_hints(kind)
    found = []
    for field in fields(kind):  # type: ignore[arg-type]
        hint = hints[field.name]
        plain = next((one for one in types if hint in (one, one | None)), None)
        found.append(arrow.field(field.name, types[plain] if plain else arrow.list_(arrow.string())))
    return arrow.schema(found)


def package(name: str) -> ModuleType:
    """An optional package.

    Raises:
        CollectionError: `no_package`, when it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        what = f"{name} is not installed, which this needs: pip install 'dateline-news[analysis]'."
        raise CollectionError("no_package", what) from error

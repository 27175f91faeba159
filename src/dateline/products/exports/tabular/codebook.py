"""The codebook: what every column of every table means, for people (Markdown) and for programs (CSV)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.products.exports.kinds import MOST_WORDS, Shown
from dateline.products.exports.schema import Column, Kind, Table
from dateline.products.exports.tabular.csv_files import lines

HEADER = ("table", "column", "type", "unit", "rule", "missing", "values")

_SHOWN = {
    Shown.WHOLE: "only with `--text full`",
    Shown.TITLE: "only with `--text full` or `quotes`",
    Shown.PASSAGE: f"whole with `--text full`, {MOST_WORDS} words at most with `quotes`, else missing",
    Shown.PLACE: "missing with `--text none`",
}


def codebook_csv(tables: Sequence[Table[Any]]) -> bytes:
    """A row a column."""
    rows = [list(HEADER), *([table.name, *_cells(column)] for table in tables for column in table.columns)]
    return b"".join(lines(rows, ","))


def codebook_markdown(tables: Sequence[Table[Any]]) -> bytes:
    """A section a table."""
    return ("\n\n".join(map(_section, tables)) + "\n").encode("utf-8")


def _section(table: Table[Any]) -> str:
    return "\n".join(_lines(table))


def _lines(table: Table[Any]) -> Iterator[str]:
    keys = ", ".join(f"`{name}`" for name in table.key)
    yield f"## {table.name}"
    yield ""
    yield f"{table.title}. Key: {keys}."
    for reference in table.references:
        yield f"`{reference.column}` leads to {reference.table}."
    yield ""
    yield "| column | type | unit | rule | missing |"
    yield "|---|---|---|---|---|"
    for column in table.columns:
        name, kind, unit, rule, missing, values = _cells(column)
        told = f"`{values}`: {rule}" if values else rule
        yield f"| `{name}` | {kind} | {unit} | {told} | {missing} |"


def _cells(column: Column[Any]) -> list[str]:
    missing = "; ".join(filter(None, (column.missing, _SHOWN.get(column.shown, ""))))
    absent = "empty list" if column.kind is Kind.LIST else "never"
    return [
        column.name,
        column.kind.value,
        column.unit,
        column.rule,
        missing or absent,
        " ".join(column.values),
    ]

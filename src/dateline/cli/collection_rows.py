"""Rows of a collection, printed."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import TypeVar

import typer

from dateline.cli.collection_options import RowFormat
from dateline.cli.fitting import Column, FittedTable
from dateline.cli.inputs import NOTHING_DONE, READ, is_for_people, write_line
from dateline.cli.messages import say
from dateline.cli.tables import out
from dateline.model.codec import Record
from dateline.store import Collection, Rows, short_id

R = TypeVar("R", bound=Record)

_ON_A_TERMINAL = 20
_LONGEST = 160
_IDS = ("id", "row", "story", "event")


def print_rows(rows: Rows[R], columns: Sequence[Column], to: RowFormat | None, most: int | None) -> None:
    """Prints rows and ends the command: with status 2 where there are none.

    Args:
        columns: the fields that a table shows; ids as short as commands take them.
    """
    shown = rows.limit(most) if most else rows
    if to is RowFormat.PARQUET:
        _write_parquet(shown)
    elif is_for_people(to):
        _print_table(rows, rows.limit(most or _ON_A_TERMINAL), columns)
    elif to is RowFormat.CSV:
        _write_csv(shown)
    elif to is RowFormat.JSON:
        _write_list(shown)
    else:
        for record in shown:
            write_line(_json(record))
    if not rows.count():
        say("nothing was found.")
        raise typer.Exit(NOTHING_DONE)
    raise typer.Exit(READ)


def say_who_is_nowhere(collection: Collection, *asked: Sequence[str] | None) -> None:
    """Says which of those who were asked for nobody in the collection is."""
    for who in (who for values in asked for who in values or ()):
        if not collection.actors(actor=who).count(1):
            say(
                f"nobody in the collection is {who!r}: give a name as pages have it, an id, or the code of a state (KAZ)."
            )


def _print_table(rows: Rows[R], shown: Iterable[R], columns: Sequence[Column]) -> None:
    told = [[_shown_in(record, column) for column in columns] for record in shown]
    if not told:
        return
    console = out()
    fitted = FittedTable(columns, told, console.width)
    console.print(fitted.table())
    if fitted.foot:
        say(f"{fitted.foot}: --to csv has everything.")
    count = rows.count()
    if count > len(told):
        say(f"{count:,} rows, the first {len(told)} shown: --limit {count} shows all.")


def _shown_in(record: Record, column: Column) -> str:
    text = _cell(getattr(record, column.name))
    return short_id(text) if column.name in _IDS else text


def _row_of(record: Record) -> str | None:
    """The short name that `dateline correct` takes, of records that have one."""
    return getattr(record, "row", None)


def _json(record: Record) -> str:
    """The record in JSON, its short name first."""
    row, text = _row_of(record), record.to_json()
    return f'{{"row":{json.dumps(row)},{text[1:]}' if row else text


def _write_csv(rows: Rows[R]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    names: list[str] = []
    for record in rows:
        if not names:
            names = ["row"] if _row_of(record) else []
            names += [field.name for field in fields(record)]  # type: ignore[arg-type]
            writer.writerow(names)
        writer.writerow([_cell(getattr(record, name), longest=None) for name in names])


def _write_list(rows: Rows[R]) -> None:
    opening = "["
    for record in rows:
        sys.stdout.write(opening + _json(record))
        opening = ",\n"
    write_line("[]" if opening == "[" else "]")


def _write_parquet(rows: Rows[R]) -> None:
    table = rows.to_arrow()
    from pyarrow.parquet import write_table

    if sys.stdout.isatty():
        raise typer.BadParameter("Parquet is not for terminals: send it to a file with > rows.parquet.")
    write_table(table, sys.stdout.buffer)


def _cell(value: object, longest: int | None = _LONGEST) -> str:
    values = value if isinstance(value, tuple) else () if value is None else (value,)
    text = "; ".join(map(str, values))
    line = " ".join(text.split())
    return line if longest is None or len(line) <= longest else line[: longest - 1] + "…"

"""Rows of a CSV table that know where they stand, and what is wrong with a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.codec import Record


@dataclass(frozen=True, slots=True)
class Fault(Record):
    """What is wrong in a table, and what to do; `line` is null where the whole file is meant."""

    file: str
    line: int | None
    what: str

    def __str__(self) -> str:
        return f"{self.file} line {self.line}: {self.what}" if self.line else f"{self.file}: {self.what}"


class Row(dict[str, str]):
    """A row, by column, and the file and line that it stands in."""

    file: str = ""
    line: int = 0

    def fault(self, what: str) -> Fault:
        """A fault of this row."""
        return Fault(self.file, self.line, what)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file that can be read, and the faults of the others."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


def read_table(content: bytes, file: str, columns: Sequence[str]) -> Table:
    """Reads a CSV file that has just these columns, in any order; Excel's byte-order mark and semicolons are understood."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Table((), (Fault(file, None, "not UTF-8; save it as “CSV UTF-8”."),))
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    reader.fieldnames = [column.strip() for column in reader.fieldnames or ()]
    wrong = tuple(_column_faults(reader.fieldnames, file, columns))
    if wrong:
        return Table((), wrong)
    rows, faults = [], []
    for cells in reader:
        if None in cells or None in cells.values():
            many = "more" if None in cells else "fewer"
            what = f"{many} cells than columns; put a cell that holds a comma in quotes."
            faults.append(Fault(file, reader.line_num, what))
        elif any(cells.values()):
            row = Row({name: value.strip() for name, value in cells.items()})
            row.file, row.line = file, reader.line_num
            rows.append(row)
    return Table(tuple(rows), tuple(faults))


def _column_faults(given: Sequence[str], file: str, columns: Sequence[str]) -> Iterator[Fault]:
    header = f"the first line has to be: {','.join(columns)}"
    for name in columns:
        if name not in given:
            yield Fault(file, 1, f"column {name} is missing; {header}")
    for name in given:
        if name not in columns:
            yield Fault(file, 1, f"unknown column {name!r}; {header}")


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return next((mark for mark in ";\t" if mark in header and "," not in header), ",")

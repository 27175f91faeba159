"""A user's own tables: folders of CSV files that go before the packaged ones. See docs/how-to/knowledge.md."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from dateline.knowledge.overlay_rows import KEYS, WATCHLIST, columns_of, complaint
from dateline.knowledge.tables import Row
from dateline.model import DataError

VARIABLE = "DATELINE_KNOWLEDGE"
"""The environment variable that names folders of overlays, parted like those of PATH."""
REFRESHED = "refreshed"
"""The folder inside an overlay that holds the accepted snapshot."""
MANIFEST = "manifest.json"
"""What makes a folder a snapshot."""


class Layer(IntEnum):
    """Where a row comes from; the higher one wins."""

    SHIPPED = 0
    REFRESHED = 1
    USER = 2


class OverlayRow(Row):
    """A row of an overlay; `place` names folder, file and line, `layer` says whose it is."""

    place: str = ""
    layer: Layer = Layer.USER


def layer_of(row: Row) -> Layer:
    """Whose a row is."""
    return row.layer if isinstance(row, OverlayRow) else Layer.SHIPPED


@dataclass(frozen=True, slots=True)
class OverlayTable:
    """The usable rows of one file, and a line for everything in it that could not be used."""

    table: str
    rows: tuple[OverlayRow, ...]
    faults: tuple[str, ...]


def overlays_in_force() -> tuple[Path, ...]:
    """The folders that the environment names.

    Raises:
        DataError: one of them is not there.
    """
    return folders(part for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part)


def folders(given: Iterable[str | Path]) -> tuple[Path, ...]:
    """Overlay folders as absolute paths.

    Raises:
        DataError: one of them is not there.
    """
    found = tuple(Path(part).expanduser().resolve() for part in given)
    for folder in found:
        if not folder.is_dir():
            raise DataError(
                f"{folder}: no such knowledge folder; create it, or mend --knowledge or {VARIABLE}."
            )
    return found


def files_of(folder: Path) -> Iterator[tuple[Path, Layer]]:
    """The CSV files of an overlay with their layer, the user's own first; a snapshot may stand for an overlay itself."""
    own = Layer.REFRESHED if (folder / MANIFEST).is_file() else Layer.USER
    yield from ((path, own) for path in sorted(folder.glob("*.csv")))
    yield from ((path, Layer.REFRESHED) for path in sorted((folder / REFRESHED).glob("*.csv")))


def fingerprint(given: Sequence[Path]) -> tuple[tuple[str, int, int], ...]:
    """What changes when a file of the folders does: names, times of change and sizes."""
    return tuple(
        (entry.name, stat.st_mtime_ns, stat.st_size)
        for folder in given
        for inner in (folder, folder / REFRESHED)
        if inner.is_dir()
        for entry in sorted(os.scandir(inner), key=lambda entry: entry.name)
        if entry.is_file()
        for stat in (entry.stat(),)
    )


def content_hash(given: Sequence[Path]) -> str:
    """Eight hex digits of what the files of the folders hold, whatever the folders are called; empty without folders."""
    if not given:
        return ""
    digest = hashlib.sha256()
    for folder in given:
        logs = sorted(folder.glob("*.jsonl"))
        for path in (*(path for path, _ in files_of(folder)), *logs):
            digest.update(f"{path.relative_to(folder).as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:8]


def read_overlay(path: Path, layer: Layer) -> OverlayTable:
    """Reads one CSV file: Excel's byte-order mark and semicolons are understood, rows that cannot be used are told one by one."""
    table = path.stem
    if table not in KEYS:
        return _refused(path, f"no table has this name; use {WATCHLIST}.csv or one of: {', '.join(KEYS)}.")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused(path, "not UTF-8; save it as “CSV UTF-8”.")
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    given = [column.strip() for column in reader.fieldnames or ()]
    reader.fieldnames = given
    columns = columns_of(table)
    missing = sorted(_needed(table).difference(given))
    if missing:
        header = f"the first line has to be: {','.join(columns)} (some may be left out)."
        return _refused(path, f"column {', '.join(missing)} is missing; {header}")
    unknown = [column for column in given if column not in columns]
    faults = [
        f"{path} line 1: column {c!r} is not used; the columns are {', '.join(columns)}." for c in unknown
    ]
    rows = []
    for cells in reader:
        row, wrong = _row(path, table, cells, reader.line_num, layer)
        if wrong:
            faults.append(f"{path} line {reader.line_num}: {wrong}. The row is left out.")
        elif any(row.values()):
            row["source"] = ", ".join(part for part in (row["source"] or row.get("note"), row.place) if part)
            rows.append(row)
    return OverlayTable(table, tuple(rows), tuple(faults))


def _row(path: Path, table: str, cells: dict[str, str], line: int, layer: Layer) -> tuple[OverlayRow, str]:
    """A row with all columns of its table, and what is wrong with it."""
    row = OverlayRow(dict.fromkeys(columns_of(table), ""))
    row.update({k: v.strip() for k, v in cells.items() if k in row and v})
    row.place, row.layer = f"{path.parent.name}/{path.name} line {line}", layer
    if None in cells:
        return row, "more cells than columns; put a cell that holds a comma in quotes"
    return row, complaint(table, row)


def _refused(path: Path, why: str) -> OverlayTable:
    return OverlayTable(path.stem, (), (f"{path}: {why} The file is left out.",))


def _needed(table: str) -> frozenset[str]:
    return frozenset({"name"}) if table == WATCHLIST else frozenset(KEYS[table]) - {"state"}


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return next((mark for mark in ";\t" if mark in header and "," not in header), ",")

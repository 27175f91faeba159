"""The packaged tables with overlays over them, as the readers of the single tables see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from dateline.knowledge.overlay_rows import KEYS, WATCHLIST, has_same_key
from dateline.knowledge.overlays import OverlayRow, OverlayTable, files_of, read_overlay
from dateline.knowledge.tables import Row, rows_of
from dateline.knowledge.watched_offices import office_rows
from dateline.model import DataError

_FAMILIES = {"offices": ("offices", "offices_pinned"), "offices_pinned": ("offices", "offices_pinned")}
"""Tables of one shape, of which a row may replace one of the other."""


class Tables:
    """Rows of all tables. Of two rows with one key the higher layer's stays: user, then refreshed, then packaged."""

    def __init__(self, overlays: Sequence[Path] = ()) -> None:
        """Reads the overlays; a later folder goes before an earlier one. What cannot be used is told in `faults`."""
        self.faults: list[str] = []
        self._over: dict[str, list[OverlayRow]] = {}
        found = [
            (layer, place, read_overlay(path, layer))
            for place, folder in enumerate(overlays)
            for path, layer in files_of(folder)
        ]
        for _, _, read in sorted(found, key=lambda item: item[:2], reverse=True):
            self._add(read)
        self._over = {table: list(_kept(table, rows)) for table, rows in self._over.items()}

    def _add(self, read: OverlayTable) -> None:
        self.faults.extend(read.faults)
        self._over.setdefault(read.table, []).extend(read.rows)
        if read.table == WATCHLIST:
            self._over.setdefault("offices", []).extend(office_rows(read.rows))

    def overlaid(self) -> Iterator[tuple[str, OverlayRow]]:
        """All rows of overlays with their tables, the highest layer first."""
        return ((table, row) for table, rows in self._over.items() for row in rows)

    def rows(self, table: str) -> Iterator[Row]:
        """Rows of a table: those of overlays first, then the packaged ones that they do not replace."""
        if not self._over:
            return rows_of(table)
        return self._layered(table)

    def _layered(self, table: str) -> Iterator[Row]:
        yield from self._over.get(table, ())
        over = [row for member in _FAMILIES.get(table, (table,)) for row in self._over.get(member, ())]
        yield from unreplaced(table, over, rows_of(table))

    def watched(self) -> Sequence[Row]:
        """Rows of all watch-lists."""
        return self._over.get(WATCHLIST, ())

    def refuse(self, table: str, row: Row, why: str) -> None:
        """A row that turns out to be of no use once other tables are known: told for an overlay, an error for ours.

        Raises:
            DataError: the row is a packaged one.
        """
        if isinstance(row, OverlayRow):
            self.faults.append(f"{row.place}: {why}. The row is left out.")
        else:
            _raise(table, row, why)


def _raise(table: str, row: Row, why: str) -> NoReturn:
    number = list(rows_of(table)).index(row) + 2
    raise DataError(f"{table}.csv line {number}: {why}")


def unreplaced(table: str, over: Iterable[Row], rows: Iterable[Row]) -> Iterator[Row]:
    """Rows that none of the rows over them replaces."""
    by_key: dict[tuple[str, ...], list[Row]] = {}
    for row in over:
        by_key.setdefault(_key(table, row), []).append(row)
    for row in rows:
        if not any(has_same_key(table, other, row) for other in by_key.get(_key(table, row), ())):
            yield row


def _key(table: str, row: Row) -> tuple[str, ...]:
    return tuple(row[column] for column in KEYS[table])


def _kept(table: str, rows: Sequence[OverlayRow]) -> Iterator[OverlayRow]:
    """Rows of overlays that no row of a higher layer or later folder replaces; those of one file all stay."""
    kept: dict[tuple[str, ...], list[OverlayRow]] = {}
    for row in rows:
        same = kept.setdefault(_key(table, row), [])
        file = row.place.rpartition(" line ")[0]
        if table == WATCHLIST or not any(
            has_same_key(table, other, row) for other in same if not other.place.startswith(f"{file} line ")
        ):
            same.append(row)
            yield row

"""Rows on their way from the tasks that make them to those that need them together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dateline.engine.runs.files import Files

SHARD = "shard"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A folder with a file from each source, in which every row group is of one shard."""

    files: Files
    folder: str
    schema: Any
    """The columns beside the shard."""

    def scatter(self, source: str, rows: Iterable[tuple[Any, Any]]) -> None:
        """Write tables with the shard of each of their rows."""
        name = self._name(source)
        schema = self.schema.append(pa.field(SHARD, pa.int64()))
        if not self.files.exists(name):
            parts = (part for table, shards in rows for part in _parts(table, np.asarray(shards, np.int64)))
            self.files.write_tables(name, schema, (part.cast(schema) for part in parts))

    def gather(self, shards: Collection[int]) -> Any:
        """All rows of some shards, source by source."""
        wanted = set(shards)
        found = [part for name in self.files.names(self.folder) for part in self._read(name, wanted)]
        return pa.concat_tables(found) if found else self.schema.empty_table()

    def shards(self) -> list[int]:
        """The shards that have rows."""
        found: set[int] = set()
        for name in self.files.names(self.folder):
            with self.files.opened(name) as file:
                found.update(shard for _, shard in _groups(file))
        return sorted(found)

    def _read(self, name: str, wanted: Collection[int]) -> Iterator[Any]:
        with self.files.opened(name) as file:
            groups = [number for number, shard in _groups(file) if shard in wanted]
            if groups:
                yield file.read_row_groups(groups, columns=self.schema.names)

    def _name(self, source: str) -> str:
        return f"{self.folder}/{source}.parquet"


def _parts(table: Any, shards: Any) -> Iterator[Any]:
    order = np.argsort(shards, kind="stable")
    ordered = table.append_column(SHARD, pa.array(shards)).take(pa.array(order))
    edges = [0, *(np.flatnonzero(np.diff(shards[order])) + 1).tolist(), len(order)]
    for start, end in pairwise(edges):
        if end > start:
            yield ordered.slice(start, end - start)


def _groups(file: Any) -> Iterator[tuple[int, int]]:
    """The row groups of a file with their shards."""
    column = file.schema_arrow.names.index(SHARD)
    leaf = _leaf(file, column)
    for number in range(file.num_row_groups):
        yield number, file.metadata.row_group(number).column(leaf).statistics.min


def _leaf(file: Any, column: int) -> int:
    """The number of a column among those that Parquet counts, which has those inside of lists."""
    name = file.schema_arrow.names[column]
    leaves = [file.schema.column(number).path for number in range(len(file.schema))]
    return leaves.index(name)


def where(table: Any, mask: Any) -> Any:
    """The rows of a table for which a mask holds."""
    return table.filter(pa.array(mask))


def column(table: Any, name: str) -> Any:
    """A column of numbers as an array of numpy."""
    found = table[name]
    return (pc.fill_null(found, 0) if found.null_count else found).to_numpy()

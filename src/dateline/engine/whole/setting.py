"""What every step needs: the files, the units in portions, and what is known of pages by number."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgspec
import numpy as np

from dateline.engine.adapters.engine import Answer, Engine
from dateline.engine.adapters.local import LocalEngine
from dateline.engine.runs.files import Files
from dateline.engine.runs.units_read import do_all

_PAGES_IN_PORTION = 10_000
PAGES_IN_SHARD = 20_000
"""Pages whose small rows (fingerprints, for one) meet in one task."""
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the work of a run lies, and how many pages it has."""

    files: Files
    work: str
    pages: int

    @property
    def shards(self) -> int:
        """How many shards rows are spread over whose shard is a hash."""
        return -(-self.pages // PAGES_IN_SHARD)

    def folder(self, name: str) -> str:
        """A folder for what a step makes."""
        return f"{self.work}/{name}"

    def save(self, name: str, values: Any) -> None:
        """Keep an array."""
        buffer = io.BytesIO()
        np.save(buffer, values)
        self.files.write(self._array(name), buffer.getvalue())

    def load(self, name: str) -> Any:
        """An array that was kept."""
        return np.load(io.BytesIO(self.files.read(self._array(name))))

    def has(self, name: str) -> bool:
        """Whether an array is kept."""
        return self.files.exists(self._array(name))

    def _array(self, name: str) -> str:
        return f"{self.work}/arrays/{name}.npy"


class UnitRows(msgspec.Struct, frozen=True):
    """A unit by its name, the number of its first page, and how many it has."""

    name: str
    first: int
    pages: int


class Portion(msgspec.Struct, frozen=True):
    """Units whose rows are handed on by one task."""

    number: int
    units: tuple[UnitRows, ...]

    def tables(self, setting: Setting, folder: str, columns: Sequence[str]) -> Iterator[tuple[Any, Any]]:
        """The rows of a table of each unit, some at a time, with the numbers of their pages."""
        for unit in self.units:
            at = unit.first
            with setting.files.opened(f"{folder}/{unit.name}.parquet") as file:
                for batch in file.iter_batches(batch_size=_AT_ONCE, columns=list(columns)):
                    table = _table(batch)
                    yield table, np.arange(at, at + table.num_rows, dtype=np.int32)
                    at += table.num_rows

    def numbered(self, setting: Setting, folder: str, schema: Any) -> Iterator[tuple[Any, Any]]:
        """The same as tables of a schema, whose column `number` is that of the page."""
        import pyarrow as pa

        columns = [name for name in schema.names if name != "number"]
        for table, numbers in self.tables(setting, folder, columns):
            yield table.append_column("number", pa.array(numbers)).select(schema.names), numbers


def _table(batch: Any) -> Any:
    import pyarrow as pa

    return pa.Table.from_batches([batch])


def portions_of(units: Iterable[tuple[str, int]]) -> list[Portion]:
    """Units, by name and number of pages, in portions."""
    found: list[Portion] = []
    waiting: list[UnitRows] = []
    first = 0
    for name, pages in units:
        waiting.append(UnitRows(name, first, pages))
        first += pages
        if first - waiting[0].first >= _PAGES_IN_PORTION:
            found.append(Portion(len(found), tuple(waiting)))
            waiting = []
    return [*found, Portion(len(found), tuple(waiting))] if waiting else found


Step = Callable[[Setting, Any], None]
"""Makes one file of one piece, unless it is there."""


def do_step(
    engine: Engine,
    setting: Setting,
    step: Step,
    pieces: Sequence[Any],
    kind: type,
    told: Callable[[str], None],
) -> None:
    """Has a step done for all pieces, which are of one kind.

    Raises:
        RunError: `failed`.
    """
    what = step.__name__.replace("_", " ")
    told(what)
    items = [msgspec.json.encode(piece).decode() for piece in pieces]

    def finished(_answer: Answer) -> None:
        """Nothing is to be done with it."""

    near = (
        LocalEngine(0) if len(items) == 1 else engine
    )  # a worker takes longer to start than most steps take
    do_all(near, partial(_do, setting, step, kind), items, what, finished)


def _do(setting: Setting, step: Step, kind: type, item: str) -> str:
    step(setting, msgspec.json.decode(item, type=kind))
    return ""

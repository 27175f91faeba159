"""Which pages there are, each article once, and in which order grouping and the search for copies take them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dateline.engine.whole.setting import Portion, Setting

UNDATED = 0
"""Stands for the day of a page that has none."""
_COLUMNS = ("id", "day", "published", "sampled")


def number_pages(setting: Setting, portions: Sequence[Portion]) -> None:
    """Keeps of each page, by number: `kept`, whether it is the first with its id; `day`; `by_day` and `by_time`, its places in the orders
    of grouping and of the search for copies; `sampled`, how many fingerprints it has.
    """
    parts = [table for portion in portions for table, _ in portion.tables(setting, "sketches", _COLUMNS)]
    table = pa.concat_tables(parts)
    count = table.num_rows
    table = table.append_column("number", pa.array(np.arange(count, dtype=np.int32)))
    first = table.select(["id", "number"]).group_by("id").aggregate([("number", "min")])
    kept = np.zeros(count, dtype=np.bool_)
    kept[first["number_min"].to_numpy()] = True
    table = _filled(_filled(table, "day", UNDATED), "published", "")
    setting.save("day", table["day"].to_numpy())
    setting.save("sampled", table["sampled"].to_numpy())
    unique = table.filter(pa.array(kept))
    setting.save("by_day", _places(unique, "day", count))
    setting.save("by_time", _places(unique, "published", count))
    setting.save("kept", kept)


def _filled(table: Any, name: str, value: int | str) -> Any:
    """A table with a value where a column has none."""
    return table.set_column(table.schema.get_field_index(name), name, pc.fill_null(table[name], value))


def _places(table: Any, by: str, count: int) -> Any:
    """For each page its place in an order, of equals by id; -1 for pages that are not in the table."""
    order = pc.sort_indices(table, sort_keys=[(by, "ascending"), ("id", "ascending")]).to_numpy()
    places = np.full(count, -1, dtype=np.int32)
    places[table["number"].to_numpy()[order]] = np.arange(len(order), dtype=np.int32)
    return places

"""What outlets put on many of their pages: it does not make copies of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from zlib import crc32

import numpy as np
import pyarrow as pa

from dateline.engine.whole.exchange import Exchange, column, where
from dateline.engine.whole.setting import Portion, Setting
from dateline.model import Reading
from dateline.syndication.fingerprints import fingerprint
from dateline.syndication.standing import Entry, looked_at, on_several, own_shingles

_KEYS = pa.schema(
    [("outlet", pa.string()), ("key", pa.uint64()), ("id", pa.string()), ("number", pa.int32())]
)
_LOOKED_AT = pa.schema([("number", pa.int32()), ("outlet", pa.string())])
_SHINGLES = pa.schema([("outlet", pa.string()), ("shingles", pa.list_(pa.uint64()))])
_STANDING = pa.schema([("shingle", pa.uint64())])


def keys_by_outlet(setting: Setting) -> Exchange:
    """The pages of outlets with the smallest keys on their way to those that choose among them."""
    return Exchange(setting.files, setting.folder("keys-by-outlet"), _KEYS)


def hand_over_keys(setting: Setting, portion: Portion) -> None:
    """Of the pages of each outlet in a portion those with the smallest keys."""
    kept = setting.load("kept")
    entries: dict[str, dict[Entry, int]] = defaultdict(dict)
    for table, numbers in portion.tables(setting, "sketches", ("outlet", "key", "id")):
        for row, number in zip(table.to_pylist(), numbers.tolist(), strict=True):
            if row["outlet"] is not None and kept[number]:
                entries[row["outlet"]][row["key"], row["id"]] = number
    rows = [
        {"outlet": outlet, "key": entry[0], "id": entry[1], "number": found[entry]}
        for outlet, found in sorted(entries.items())
        for entry in looked_at(sorted(found))
    ]
    table = pa.Table.from_pylist(rows, schema=_KEYS)
    keys_by_outlet(setting).scatter(f"{portion.number:05}", [(table, _shards(setting, table))])


def choose_looked_at(setting: Setting, shard: int) -> None:
    """Which pages of each outlet are looked at."""
    name = f"{setting.folder('looked-at')}/{shard:05}.parquet"
    if setting.files.exists(name):
        return
    entries: dict[str, dict[Entry, int]] = defaultdict(dict)
    for row in keys_by_outlet(setting).gather([shard]).to_pylist():
        entries[row["outlet"]][row["key"], row["id"]] = row["number"]
    rows = [
        {"number": found[entry], "outlet": outlet}
        for outlet, found in sorted(entries.items())
        for entry in looked_at(sorted(found))
    ]
    setting.files.write_tables(name, _LOOKED_AT, [pa.Table.from_pylist(rows, schema=_LOOKED_AT)])


def shingles_by_outlet(setting: Setting) -> Exchange:
    """The shingles of the pages that are looked at on their way to those who count them."""
    return Exchange(setting.files, setting.folder("shingles-by-outlet"), _SHINGLES)


def hand_over_shingles(setting: Setting, portion: Portion) -> None:
    """The shingles of a portion's pages that are looked at."""
    names = setting.files.names(setting.folder("looked-at"))
    looked = {
        row["number"]: row["outlet"] for name in names for row in setting.files.read_table(name).to_pylist()
    }
    chosen = np.zeros(setting.pages, dtype=np.bool_)
    chosen[list(looked)] = True

    def rows() -> Iterator[tuple[Any, Any]]:
        for table, numbers in portion.tables(setting, "readings", ("reading",)):
            readings = where(table, chosen[numbers])["reading"].to_pylist()
            outlets = [looked[number] for number in numbers[chosen[numbers]].tolist()]
            shingles = [own_shingles(fingerprint(Reading.from_json(reading).article)) for reading in readings]
            found = pa.table(
                [pa.array(outlets, pa.string()), pa.array(shingles, _SHINGLES.field(1).type)],
                schema=_SHINGLES,
            )
            yield found, _shards(setting, found)

    shingles_by_outlet(setting).scatter(f"{portion.number:05}", rows())


def count_standing(setting: Setting, shard: int) -> None:
    """The shingles that stand on several pages of an outlet."""
    name = f"{setting.folder('standing')}/{shard:05}.parquet"
    if setting.files.exists(name):
        return
    each: dict[str, list[Any]] = defaultdict(list)
    for row in shingles_by_outlet(setting).gather([shard]).to_pylist():
        each[row["outlet"]].append(np.array(row["shingles"], dtype=np.uint64))
    tables = [pa.table([pa.array(on_several(found))], schema=_STANDING) for found in each.values()]
    setting.files.write_tables(name, _STANDING, tables)


def keep_standing(setting: Setting) -> None:
    """Keeps the `standing` shingles of all outlets, sorted."""
    names = setting.files.names(setting.folder("standing"))
    parts = [column(setting.files.read_table(name), "shingle") for name in names]
    setting.save("standing", np.unique(np.concatenate([np.zeros(0, np.uint64), *parts])))


def _shards(setting: Setting, table: Any) -> list[int]:
    return [
        crc32(outlet.encode("utf-8", "replace")) % setting.shards for outlet in table["outlet"].to_pylist()
    ]

"""Pages that share enough of their fingerprints to be compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa

from dateline.engine.whole.exchange import Exchange, column, where
from dateline.engine.whole.setting import PAGES_IN_SHARD, Portion, Setting
from dateline.syndication.postings import LONGEST_POSTING, most_shared

_SAMPLES = pa.schema([("fingerprint", pa.uint64()), ("number", pa.int32())])
_SHARED = pa.schema(
    [("later", pa.int32()), ("earlier", pa.int32()), ("shared", pa.int32()), ("standing", pa.int32())]
)
CANDIDATES = pa.schema([("later", pa.int32()), ("earlier", pa.int32())])
"""Two pages to compare, by number, the later one first."""
_AT_ONCE = 1_000_000
_PAGES_AT_ONCE = 10_000


def samples_by_fingerprint(setting: Setting) -> Exchange:
    """The samples of pages on their way to the tasks of fingerprints."""
    return Exchange(setting.files, setting.folder("samples-by-fingerprint"), _SAMPLES)


def hand_over_samples(setting: Setting, portion: Portion) -> None:
    """The samples of a portion's pages."""
    kept = setting.load("kept")

    def rows() -> Iterator[tuple[Any, Any]]:
        tables = list(_samples(setting, portion, kept))
        if tables:
            table = pa.concat_tables(tables)
            yield table, column(table, "fingerprint") % np.uint64(setting.shards)

    samples_by_fingerprint(setting).scatter(f"{portion.number:05}", rows())


def _samples(setting: Setting, portion: Portion, kept: Any) -> Iterator[Any]:
    for table, numbers in portion.tables(setting, "sketches", ("sample",)):
        chosen = where(table, kept[numbers])["sample"].combine_chunks()
        pages = np.repeat(numbers[kept[numbers]], pa.compute.list_value_length(chosen).to_numpy())
        yield pa.table([chosen.flatten(), pa.array(pages)], schema=_SAMPLES)


def shared_by_page(setting: Setting) -> Exchange:
    """How much pairs of pages share on the way to the tasks of their later pages."""
    return Exchange(setting.files, setting.folder("shared-by-page"), _SHARED)


def count_shared(setting: Setting, shard: int) -> None:
    """How many of a shard's fingerprints each pair of pages shares."""
    standing, by_time = setting.load("standing"), setting.load("by_time")

    def rows() -> Iterator[tuple[Any, Any]]:
        table = samples_by_fingerprint(setting).gather([shard])
        for found in _counted(
            _sharing(column(table, "fingerprint"), column(table, "number"), by_time, standing)
        ):
            yield found, column(found, "later") // PAGES_IN_SHARD

    shared_by_page(setting).scatter(f"{shard:05}", rows())


_Sharing = tuple[Any, Any, bool]
"""Later pages, earlier pages, and whether what they share is standing text."""


def _sharing(fingerprints: Any, numbers: Any, by_time: Any, standing: Any) -> Iterator[_Sharing]:
    """The pairs of pages that have a fingerprint in common: each page with the first that have it."""
    order = np.lexsort((by_time[numbers], fingerprints))
    fingerprints, numbers = fingerprints[order], numbers[order]
    edges = np.concatenate([[0], np.flatnonzero(np.diff(fingerprints)) + 1, [len(fingerprints)]])
    starts = edges[:-1][np.diff(edges) > 1] if len(fingerprints) else edges[:0]
    is_fixed = np.isin(fingerprints[starts], standing)
    ends = dict(pairwise(edges.tolist()))
    for start, fixed in zip(starts.tolist(), is_fixed.tolist(), strict=True):
        pages = numbers[start : ends[start]]
        for first in range(0, len(pages), _PAGES_AT_ONCE):
            rows = np.arange(first, min(len(pages), first + _PAGES_AT_ONCE))
            later, earlier = np.nonzero(np.arange(LONGEST_POSTING) < rows[:, None])
            yield pages[rows[later]], pages[earlier], fixed


def _counted(sharing: Iterator[_Sharing]) -> Iterator[Any]:
    """The pairs, each with what it shares, added up over many fingerprints at a time."""
    waiting: list[_Sharing] = []
    held = 0
    for one in sharing:
        waiting.append(one)
        held += len(one[0])
        if held >= _AT_ONCE:
            yield _added(waiting)
            waiting, held = [], 0
    if waiting:
        yield _added(waiting)


def _added(sharing: list[_Sharing]) -> Any:
    later, earlier = (np.concatenate([one[side] for one in sharing]).astype(np.int64) for side in (0, 1))
    fixed = np.repeat([one[2] for one in sharing], [len(one[0]) for one in sharing])
    pairs, place = np.unique(later << 32 | earlier, return_inverse=True)
    shared, standing = (np.bincount(place[mask], minlength=len(pairs)) for mask in (~fixed, fixed))
    columns = [pairs >> 32, pairs & 0xFFFFFFFF, shared, standing]
    return pa.table([pa.array(each.astype(np.int32)) for each in columns], schema=_SHARED)


def candidates_of(setting: Setting, shard: int) -> str:
    """The file with the pairs to compare whose later page is in a shard."""
    return f"{setting.folder('candidates')}/{shard:05}.parquet"


def choose_candidates(setting: Setting, shard: int) -> None:
    """The pages that are worth a comparison with each page of a shard."""
    name = candidates_of(setting, shard)
    if setting.files.exists(name):
        return
    sampled, by_time = setting.load("sampled"), setting.load("by_time")
    table = shared_by_page(setting).gather([shard])
    pairs, place = np.unique(
        column(table, "later").astype(np.int64) << 32 | column(table, "earlier"), return_inverse=True
    )
    shared, standing = (
        np.bincount(place, weights=column(table, kind), minlength=len(pairs)).astype(np.int64)
        for kind in ("shared", "standing")
    )
    later, earlier = (pairs >> 32).astype(np.int32), (pairs & 0xFFFFFFFF).astype(np.int32)
    page_at = np.argsort(by_time)[np.count_nonzero(by_time < 0) :]
    edges = np.concatenate([[0], np.flatnonzero(np.diff(later)) + 1, [len(later)]]) if len(later) else [0]
    found: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        page, others = int(later[start]), by_time[earlier[start:end]].tolist()
        both = (dict(zip(others, counts[start:end].tolist(), strict=True)) for counts in (shared, standing))
        by_words, by_standing = ({other: count for other, count in each.items() if count} for each in both)
        sizes = {other: int(sampled[page_at[other]]) for other in by_standing}
        found += [
            (page, int(page_at[other]))
            for other in most_shared(by_words, by_standing, sizes, int(sampled[page]))
        ]
    columns = list(zip(*found, strict=True)) or [(), ()]
    out = pa.table([pa.array(each, pa.int32()) for each in columns], schema=CANDIDATES)
    setting.files.write_tables(name, CANDIDATES, [out])

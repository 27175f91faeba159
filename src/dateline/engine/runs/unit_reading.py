"""One unit read: its pages to tables, what cannot be read to rejections, and the manifest last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa

from dateline.engine.runs.columns import TABLES, Values, rejection_row, rows_of
from dateline.engine.runs.files import Files
from dateline.engine.runs.manifest import Manifest, Options, manifest_of, name_of
from dateline.engine.runs.unit import Unit, hash_of_bytes
from dateline.model import PageKind, RawPage, Reading, Rejection
from dateline.reading import OtherLanguage
from dateline.sources import PassedOver, Skipped, load_pages, pages_in_range

_AT_ONCE = 200
"""Rows of a table that are held before they are written."""

_COUNTS = ("other", "passed", "placeholders")


class ReadPages(Protocol):
    """Reads pages in order: one result for each, `dateline.api.read_in_languages`."""

    def __call__(
        self, sources: Iterable[RawPage], *, workers: int | None, tier: str, languages: Sequence[str]
    ) -> Iterator[Reading | Rejection | OtherLanguage]: ...


@dataclass(frozen=True, slots=True)
class ReadingJob:
    """How units are read and where their tables go. `workers` read the pages of one unit. `read` is a function of a module, so that
    the job can be sent to other machines."""

    files: Files
    version: str
    options: Options
    read: ReadPages
    workers: int | None = None


def read_unit(job: ReadingJob, item: str) -> str:
    """Reads a unit, both as JSON, unless it is done. Gives its manifest.

    Raises:
        RunError: `unwritable changed`.
    """
    unit = Unit.from_json(item)
    done = manifest_of(job.files, unit, job.version)
    if done is None:
        done = _Reading(job, unit).run()
        job.files.write(f"units/{done.name}.json", done.to_json().encode("utf-8", "replace"))
    return done.to_json()


@dataclass(slots=True)
class _Reading:
    """A unit under way."""

    job: ReadingJob
    unit: Unit
    writers: dict[str, Any] = field(default_factory=dict)
    waiting: dict[str, list[Values]] = field(default_factory=lambda: {name: [] for name in TABLES})
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys([*TABLES, *_COUNTS], 0))

    def run(self) -> Manifest:
        sha256 = hash_of_bytes(self.unit)
        name = name_of(self.unit, self.job.version)
        with ExitStack() as stack:
            for table, schema in TABLES.items():
                if table != "pages" or self.job.options.keep_pages:
                    writer = self.job.files.writer(f"{table}/{name}.parquet", schema)
                    self.writers[table] = stack.enter_context(writer)
            self._read()
            for table in self.writers:
                self._write(table)
        counts = self.counts
        return Manifest(
            self.unit,
            self.job.version,
            sha256,
            readings=counts["readings"],
            rejected=counts["rejections"],
            other_languages=counts["other"],
            passed_over=counts["passed"],
            placeholders=counts["placeholders"],
        )

    def _read(self) -> None:
        ahead: list[tuple[int, RawPage]] = []

        def pages() -> Iterator[RawPage]:
            for row, found in enumerate(pages_of(self.unit, self._pass_over)):
                if isinstance(found, Rejection):
                    self._add("rejections", [rejection_row(row, found)])
                else:
                    ahead.append((row, found))
                    yield found

        options = self.job.options
        results = self.job.read(
            pages(), workers=self.job.workers, tier=options.tier, languages=options.languages
        )
        for result in results:
            row, page = ahead.pop(0)
            if isinstance(result, Rejection):
                self._add("rejections", [rejection_row(row, result)])
            elif isinstance(result, Reading):
                self.counts["placeholders"] += result.article.kind is PageKind.PLACEHOLDER
                for table, rows in rows_of(row, page, result, keep_page=options.keep_pages).items():
                    self._add(table, rows)
            else:
                self.counts["other"] += 1

    def _pass_over(self, count: int) -> None:
        self.counts["passed"] += count

    def _add(self, table: str, rows: list[Values]) -> None:
        self.counts[table] += len(rows)
        self.waiting[table] += rows
        if len(self.waiting[table]) >= _AT_ONCE:
            self._write(table)

    def _write(self, table: str) -> None:
        rows = self.waiting[table]
        if rows:
            self.writers[table].write_table(pa.Table.from_pylist(rows, schema=TABLES[table]))
            rows.clear()


def pages_of(unit: Unit, passed_over: Callable[[int], None]) -> Iterator[RawPage | Rejection]:
    """The pages of a unit in the order of its parts; `passed_over` hears how many records hold none."""

    def skipped(what: Skipped | PassedOver) -> None:
        passed_over(what.count)

    for part in unit.parts:
        if part.end is None:
            yield from load_pages([part.path], on_skipped=skipped)
        else:
            passed = PassedOver(part.path)
            yield from pages_in_range(Path(part.path), part.start, part.end, passed)
            passed_over(passed.count)

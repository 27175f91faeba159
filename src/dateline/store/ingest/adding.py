"""A run that adds pages: read, then written a batch at a time, each batch with all that follows from it or not at all."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from sqlalchemy import Connection

from dateline.engine.garbage import collected_seldom
from dateline.model import CollectionError, PageKind, RawPage, Reading, Rejection
from dateline.store.grouping import Regrouping
from dateline.store.holdings import Holdings, Values
from dateline.store.ingest.arrivals import Arrival, Arrivals, Settled
from dateline.store.ingest.known import seen_before
from dateline.store.ingest.outcomes import AddReport, Outcome
from dateline.store.ingest.queue import Input, Result, read_in_order
from dateline.store.ingest.runs import begin_run, finish_run, note_provenance
from dateline.store.inserting import insert_rows
from dateline.store.raw import packed
from dateline.store.tables import ARTICLES, REJECTIONS, RUN_INPUTS

_PAGES = 200
_SECONDS = 4.0
_MOST_WAITING = 1_000
"""A batch is written after so many pages that were read, so many seconds, or so many inputs of any kind."""

Told = Callable[[AddReport], None]
"""Hears after each batch what became of the inputs so far."""
Written = Callable[[Connection], None]
"""Writes more in the same transaction."""


@dataclass(slots=True)
class _Run:
    """A run under way: what is waiting to be written, and what became of the rest."""

    holdings: Holdings
    report: AddReport
    regrouping: Regrouping = field(default_factory=Regrouping)
    waiting: list[tuple[Input, Result]] = field(default_factory=list)
    number: int = 0
    settled: dict[str, Outcome] = field(default_factory=dict)
    is_described: bool = False
    again: bool = False
    written: float = field(default_factory=time.monotonic)

    def is_due(self) -> bool:
        """Whether a batch should be written now."""
        pages = sum(result is not None for _, result in self.waiting)
        late = bool(self.waiting) and time.monotonic() - self.written > _SECONDS
        return pages >= _PAGES or late or len(self.waiting) >= _MOST_WAITING

    def write(self, finally_write: Written | None = None) -> None:
        """Writes what is waiting, in one transaction with what the caller adds to it."""
        with self.holdings.database.writing() as connection:
            report = _Batch(self, connection).write()
            if finally_write is not None:
                finally_write(connection)
        self.report = report
        self.waiting.clear()
        self.written = time.monotonic()


class _Batch:
    """What is written in one transaction."""

    def __init__(self, run: _Run, connection: Connection) -> None:
        self._run, self._connection = run, connection
        self._arrivals = Arrivals(connection, run.report.run, again=run.again)
        self._report = run.report
        self._inputs: list[Values] = []
        self._rejections: list[Values] = []
        self._added: dict[int, Reading] = {}
        self._gone: dict[int, str] = {}

    def write(self) -> AddReport:
        for one, result in self._run.waiting:
            self._run.number += 1
            self._settle(one, result)
        insert_rows(self._connection, RUN_INPUTS, self._inputs)
        insert_rows(self._connection, REJECTIONS, self._rejections)
        if self._added:
            self._follow()
        return self._report

    def _settle(self, one: Input, result: Result) -> None:
        rejection = result if isinstance(result, Rejection) else one.rejection
        if rejection is not None:
            self._reject(one, rejection)
        elif one.page is not None and isinstance(result, Reading):
            self._take_in(one, result, one.page)
        else:
            before = self._run.settled.get(one.sha256 or "", Outcome.KNOWN) if one.is_again else one.outcome
            again = Outcome.KNOWN if before in (Outcome.READ, Outcome.UNCHANGED) else before
            self._note(one, again or Outcome.KNOWN)

    def _take_in(self, one: Input, reading: Reading, page: RawPage) -> None:
        if not self._run.is_described:
            note_provenance(self._connection, self._report.run, reading.provenance)
            self._run.is_described = True
        sha256 = one.sha256 or ""
        settled = self._arrivals.settle(Arrival(reading, sha256))
        if settled.outcome is Outcome.FORGOTTEN:
            self._note(replace(one, source=""), settled.outcome)
            return
        self._note(one, settled.outcome, settled.article)
        if settled.number is not None:
            self._run.holdings.raw_pages.put(self._connection, sha256, packed(page))
            self._count(settled)
            if reading.article.kind is PageKind.PLACEHOLDER:
                placeholders = (*self._report.placeholders, one.source)
                self._report = replace(self._report, placeholders=placeholders)
            self._added[settled.number] = settled.told or reading

    def _count(self, settled: Settled) -> None:
        report = self._report
        if settled.replaced is None:
            self._report = replace(report, new=report.new + 1)
            return
        self._report = replace(report, new_versions=report.new_versions + 1)
        if self._added.pop(settled.replaced, None) is None:
            ids = ARTICLES.select().with_only_columns(ARTICLES.c.id)
            found = self._connection.execute(ids.where(ARTICLES.c.number == settled.replaced)).scalar_one()
            self._gone[settled.replaced] = found

    def _reject(self, one: Input, rejection: Rejection) -> None:
        self._note(one, Outcome.REJECTED, code=rejection.code)
        self._report = replace(self._report, rejections=(*self._report.rejections, rejection))
        self._rejections.append(
            {
                "run": self._report.run,
                "number": self._run.number,
                "source": rejection.source,
                "code": rejection.code,
                "message": rejection.message,
                "bytes_sha256": rejection.bytes_sha256,
                "place": rejection.place,
            }
        )

    def _note(
        self, one: Input, outcome: Outcome, article: str | None = None, code: str | None = None
    ) -> None:
        name = outcome.value
        self._report = replace(self._report, **{name: getattr(self._report, name) + 1})
        if one.sha256 is not None and not one.is_again:
            self._run.settled[one.sha256] = outcome
        self._inputs.append(
            {
                "run": self._report.run,
                "number": self._run.number,
                "source": one.source,
                "bytes_sha256": one.sha256,
                "outcome": name,
                "article": article,
                "code": code,
            }
        )

    def _follow(self) -> None:
        """All that follows from articles that came in or were replaced."""
        added = sorted(self._added)
        self._run.regrouping.settle(self._connection, added, self._gone)
        for index in self._run.holdings.indexes:
            index.drop(self._connection, list(self._gone))
            index.add(self._connection, [(number, self._added[number]) for number in added])


def add_pages(
    holdings: Holdings,
    pages: Iterable[RawPage | Rejection],
    *,
    workers: int | None,
    tier: str,
    again: bool = False,
    told: Told | None = None,
    finally_write: Written | None = None,
) -> AddReport:
    """Reads and keeps pages. What was written stays when the run breaks off; the next run passes over it.

    Args:
        again: lets in what was taken back.
        finally_write: writes in the transaction of the last batch, and so only when all pages are in.
    """
    with holdings.database.writing() as connection:
        number = begin_run(connection, "add", {"tier": tier})
    run = _Run(holdings, AddReport(number), again=again)
    seen = partial(_seen_before, holdings, again=again)
    read = partial(holdings.read_many, workers=workers, tier=tier)
    try:
        with collected_seldom():
            for one, result in read_in_order(pages, seen, read):
                run.waiting.append((one, result))
                if run.is_due():
                    _write(run, told)
    except CollectionError:
        raise
    except BaseException:
        run.regrouping = Regrouping()  # what broke off may have left it between two states
        _write(run, told)
        raise

    def end(connection: Connection) -> None:
        finish_run(connection, number)
        if finally_write is not None:
            finally_write(connection)

    _write(run, told, end)
    return run.report


def _write(run: _Run, told: Told | None, finally_write: Written | None = None) -> None:
    if run.waiting or finally_write is not None:
        run.write(finally_write)
        if told is not None:
            told(run.report)


def _seen_before(holdings: Holdings, sha256: str, *, again: bool) -> Outcome | None:
    with holdings.database.reading() as connection:
        return seen_before(connection, sha256, again=again)

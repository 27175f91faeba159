"""Pages that are kept read again, with the program and the tables of today; what changes replaces what was there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, Connection, Row, and_, func, select, update

from dateline.model import CollectionError, RawPage, Reading, Rejection
from dateline.model.codec import Record
from dateline.store.auditing.articles import renumber_audited
from dateline.store.correcting.reading_back import as_corrected
from dateline.store.grouping import Regrouping
from dateline.store.holdings import Holdings
from dateline.store.ingest.article_rows import (
    PLACES,
    day_of,
    delete_rows,
    packed_record,
    reading_of,
    write_rows,
)
from dateline.store.ingest.runs import (
    begin_run,
    finish_run,
    is_provenance_of,
    note_provenance,
    note_reached,
    unfinished,
)
from dateline.store.inserting import insert_rows
from dateline.store.raw import unpacked
from dateline.store.sketch_rows import file_sketch, packed_sketch, remove_sketches
from dateline.store.tables import ARTICLES, EARLIER_READINGS, RUN_INPUTS
from dateline.stories import sketch

_KIND = "re-read"
_AT_ONCE = 100

Kept = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class RereadReport(Record):
    """What became of the pages that were read again. `before` are pages that the same run had seen to when it broke off; `missing` those whose page is gone or
    damaged; they and `rejected` ones stay as they were.
    """

    SCHEMA: ClassVar[str] = "dateline.reread/1"

    run: int
    before: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    missing: int = 0
    rejections: tuple[Rejection, ...] = ()


Told = Callable[[RereadReport], None]


def reread(holdings: Holdings, *, workers: int | None, tier: str, told: Told | None = None) -> RereadReport:
    """Reads the pages of all current articles again. What broke off is taken up where it was, when pages are still read in the same way."""
    run = _taken_up(holdings, workers, tier) or _begun(holdings, tier)
    waiting: list[tuple[Kept, Reading]] = []
    for result in holdings.read_many(run.pages(run.kept()), workers=workers, tier=tier):
        row = run.fed.pop(0)
        if isinstance(result, Rejection):
            rejections = (*run.report.rejections, result)
            run.report = replace(run.report, rejected=run.report.rejected + 1, rejections=rejections)
            continue
        waiting.append((row, result))
        if len(waiting) >= _AT_ONCE:
            run.write(waiting, told)
            waiting = []
    run.write(waiting, told)
    with holdings.database.writing() as connection:
        finish_run(connection, run.report.run)
    return run.report


def _begun(holdings: Holdings, tier: str) -> _Run:
    with holdings.database.writing() as connection:
        return _Run(holdings, RereadReport(begin_run(connection, _KIND, {"tier": tier})))


def _taken_up(holdings: Holdings, workers: int | None, tier: str) -> _Run | None:
    """The last run, where it was one of this kind that broke off, and a page is read by the same program, model and tables as then."""
    with holdings.database.reading() as connection:
        broken = unfinished(connection, _KIND)
        if broken is None or broken.reached is None:
            return None
        run = _Run(holdings, RereadReport(broken.number), reached=broken.reached, is_described=True)
        passed = connection.execute(
            select(func.count()).select_from(ARTICLES).where(run.is_passed())
        ).scalar_one()
        run.report = replace(run.report, before=passed)
    probe = _Run(holdings, run.report)
    read = holdings.read_many(islice(probe.pages(probe.kept()), 1), workers=workers, tier=tier)
    first = next(iter(read), None)
    is_same = isinstance(first, Reading) and is_provenance_of(broken, first.provenance)
    return run if is_same else None


@dataclass(slots=True)
class _Run:
    """`reached` is the arrival of the last page that was seen to."""

    holdings: Holdings
    report: RereadReport
    reached: int = 0
    fed: list[Kept] = field(default_factory=list)
    regrouping: Regrouping = field(default_factory=Regrouping)
    is_described: bool = False

    def is_passed(self) -> ColumnElement[bool]:
        """Articles that were seen to."""
        return and_(ARTICLES.c.is_current, ARTICLES.c.arrival <= self.reached)

    def kept(self) -> Sequence[Kept]:
        """The articles that are still to be seen to, as they came in."""
        columns = ARTICLES.c
        told = select(columns.number, columns.id, columns.page_sha256, columns.arrival)
        ahead = told.where(columns.is_current, columns.arrival > self.reached)
        with self.holdings.database.reading() as connection:
            return connection.execute(ahead.order_by(columns.arrival)).all()

    def pages(self, kept: Sequence[Kept]) -> Iterator[RawPage]:
        """The pages that are there; each is noted in `fed` until its result comes."""
        get = self.holdings.raw_pages.get
        for row in kept:
            with self.holdings.database.reading() as connection:
                data = get(connection, row.page_sha256)
            if data is None:
                self.report = replace(self.report, missing=self.report.missing + 1)
                continue
            self.fed.append(row)
            yield unpacked(data, row.id)

    def write(self, read: Sequence[tuple[Kept, Reading]], told: Told | None) -> None:
        """Writes what changed, in one transaction with all that follows from it."""
        if not read:
            return
        with self.holdings.database.writing() as connection:
            if not self.is_described:
                note_provenance(connection, self.report.run, read[0][1].provenance)
                self.is_described = True
            changed = [(row, reading) for row, reading in read if _differs(connection, row.number, reading)]
            replacing = partial(_replace, connection, self.report.run)
            renewed = dict(replacing(row, reading) for row, reading in changed)
            if renewed:
                self._follow(connection, {row.number: row.id for row, _ in changed}, renewed)
            self.reached = read[-1][0].arrival
            note_reached(connection, self.report.run, self.reached)
        report = self.report
        self.report = replace(
            report,
            changed=report.changed + len(changed),
            unchanged=report.unchanged + len(read) - len(changed),
        )
        if told is not None:
            told(self.report)

    def _follow(self, connection: Connection, gone: dict[int, str], renewed: dict[int, Reading]) -> None:
        self.regrouping.forget_readings([*gone, *renewed])
        self.regrouping.settle(connection, sorted(renewed), gone)
        for index in self.holdings.indexes:
            index.drop(connection, list(gone))
            index.add(connection, list(renewed.items()))


def _differs(connection: Connection, number: int, reading: Reading) -> bool:
    """Whether more than the provenance is another."""
    data = connection.execute(select(ARTICLES.c.reading).where(ARTICLES.c.number == number)).scalar_one()
    before = _sound(data)
    return before is None or replace(before, provenance=reading.provenance) != reading


def _sound(data: bytes) -> Reading | None:
    """The reading that a row holds; None where it is damaged."""
    try:
        return reading_of(data)
    except CollectionError:
        return None


def _replace(connection: Connection, run: int, row: Kept, reading: Reading) -> tuple[int, Reading]:
    """Puts a reading in the place of the one before, which is kept beside it. Gives the article's number, another one where its day
    has changed, and what it tells with the corrections that hold for it.
    """
    remove_sketches(connection, [row.number])
    delete_rows(connection, [row.number])
    number = _number(connection, row.number, reading)
    columns = ARTICLES.c
    before = connection.execute(
        select(columns.run, columns.lineage, columns.reading).where(columns.number == row.number)
    ).one()
    earlier = EARLIER_READINGS
    connection.execute(update(earlier).where(earlier.c.article == row.number).values(article=number))
    renumber_audited(connection, row.number, number)
    if _sound(before.reading) is not None:
        insert_rows(connection, earlier, [{"article": number, "run": before.run, "reading": before.reading}])
    connection.execute(
        update(ARTICLES).where(columns.number == row.number).values(_columns(number, run, reading))
    )
    connection.execute(
        update(RUN_INPUTS).where(RUN_INPUTS.c.article == row.id).values(article=reading.article.id)
    )
    told = as_corrected(connection, before.lineage, reading)
    write_rows(connection, [(number, told)])
    file_sketch(connection, number, sketch(reading.article))
    return number, told.reading


def _columns(number: int, run: int, reading: Reading) -> dict[str, Any]:
    """The columns of an article that come from its reading."""
    article = reading.article
    day, ordinal = day_of(article)
    return {
        "number": number,
        "id": article.id,
        "outlet": article.outlet.id if article.outlet else None,
        "outlet_name": article.outlet.name if article.outlet else None,
        "title": article.title,
        "published": article.published.value if article.published else None,
        "published_day": day,
        "published_ordinal": ordinal,
        "language": article.language,
        "coded": article.coded,
        "body_sha256": article.body_sha256,
        "run": run,
        "reading": packed_record(reading.to_json()),
        "sketch": packed_sketch(sketch(article)),
    }


def _number(connection: Connection, number: int, reading: Reading) -> int:
    """The number that an article keeps while its day is the same."""
    ordinal = day_of(reading.article)[1]
    if ordinal is None or ordinal == number // PLACES:
        return number
    low, high = ordinal * PLACES, (ordinal + 1) * PLACES - 1
    last = connection.execute(
        select(func.max(ARTICLES.c.number)).where(ARTICLES.c.number.between(low, high))
    ).scalar()
    return (last or low) + 1

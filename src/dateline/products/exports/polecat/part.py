"""The file of an export for POLECAT: tabs, a header, a row an event, whatever its status."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.products.exports.job import Job
from dateline.products.exports.polecat.columns import COLUMNS
from dateline.products.exports.polecat.rows import polecat_row
from dateline.products.exports.tabular.csv_files import lines
from dateline.products.exports.told import ToldEvent
from dateline.products.exports.writing import Part, RowCount, Sink

NO_REPORT = "events whose reports the filters left out"


def polecat_part(job: Job) -> Part:
    """All events of the selection."""

    def write(sink: Sink, count: RowCount) -> None:
        for line in lines([COLUMNS], "\t"):
            sink.write(line)
        for line in lines((_row(event, job) for event in count(_told(job))), "\t"):
            sink.write(line)

    return Part("polecat", write)


def _told(job: Job) -> Iterator[ToldEvent]:
    for event in job.contents.events():
        if event.tellings:
            yield event
        else:
            job.left_out[NO_REPORT] += 1


def _row(event: ToldEvent, job: Job) -> list[str]:
    numbers = dict.fromkeys(telling.number for telling in event.tellings)
    pages = sorted(map(job.contents.page, numbers), key=lambda page: (page.first_seen, page.number))
    return polecat_row(event, pages, job.rights, job.about)

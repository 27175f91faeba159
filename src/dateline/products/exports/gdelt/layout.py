"""The files of an export for GDELT: events, mentions, the ids behind GDELT's numbers, and a descriptor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dateline.products.exports.gdelt.coded import coded_events, uncounted
from dateline.products.exports.gdelt.columns import EVENT_COLUMNS, MENTION_COLUMNS, NUMBERS, WHOLE
from dateline.products.exports.gdelt.events import event_row
from dateline.products.exports.gdelt.mentions import mention_row
from dateline.products.exports.job import Job
from dateline.products.exports.tabular.csv_files import lines
from dateline.products.exports.tabular.datapackage import as_json
from dateline.products.exports.writing import MARK, Layout, Part, RowCount, Sink, Written

EVENTS, MENTIONS, IDS = "export.CSV", "mentions.CSV", "ids.csv"
"""GDELT puts the instant of an update before the first two names; an export of ours is no update."""


def gdelt_layout(job: Job) -> Layout:
    """The files, none with a header but that of the ids."""
    return Layout(
        (_events(job), _mentions(job), _ids(job)), ((MARK, lambda written: _descriptor(job, written)),)
    )


def _events(job: Job) -> Part:
    def write(sink: Sink, count: RowCount) -> None:
        for line in lines((_plain(event_row(coded)) for coded in count(coded_events(job))), "\t"):
            sink.write(line)

    return Part(EVENTS, write)


def _mentions(job: Job) -> Part:
    def write(sink: Sink, count: RowCount) -> None:
        pairs = ((coded, one) for coded in coded_events(uncounted(job)) for one in coded.mentions)
        rows = (_plain(mention_row(coded, one, job.rights)) for coded, one in count(pairs))
        for line in lines(rows, "\t"):
            sink.write(line)

    return Part(MENTIONS, write)


def _ids(job: Job) -> Part:
    def write(sink: Sink, count: RowCount) -> None:
        for line in lines([["GLOBALEVENTID", "event"]], ","):
            sink.write(line)
        rows = ([str(coded.number), coded.event.id] for coded in count(coded_events(uncounted(job))))
        for line in lines(rows, ","):
            sink.write(line)

    return Part(IDS, write)


def _plain(row: Iterable[str]) -> list[str]:
    """Cells without what would need quotation marks, which GDELT's files do not have."""
    return [" ".join(cell.replace('"', "'").split()) for cell in row]


def _descriptor(job: Job, written: Sequence[Written]) -> bytes:
    columns = {EVENTS: EVENT_COLUMNS, MENTIONS: MENTION_COLUMNS, IDS: ("GLOBALEVENTID", "event")}
    return as_json(
        {
            "profile": "tabular-data-package",
            "name": "dateline-gdelt",
            "title": job.about.name,
            "description": job.about.description,
            "dateline": {
                "version": job.about.version,
                "text": job.about.text.value,
                "filters": dict(job.about.filters),
                "files": [file.name for file in written],
            },
            "resources": [_resource(file, columns[file.name]) for file in written],
        }
    )


def _resource(file: Written, columns: Sequence[str]) -> dict[str, Any]:
    has_header = file.name == IDS
    return {
        "profile": "tabular-data-resource",
        "name": file.name.partition(".")[0].lower(),
        "path": file.name,
        "format": "csv",
        "mediatype": "text/csv" if has_header else "text/tab-separated-values",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "dialect": {"delimiter": "," if has_header else "\t", "header": has_header},
        "schema": {
            "fields": [{"name": name, "type": _type(name)} for name in columns],
            "missingValues": [""],
        },
    }


def _type(column: str) -> str:
    return "integer" if column in WHOLE else "number" if column in NUMBERS else "string"

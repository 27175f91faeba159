"""The files of an export for GDELT: events, mentions, the ids behind GDELT's numbers, and a descriptor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from dateline.products.exports.gdelt.coded import coded_events, uncounted
from dateline.products.exports.gdelt.columns import EVENT_COLUMNS, MENTION_COLUMNS, NUMBERS, WHOLE
from dateline.products.exports.gdelt.events import event_row
from dateline.products.exports.gdelt.mentions import mention_row
from dateline.products.exports.job import Job
from dateline.products.exports.tabular.csv_files import lines
from dateline.products.exports.tabular.datapackage import as_json
from dateline.products.exports.writing import MARK, Layout, Part, RowCount, Sink, Written

IDS = "ids.csv"
_ID_COLUMNS = ("GLOBALEVENTID", "event")
_NEVER = "19700101000000"


def gdelt_layout(job: Job) -> Layout:
    """The files, named after the instant at which the last page came in, as GDELT names its updates. Only the ids have a header."""
    stamp = "".join(filter(str.isdigit, job.contents.last_seen() or "")) or _NEVER
    names = (f"{stamp}.export.CSV", f"{stamp}.mentions.CSV", IDS)
    parts = tuple(write(name, job) for name, write in zip(names, (_events, _mentions, _ids), strict=True))
    return Layout(parts, ((MARK, partial(_descriptor, job)),))


def _events(name: str, job: Job) -> Part:
    def write(sink: Sink, count: RowCount) -> None:
        for line in lines((_plain(event_row(coded)) for coded in count(coded_events(job))), "\t"):
            sink.write(line)

    return Part(name, write)


def _mentions(name: str, job: Job) -> Part:
    def write(sink: Sink, count: RowCount) -> None:
        pairs = ((coded, one) for coded in coded_events(uncounted(job)) for one in coded.mentions)
        rows = (_plain(mention_row(coded, one, job.rights)) for coded, one in count(pairs))
        for line in lines(rows, "\t"):
            sink.write(line)

    return Part(name, write)


def _ids(name: str, job: Job) -> Part:
    def write(sink: Sink, count: RowCount) -> None:
        for line in lines([_ID_COLUMNS], ","):
            sink.write(line)
        rows = ([str(coded.number), coded.event.id] for coded in count(coded_events(uncounted(job))))
        for line in lines(rows, ","):
            sink.write(line)

    return Part(name, write)


def _plain(row: Iterable[str]) -> list[str]:
    """Cells without what would need quotation marks, which GDELT's files do not have."""
    return [" ".join(cell.replace('"', "'").split()) for cell in row]


def _descriptor(job: Job, written: Sequence[Written]) -> bytes:
    columns = (EVENT_COLUMNS, MENTION_COLUMNS, _ID_COLUMNS)
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
            "resources": [_resource(*pair) for pair in zip(written, columns, strict=True)],
        }
    )


def _resource(file: Written, columns: Sequence[str]) -> dict[str, Any]:
    has_header = file.name == IDS
    return {
        "profile": "tabular-data-resource",
        "name": "ids" if has_header else file.name.split(".")[1],
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

"""What a run has read, page by page in the order of its inputs, for a collection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.engine.runs.faults import RunError
from dateline.engine.runs.files import Files
from dateline.engine.runs.report import RunReport
from dateline.engine.runs.run import REPORT, report_in
from dateline.model import RawPage, Reading, Rejection
from dateline.store.ingest.read_already import Found
from dateline.store.raw import unpacked


def finished_run(place: str) -> tuple[Files, RunReport]:
    """A folder with a finished run, whose pages were kept.

    Raises:
        RunError: `not_a_run no_pages bad_address`.
    """
    files = Files.at(place)
    report = report_in(files)
    if report is None:
        message = f"{place} holds no finished run ({REPORT} is missing): make it with `dateline run`, again if it was broken off."
        raise RunError("not_a_run", message)
    if not report.options.keep_pages:
        message = (
            f"{place} was made with --no-pages, and a collection keeps pages: make the run again without it."
        )
        raise RunError("no_pages", message)
    return files, report


def pages_of_run(files: Files, report: RunReport) -> Iterator[Found]:
    """All pages of a run with their readings, and its rejections, in the order of the inputs."""
    for unit in report.units:
        rejections = _rejections(files, f"rejections/{unit.name}.parquet")
        for row, found in _readings(files, unit.name):
            while rejections and rejections[0][0] < row:
                yield rejections.pop(0)[1]
            yield found
        yield from (rejection for _, rejection in rejections)
    yield from (found for _, found in _rejections(files, f"rejections/inputs-{report.id}.parquet"))


def _readings(files: Files, name: str) -> Iterator[tuple[int, tuple[RawPage, Reading]]]:
    """The pages of a unit by their rows, of which a row group at a time is in memory."""
    with (
        files.opened(f"readings/{name}.parquet") as readings,
        files.opened(f"pages/{name}.parquet") as pages,
    ):
        contents = _batches(pages, ["row", "page"])
        for one in _batches(readings, ["row", "source", "place", "reading"]):
            page = unpacked(next(contents)["page"], one["source"])
            yield one["row"], (page, Reading.from_json(one["reading"]))


def _batches(file: Any, columns: list[str]) -> Iterator[dict[str, Any]]:
    for group in range(file.num_row_groups):
        yield from file.read_row_group(group, columns=columns).to_pylist()


def _rejections(files: Files, name: str) -> list[tuple[int, Rejection]]:
    rows = files.read_table(name).to_pylist()
    return [(row["row"], msgspec.convert(row, Rejection)) for row in rows]

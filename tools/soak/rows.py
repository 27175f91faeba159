"""All rows of a collection or of a run, so that two of them can be compared."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

import dateline
from dateline.engine.runs.files import Files
from dateline.store.tables import JOBS, METADATA
from tools.soak.processes import SoakError

_OF_RUNS = {"runs", "run_inputs", "rejections", "earlier_readings", "dirty_months", "clock", "raw_pages"}
_INSTANTS = {
    "*": {"first_seen", "run", "made"},
    "jobs": {"finished", "not_before", "lease_until", "id"},
    "feeds": {"last", "next", "rounds"},  # a clock that jumps makes further rounds
}
_PASSING = ("feed", "bringing")
"""Jobs that tell what a process did, not what came of it."""
_FOLDERS = ("readings", "rejections", "sketches", "articles", "reports", "statements", "stories", "copies")

Rows = dict[str, list[str]]


def rows_of_collection(place: Path) -> Rows:
    """Each table's rows in one order, without instants, what is said of the runs that wrote them, and rounds over feeds."""
    found: Rows = {}
    with dateline.open(place) as opened, opened.holdings.database.reading() as connection:
        for table in METADATA.sorted_tables:
            if table.name not in _OF_RUNS:
                skipped = _INSTANTS["*"] | _INSTANTS.get(table.name, set())
                query = select(*(column for column in table.columns if column.name not in skipped))
                if table is JOBS:
                    query = query.where(JOBS.c.kind.not_in(_PASSING))
                found[table.name] = sorted(repr(tuple(row)) for row in connection.execute(query))
    return found


def rows_of_run(out: Path) -> Rows:
    """The rows of each folder of a run, whatever file they are in."""
    files = Files.at(str(out))
    return {
        folder: sorted(
            repr(row) for name in files.names(folder) for row in files.read_table(name).to_pylist()
        )
        for folder in _FOLDERS
    }


def compare(found: Rows, wanted: Rows) -> int:
    """How many rows there are, which are all the same.

    Raises:
        SoakError: some differ; the message names the table and the first row.
    """
    for name, rows in wanted.items():
        if found.get(name) != rows:
            odd = sorted(set(found.get(name, ())) ^ set(rows))
            first = odd[0][:600] if odd else "repeated rows"
            raise SoakError(
                f"{name}: {len(found.get(name, ()))} rows instead of {len(rows)}, such as {first}"
            )
    return sum(map(len, wanted.values()))

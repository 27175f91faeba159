"""Rows about a run: when, by what, over which inputs."""

from __future__ import annotations

import json

from sqlalchemy import Connection, insert, update

from dateline.model import Provenance
from dateline.store.clock import now
from dateline.store.tables import RUNS

_ROWS_LOOKED_AT = 400
"""Of an index, in SQLite: enough for its plans, in some milliseconds."""


def begin_run(connection: Connection, kind: str, options: dict[str, str | int | None]) -> int:
    """The number of a new run of a kind (`add re-read`)."""
    row = insert(RUNS).values(kind=kind, started=now(), options=json.dumps(options, sort_keys=True))
    return int(connection.execute(row.returning(RUNS.c.id)).scalar_one())


def note_provenance(connection: Connection, run: int, provenance: Provenance) -> None:
    """What reads in this run: program, model, tables."""
    connection.execute(
        update(RUNS)
        .where(RUNS.c.id == run)
        .values(
            code=provenance.dateline,
            model=provenance.language_model.to_json(),
            knowledge=provenance.knowledge,
            tier=provenance.tier,
        )
    )


def finish_run(connection: Connection, run: int) -> None:
    """Notes that a run came to its end."""
    connection.execute(update(RUNS).where(RUNS.c.id == run).values(finished=now()))
    look_at_rows(connection)


def look_at_rows(connection: Connection) -> None:
    """Lets the database look at how its rows are spread, by which it plans queries."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA analysis_limit = {_ROWS_LOOKED_AT}")
    connection.exec_driver_sql("ANALYZE")

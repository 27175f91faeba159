"""Rows about a run: when, by what, over which inputs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

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
    connection.execute(update(RUNS).where(RUNS.c.id == run).values(_columns(provenance)))


def _columns(provenance: Provenance) -> dict[str, str]:
    return {
        "code": provenance.dateline,
        "model": provenance.language_model.to_json(),
        "knowledge": provenance.knowledge,
        "tier": provenance.tier,
    }


@dataclass(frozen=True, slots=True)
class BrokenOff:
    """A run that did not come to its end: what read in it, and how far it came."""

    number: int
    reached: int | None
    read_by: Mapping[str, str | None]


def note_reached(connection: Connection, run: int, arrival: int) -> None:
    """Notes the arrival up to which a run has seen to all articles."""
    options = connection.execute(select(RUNS.c.options).where(RUNS.c.id == run)).scalar_one()
    told = json.dumps({**json.loads(options), "reached": arrival}, sort_keys=True)
    connection.execute(update(RUNS).where(RUNS.c.id == run).values(options=told))


def unfinished(connection: Connection, kind: str) -> BrokenOff | None:
    """The last run of all, if it is of a kind and did not come to its end."""
    row = connection.execute(select(RUNS).order_by(RUNS.c.id.desc()).limit(1)).first()
    if row is None or row.kind != kind or row.finished is not None:
        return None
    read_by = {name: getattr(row, name) for name in ("code", "model", "knowledge", "tier")}
    return BrokenOff(row.id, json.loads(row.options).get("reached"), read_by)


def is_provenance_of(broken: BrokenOff, provenance: Provenance) -> bool:
    """Whether pages are read now as they were in a run."""
    return broken.read_by == _columns(provenance)


def finish_run(connection: Connection, run: int) -> None:
    """Notes that a run came to its end."""
    connection.execute(update(RUNS).where(RUNS.c.id == run).values(finished=now()))
    look_at_rows(connection)


def look_at_rows(connection: Connection) -> None:
    """Lets the database look at how its rows are spread, by which it plans queries."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA analysis_limit = {_ROWS_LOOKED_AT}")
    connection.exec_driver_sql("ANALYZE")

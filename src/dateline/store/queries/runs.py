"""Runs: when, by what, over how many inputs, and what was refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select

from dateline.model.codec import Record
from dateline.store.database import Database
from dateline.store.tables import REJECTIONS, RUN_INPUTS, RUNS


@dataclass(frozen=True, slots=True)
class RunRow(Record):
    """A run. `finished` is null where it broke off or still goes on; the counts are of its inputs."""

    id: int
    kind: str
    started: str
    finished: str | None
    code: str | None
    model: str | None
    knowledge: str | None
    tier: str | None
    read: int
    known: int
    rejected: int
    others: int


@dataclass(frozen=True, slots=True)
class RejectionRow(Record):
    """An input that could not be read, and why."""

    source: str
    code: str
    message: str


def runs(database: Database, most: int, *, before: int | None = None) -> list[RunRow]:
    """The latest runs, or those before one."""
    columns, inputs = RUNS.c, RUN_INPUTS.c
    query = select(RUNS).order_by(columns.id.desc()).limit(most)
    if before is not None:
        query = query.where(columns.id < before)
    with database.reading() as connection:
        found = connection.execute(query).all()
        ids = [row.id for row in found]
        counts: dict[int, Counter[str]] = {id: Counter() for id in ids}
        told = select(inputs.run, inputs.outcome, func.count()).where(inputs.run.in_(ids))
        for run, outcome, count in connection.execute(told.group_by(inputs.run, inputs.outcome)):
            counts[run][outcome] = count
    return [_row(row, counts[row.id]) for row in found]


def _row(row: Row[*tuple[Any, ...]], counts: Counter[str]) -> RunRow:
    return RunRow(
        id=row.id,
        kind=row.kind,
        started=row.started,
        finished=row.finished,
        code=row.code,
        model=row.model,
        knowledge=row.knowledge,
        tier=row.tier,
        read=counts["read"],
        known=counts["known"],
        rejected=counts["rejected"],
        others=counts["forgotten"] + counts["unchanged"],
    )


def rejections(database: Database, run: int, most: int) -> list[RejectionRow]:
    """What a run refused, in the order of its inputs."""
    columns = REJECTIONS.c
    query = select(columns.source, columns.code, columns.message).where(columns.run == run)
    with database.reading() as connection:
        return [RejectionRow(*row) for row in connection.execute(query.order_by(columns.number).limit(most))]

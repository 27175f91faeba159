"""Work that waits in the tables of a collection: each piece once, taken on for a time, tried again when it fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, func, insert, or_, select, true, update

from dateline.jobs.backoff import MOST_ATTEMPTS, wait_after
from dateline.jobs.instants import instant_of, written
from dateline.model import DatelineError
from dateline.store.tables import JOBS

_KEPT = timedelta(days=7)
"""How long a job that is done stays, so that what has its key is not done twice."""


class LeaseLost(DatelineError):
    """A job was taken on by somebody else, since its time had run out."""


@dataclass(frozen=True, slots=True)
class Job:
    """Work that was taken on. `lease` is until when, as written in its row; `attempts` counts failures before."""

    id: int
    kind: str
    key: str
    payload: str
    attempts: int
    lease: str


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """Work that was given up."""

    id: int
    kind: str
    payload: str
    attempts: int
    error: str
    when: datetime


class Queue:
    """The jobs of a collection, inside a transaction of the caller: what it does holds when the transaction does.

    With `kinds`, those of other kinds are out of its sight: whoever follows feeds neither takes on nor gives back what alerts have to send.
    """

    def __init__(
        self, connection: Connection, now: datetime, random: Random, kinds: Sequence[str] = ()
    ) -> None:
        self._connection, self._now, self._random = connection, now, random
        self._is_mine: ColumnElement[bool] = JOBS.c.kind.in_(kinds) if kinds else true()

    def offer(
        self,
        kind: str,
        key: str,
        payload: str,
        not_before: datetime | None = None,
        *,
        address: str | None = None,
    ) -> bool:
        """Puts in a job, and says whether it is new: one whose key is there already, done or not, is not doubled. With the address of an
        article it goes when that is taken back."""
        found = self._connection.execute(select(JOBS.c.id).where(JOBS.c.key == key))
        if found.first() is not None:
            return False
        row = {
            "kind": kind,
            "key": key,
            "payload": payload,
            "address": address,
            "state": "waiting",
            "attempts": 0,
            "not_before": written(not_before) if not_before else None,
            "made": written(self._now),
        }
        self._connection.execute(insert(JOBS).values(row))
        return True

    def lease(self, seconds: float, *, due_by: datetime | None = None) -> Job | None:
        """Takes on the oldest job that is due, now or at another instant. A lease that ran out is due again."""
        due = written(due_by or self._now)
        columns = JOBS.c
        is_due = or_(
            and_(columns.state == "waiting", or_(columns.not_before.is_(None), columns.not_before <= due)),
            and_(columns.state == "leased", columns.lease_until <= due),
        )
        oldest = (
            select(columns.id)
            .where(is_due, self._is_mine)
            .order_by(columns.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        until = written(self._now + timedelta(seconds=seconds))
        taken = (
            update(JOBS)
            .where(columns.id == oldest.scalar_subquery())
            .values(state="leased", lease_until=until)
            .returning(columns.id, columns.kind, columns.key, columns.payload, columns.attempts)
        )
        row = self._connection.execute(taken).first()
        return None if row is None else Job(row.id, row.kind, row.key, row.payload, row.attempts, until)

    def done(self, job: Job) -> None:
        """Ends a job well.

        Raises:
            LeaseLost: somebody else has it; nothing of this transaction may hold.
        """
        finished = written(self._now)
        self._set(
            job, state="done", payload="", address=None, lease_until=None, error=None, finished=finished
        )

    def failed(self, job: Job, error: str) -> datetime | None:
        """Ends an attempt badly: says when the next one is, or None when the job is dead.

        Raises:
            LeaseLost: somebody else has it.
        """
        attempts = job.attempts + 1
        if attempts >= MOST_ATTEMPTS:
            finished = written(self._now)
            self._set(job, state="dead", attempts=attempts, error=error, lease_until=None, finished=finished)
            return None
        again = self._now + wait_after(attempts, self._random)
        self._set(
            job,
            state="waiting",
            attempts=attempts,
            error=error,
            lease_until=None,
            not_before=written(again),
        )
        return again

    def release(self, job: Job) -> None:
        """Gives a job back as it was.

        Raises:
            LeaseLost: somebody else has it.
        """
        self._set(job, state="waiting", lease_until=None)

    def release_all(self) -> None:
        """Gives back what anybody took on: for one who knows that all others have ended."""
        self._connection.execute(
            update(JOBS)
            .where(JOBS.c.state == "leased", self._is_mine)
            .values(state="waiting", lease_until=None)
        )

    def dead_letters(self) -> list[DeadLetter]:
        """What was given up, oldest first."""
        is_dead = and_(JOBS.c.state == "dead", self._is_mine)
        rows = self._connection.execute(select(JOBS).where(is_dead).order_by(JOBS.c.id))
        return [_dead_letter(row) for row in rows]

    def retry(self, id: int) -> bool:
        """Lets a dead job be tried from the beginning; False where there is none of that number."""
        alive = {"state": "waiting", "attempts": 0, "not_before": None, "finished": None}
        again = update(JOBS).where(JOBS.c.id == id, JOBS.c.state == "dead", self._is_mine).values(alive)
        return self._connection.execute(again).rowcount == 1

    def next_due(self) -> datetime | None:
        """When the next job that waits is due."""
        soonest = func.min(func.coalesce(JOBS.c.not_before, JOBS.c.made))
        waits = and_(JOBS.c.state == "waiting", self._is_mine)
        found = self._connection.execute(select(soonest).where(waits)).scalar()
        return instant_of(found) if found else None

    def drop(self, beginning: str) -> None:
        """Takes out all jobs whose keys begin so, but for those that somebody works on."""
        is_meant = JOBS.c.key.startswith(beginning, autoescape=True)
        self._connection.execute(delete(JOBS).where(is_meant, JOBS.c.state != "leased"))

    def sweep(self) -> None:
        """Drops what was done more than a week ago."""
        old = written(self._now - _KEPT)
        self._connection.execute(delete(JOBS).where(JOBS.c.state == "done", JOBS.c.finished < old))

    def _set(self, job: Job, **values: str | int | None) -> None:
        mine: list[ColumnElement[bool]] = [
            JOBS.c.id == job.id,
            JOBS.c.state == "leased",
            JOBS.c.lease_until == job.lease,
        ]
        if self._connection.execute(update(JOBS).where(*mine).values(values)).rowcount != 1:
            raise LeaseLost(
                f"{job.key}: its time ran out, and somebody else works on it: nothing was written."
            )


def _dead_letter(row: Row[*tuple[Any, ...]]) -> DeadLetter:
    when = instant_of(row.finished or row.made)
    return DeadLetter(row.id, row.kind, row.payload, row.attempts, row.error or "", when)

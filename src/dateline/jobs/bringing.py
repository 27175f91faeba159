"""Pages that somebody brings to a server: noted while they wait and are read, so that it can be told what broke off with the server."""

from __future__ import annotations

from collections.abc import Collection as Several
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import msgspec
from sqlalchemy import Row, Select, delete, insert, select, update

from dateline.jobs.instants import system_clock, written
from dateline.model import CollectionError
from dateline.model.codec import Record
from dateline.store import Collection
from dateline.store.tables import JOBS
from dateline.store.writer import WRITER, is_held

_KIND = "bringing"
_KEPT = timedelta(days=7)
_WAITS, _READS, _DONE, _DEAD = "waiting", "leased", "done", "dead"


class BringingState(StrEnum):
    """How far a bringing is, or what became of it; `BROKEN` with the server that read it."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class NotedBringing(Record):
    """A bringing as the collection has it: how many files and addresses came, in which run they are read, null before any was, and when it
    began (UTC). Nothing that the pages say, not even their names."""

    number: int
    state: BringingState
    inputs: int
    run: int | None
    begun: str


class _Payload(msgspec.Struct):
    number: int
    inputs: int
    run: int | None = None


def note_bringing(collection: Collection, number: int, inputs: int) -> None:
    """Notes that something was brought and waits; what ended more than a week ago is forgotten. Where nothing can be noted now, nothing is."""
    now, columns = system_clock(), JOBS.c
    row = {
        "kind": _KIND,
        "key": _key(number),
        "payload": msgspec.json.encode(_Payload(number, inputs)).decode(),
        "state": _WAITS,
        "attempts": 0,
        "made": written(now),
    }
    with suppress(CollectionError), collection.holdings.database.writing() as connection:
        connection.execute(delete(JOBS).where(columns.kind == _KIND, columns.made < written(now - _KEPT)))
        connection.execute(insert(JOBS).values(row))


def note_reading(collection: Collection, number: int, inputs: int, run: int | None = None) -> None:
    """Notes that it is read now, and in which run."""
    payload = msgspec.json.encode(_Payload(number, inputs, run)).decode()
    _set(collection, number, state=_READS, payload=payload)


def note_end(collection: Collection, number: int, *, failed: bool) -> None:
    """Notes that nothing more comes of it."""
    finished = written(system_clock())
    _set(collection, number, state=_DEAD if failed else _DONE, finished=finished)


def noted_bringing(collection: Collection, number: int) -> NotedBringing | None:
    """What is noted of a bringing that this process does not read; None where nothing is."""
    with collection.holdings.database.reading() as connection:
        row = connection.execute(_noted().where(JOBS.c.key == _key(number))).first()
    return _told(row, is_held(collection.holdings.database, WRITER)) if row is not None else None


def broken_off(collection: Collection, besides: Several[int] = ()) -> list[NotedBringing]:
    """What ended with its server, the latest first; not those that this process reads."""
    is_open = JOBS.c.state.in_((_WAITS, _READS))
    with collection.holdings.database.reading() as connection:
        rows = connection.execute(_noted().where(is_open).order_by(JOBS.c.id.desc())).all()
    is_writing = bool(rows) and is_held(collection.holdings.database, WRITER)
    told = [_told(row, is_writing) for row in rows]
    return [one for one in told if one.state is BringingState.BROKEN and one.number not in besides]


def _told(row: Row[tuple[str, str, str]], is_writing: bool) -> NotedBringing:
    """What was under way goes on while somebody writes; where nobody does, whoever read it has ended."""
    payload = msgspec.json.decode(row.payload, type=_Payload)
    ended = {_DONE: BringingState.DONE, _DEAD: BringingState.FAILED}.get(row.state)
    going = BringingState.READING if row.state == _READS else BringingState.WAITING
    state = ended or (going if is_writing else BringingState.BROKEN)
    return NotedBringing(payload.number, state, payload.inputs, payload.run, row.made)


def _noted() -> Select[tuple[str, str, str]]:
    return select(JOBS.c.state, JOBS.c.payload, JOBS.c.made).where(JOBS.c.kind == _KIND)


def _set(collection: Collection, number: int, **values: str) -> None:
    changed = update(JOBS).where(JOBS.c.key == _key(number)).values(values)
    with suppress(CollectionError), collection.holdings.database.writing() as connection:
        connection.execute(changed)


def _key(number: int) -> str:
    return f"{_KIND} {number}"

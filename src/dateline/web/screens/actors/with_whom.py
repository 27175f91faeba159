"""With whom somebody deals, and how: events by counterpart, kind and status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Record, Status
from dateline.store import EventRow
from dateline.web.screens.actors.subject import Subject

_MOST = 15
_CONFLICT = 3


@dataclass(frozen=True, slots=True)
class Counterpart(Record):
    """Somebody on the other side of events: `id` is their id, else their name. Numbers are of events, by status and by kind."""

    id: str
    name: str
    actor: str | None
    happened: int
    planned: int
    denied: int
    hypothetical: int
    verbal_cooperation: int
    material_cooperation: int
    conflict: int
    events: int


def counterparts(subject: Subject, events: Iterable[EventRow]) -> list[Counterpart]:
    """Those with most events first."""
    names: dict[str, tuple[str, str | None]] = {}
    rows: dict[str, list[EventRow]] = {}
    for event in events:
        for id, name, actor in dict.fromkeys(_opposite(subject, event)):
            names.setdefault(id, (name, actor))
            rows.setdefault(id, []).append(event)
    most = sorted(rows, key=lambda id: (-len(rows[id]), names[id][0]))[:_MOST]
    return [_counted(id, *names[id], rows[id]) for id in most]


def by_month(subject: Subject, events: Iterable[EventRow]) -> Counter[tuple[str, str | None, str, int, str]]:
    """Events by counterpart, month, quad and status."""
    counts: Counter[tuple[str, str | None, str, int, str]] = Counter()
    for event in events:
        for _, name, actor in dict.fromkeys(_opposite(subject, event)):
            counts[name, actor, (event.day or "")[:7], event.quad, event.status] += 1
    return counts


def stands_opposite(subject: Subject, event: EventRow, id: str) -> bool:
    """True when somebody, by their id or else their name, stands on the other side of an event."""
    return any(id == other for other, _, _ in _opposite(subject, event))


def _counted(id: str, name: str, actor: str | None, rows: Sequence[EventRow]) -> Counterpart:
    statuses = Counter(row.status for row in rows)
    quads = Counter(row.quad for row in rows)
    return Counterpart(
        id,
        name,
        actor,
        statuses[Status.HAPPENED],
        statuses[Status.PLANNED],
        statuses[Status.DENIED],
        statuses[Status.HYPOTHETICAL],
        quads[1],
        quads[2],
        sum(count for quad, count in quads.items() if quad >= _CONFLICT),
        len(rows),
    )


def _opposite(subject: Subject, event: EventRow) -> Iterator[tuple[str, str, str | None]]:
    """Those who stand opposite: id (or name), name, id."""
    source = list(_side(event.source, event.source_actors, event.source_states))
    target = list(_side(event.target, event.target_actors, event.target_states))
    for own, other in ((source, target), (target, source)):
        if any(subject.is_meant(actor, state) for _, actor, state in own):
            for name, actor, state in other:
                if not subject.is_meant(actor, state):
                    yield actor or name, name, actor


def _side(
    names: Sequence[str], actors: Sequence[str], states: Sequence[str]
) -> Iterator[tuple[str, str | None, str | None]]:
    """Names with ids and states, where each has one: rows hold no gaps, so that shorter lists cannot be told apart."""
    for i, name in enumerate(names):
        yield (
            name,
            actors[i] if len(actors) == len(names) else None,
            states[i] if len(states) == len(names) else None,
        )

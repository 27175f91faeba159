"""What the tables know of somebody: offices with their dates and sources, memberships, names."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge import Knowledge
from dateline.model import Record
from dateline.web.screens.actors.subject import Subject

_MOST_MEMBERS = 60


@dataclass(frozen=True, slots=True)
class Held(Record):
    """An office with its dates as far as they are known; `is_held` on the day that is asked about."""

    title: str
    start: str | None
    end: str | None
    source: str
    as_of: str
    is_held: bool


@dataclass(frozen=True, slots=True)
class Member(Record):
    """A state in a body, or a body with a state, and since when."""

    id: str
    name: str
    relation: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class InTables(Record):
    """What is known of somebody on a day."""

    office: str | None
    offices: tuple[Held, ...]
    memberships: tuple[Member, ...]
    version: str


def in_tables(subject: Subject, at: str | None) -> InTables:
    """What the tables say of somebody."""
    knowledge = Knowledge.load()
    rows = sorted(knowledge.all_offices_of(subject.id), key=lambda row: row.since, reverse=True)
    held = knowledge.offices_of(subject.id, at) if at else []
    offices = tuple(Held(r.title, r.start, r.end, r.source, r.as_of, r in held) for r in rows)
    return InTables(held[0].title if held else None, offices, tuple(_members(subject)), knowledge.version)


def _members(subject: Subject) -> list[Member]:
    knowledge = Knowledge.load()
    entity = subject.entity
    if entity is None:
        return []
    if entity.state and knowledge.registry.states.get(entity.state) == entity.id:
        bodies = knowledge.bodies_of(entity.state)
        return [Member(b.id, b.name, m.relation, m.start, m.end) for b, m in bodies]
    found = []
    for row in knowledge.memberships_in(entity.id)[:_MOST_MEMBERS]:
        state = knowledge.entity(knowledge.registry.states.get(row.state, ""))
        found.append(Member(row.state, state.name if state else row.state, row.relation, row.start, row.end))
    return found

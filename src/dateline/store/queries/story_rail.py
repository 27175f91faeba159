"""What stands beside a list of stories: what is ahead, and where reports disagree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Row, func, select

from dateline.model import DatePrecision, FactKind, Stance, Status, Support
from dateline.model.codec import Record
from dateline.store.database import Database
from dateline.store.inserting import in_parts
from dateline.store.queries.events import event_rows
from dateline.store.queries.records import EventRow
from dateline.store.tables import EVENTS, FACTS, POSITIONS, STORIES

_TO_THE_DAY = (DatePrecision.DAY.value, DatePrecision.TIME.value, DatePrecision.RANGE.value)
_VAGUE = re.compile(r"[\d.]+(?:\+|-[\d.]+)")
"""The normal form of a vague number: `3-20` for "several", `70+` for "at least 70"."""


@dataclass(frozen=True, slots=True)
class Clash(Record):
    """A fact on which reports disagree: `sides` are its values as one page has each, with how many reports give it; `since` is when that was first seen,
    null where nobody noted it."""

    story: str
    fact: str
    text: str
    sides: tuple[tuple[str, int], ...]
    since: str | None = None


def ahead(database: Database, day: int, most: int) -> list[EventRow]:
    """Planned events that pages give a day for, from a day (a running number) on, the next first."""
    columns = EVENTS.c
    query = (
        select(columns.id)
        .where(
            columns.day_ordinal >= day,
            columns.status == Status.PLANNED.value,
            columns.date_precision.in_(_TO_THE_DAY),
        )
        .order_by(columns.day_ordinal, columns.independent.desc(), columns.id)
        .limit(most)
    )
    with database.reading() as connection:
        ids = list(connection.execute(query).scalars())
        rows = {row.id: row for row in event_rows(connection, ids)}
    return [rows[id_] for id_ in ids]


def clashes(database: Database, stories: Sequence[str], most: int) -> list[Clash]:
    """One fact in conflict of each story that has one, the newest conflict first, those of one time in the order of the stories."""
    fact, position = FACTS.c, POSITIONS.c
    with database.reading() as connection:
        disputed = select(STORIES.c.id).where(
            STORIES.c.id.in_(stories), STORIES.c.support == Support.CONFLICTING.value
        )
        rows = connection.execute(
            select(fact.story, fact.id, fact.kind, fact.text, fact.conflict_since)
            .where(fact.story.in_(disputed), fact.support == Support.CONFLICTING.value)
            .order_by(fact.story, fact.place)
        ).all()
        own = groupby(rows, key=lambda row: str(row.story))
        first = {story: max(facts, key=_since) for story, facts in own}
        chosen = sorted((first[one] for one in stories if one in first), key=_since, reverse=True)[:most]
        values = connection.execute(
            select(position.story, position.fact, position.value, position.normal)
            .where(
                position.story.in_([row.story for row in chosen]),
                position.stance != Stance.OMITS.value,
                position.value.is_not(None),
            )
            .order_by(position.place)
        ).all()
    return [
        Clash(
            row.story,
            row.id,
            row.text,
            _sides(row.kind, [(v.value, v.normal) for v in values if v[:2] == row[:2]]),
            row.conflict_since,
        )
        for row in chosen
    ]


def conflict_times(database: Database, stories: Sequence[str]) -> dict[str, str]:
    """When the latest conflict of each story was first seen; nothing for stories of which nobody noted it."""
    fact, found = FACTS.c, dict[str, str]()
    with database.reading() as connection:
        for part in in_parts(list(stories)):
            latest = select(fact.story, func.max(fact.conflict_since)).group_by(fact.story)
            rows = connection.execute(latest.where(fact.story.in_(part), fact.conflict_since.is_not(None)))
            found |= dict(rows.all())
    return found


def conflicts_of(database: Database, story: str) -> dict[str, str]:
    """Since when facts of a story are in conflict, by their ids."""
    fact = FACTS.c
    noted = select(fact.id, fact.conflict_since).where(fact.story == story, fact.conflict_since.is_not(None))
    with database.reading() as connection:
        return dict(connection.execute(noted).all())


def _since(row: Row[*tuple[Any, ...]]) -> str:
    return row.conflict_since or ""


def _sides(kind: str, values: Sequence[tuple[str, str | None]]) -> tuple[tuple[str, int], ...]:
    """Values that are the same in their normal form, once, the commonest first. "Several" is on no side of a quarrel over numbers."""
    if kind == FactKind.QUANTITY.value:
        values = [pair for pair in values if not _VAGUE.fullmatch(pair[1] or "")] or values
    count = Counter(normal or value for value, normal in values)
    named = {normal or value: value for value, normal in reversed(values)}
    return tuple((named[value], number) for value, number in count.most_common())

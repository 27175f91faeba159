"""Events across reports that some filters let through."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, select

from dateline.store.database import Database
from dateline.store.queries.conditions import (
    any_of,
    from_outlet,
    known_status,
    on_days,
    upper,
    values_of,
    with_words,
)
from dateline.store.queries.filters import Asked, Filters, plain_fields
from dateline.store.queries.parties import columns_of, sides_of_events
from dateline.store.queries.records import EventRow
from dateline.store.queries.rows import Found, Query, Rows
from dateline.store.queries.sorting import By
from dateline.store.queries.taking_part import Parties
from dateline.store.tables import ARTICLES, EVENT_PARTICIPANTS, EVENTS, REPORTS

_PARTIES = Parties(EVENT_PARTICIPANTS, ("event",))


def events(database: Database, asked: Filters) -> Rows[EventRow]:
    """Events across reports, newest first."""
    columns = EVENTS.c
    query: Query = select(
        *columns,
        columns.date_value.label("date"),
        columns.place_name.label("place"),
    ).where(
        any_of(columns.id, asked.event),
        any_of(columns.root, upper(asked.root)),
        any_of(columns.status, known_status(asked.status)),
        any_of(columns.story, asked.story),
        _reported_by(asked.outlet),
        with_words(columns.text, asked.about),
        on_days(columns.day_ordinal, asked.after, asked.before),
        asked.among(columns.first_article),
    )
    parts, day = _PARTIES.parts_of(database, asked), columns.day_ordinal
    if parts:
        of_parties, day = EVENT_PARTICIPANTS.c, EVENT_PARTICIPANTS.c.day_ordinal
        query = query.where(
            of_parties.event == columns.id, _PARTIES.leading(parts[0]), *map(_PARTIES.also, parts[1:])
        )
    order = (By(day, falls=True, has_gaps=True), By(columns.first_article, falls=True), By(columns.id))
    return Rows(database, query, EventRow, _events, order, _PARTIES.counting(asked))


def event_rows(connection: Connection, ids: Sequence[str]) -> list[EventRow]:
    """The events of some ids, in any order."""
    columns = EVENTS.c
    query = select(*columns, columns.date_value.label("date"), columns.place_name.label("place"))
    return _events(connection, connection.execute(query.where(columns.id.in_(ids))).all())


def _reported_by(outlet: Asked) -> ColumnElement[bool]:
    columns = EVENTS.c
    if not values_of(outlet):
        return columns.id.is_not(None)
    inner = select(REPORTS.c.event).join_from(REPORTS, ARTICLES, ARTICLES.c.number == REPORTS.c.article)
    return columns.id.in_(inner.where(from_outlet(outlet)))


def _events(connection: Connection, found: Found) -> list[EventRow]:
    sides = sides_of_events(connection, [row.id for row in found])
    plain = plain_fields(EventRow)
    return [
        EventRow(**{name: getattr(row, name) for name in plain}, **columns_of(sides[row.id])) for row in found
    ]

"""Events across reports that some filters let through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select, true

from dateline.store.database import Database
from dateline.store.queries.conditions import (
    any_of,
    from_outlet,
    is_named,
    known_contexts,
    known_roots,
    known_status,
    on_days,
    values_of,
    with_words,
)
from dateline.store.queries.filters import Asked, Filters, plain_fields
from dateline.store.queries.parties import columns_of, sides_of_events
from dateline.store.queries.records import EventRow
from dateline.store.queries.rows import Found, Query, Rows
from dateline.store.queries.sorting import By
from dateline.store.queries.taking_part import Part, Parties
from dateline.store.tables import ARTICLES, EVENT_PARTICIPANTS, EVENTS, REPORTS
from dateline.store.tables.contexts import has_context, of_column

MUTUAL = frozenset({"AGREE", "CONSULT"})
"""Acts of all who take part, with one another, where no target is named: "Marin and Okoro met"."""
PARTIES = Parties(EVENT_PARTICIPANTS, ("event",))


def events(database: Database, asked: Filters) -> Rows[EventRow]:
    """Events across reports, newest first."""
    columns = EVENTS.c
    query: Query = select(
        *columns,
        columns.date_value.label("date"),
        columns.place_name.label("place"),
    ).where(
        any_of(columns.id, asked.event),
        any_of(columns.root, known_roots(asked.root)),
        any_of(columns.status, known_status(asked.status)),
        has_context(columns.contexts, known_contexts(asked.context)),
        any_of(columns.story, asked.story),
        _reported_by(asked.outlet),
        with_words(columns.text, asked.about),
        asked.among(columns.first_article),
        any_of(columns.place_name, asked.place),
        _told_of(asked),
        _deal(*asked.pair) if asked.pair else true(),
    )
    parts, day = PARTIES.parts_of(database, asked), columns.day_ordinal
    if parts and _is_rare_act(database, asked, parts[0]):
        query = query.where(*(PARTIES.inside(part, {"event": columns.id}) for part in parts))
    elif parts:
        of_parties, day = EVENT_PARTICIPANTS.c, EVENT_PARTICIPANTS.c.day_ordinal
        query = query.where(
            of_parties.event == columns.id, PARTIES.leading(parts[0]), *map(PARTIES.also, parts[1:])
        )
    query = query.where(on_days(day, asked.after, asked.before))
    order = (By(day, falls=True, has_gaps=True), By(columns.first_article, falls=True), By(columns.id))
    return Rows(database, query, EventRow, _events, order, PARTIES.counting(asked))


def _is_rare_act(database: Database, asked: Filters, part: Part) -> bool:
    """Whether events of the roots that are asked for are fewer than those in which somebody takes part."""
    roots = known_roots(asked.root)
    return roots is not None and PARTIES.is_rarer(database, any_of(EVENTS.c.root, roots), part)


def event_rows(connection: Connection, ids: Sequence[str]) -> list[EventRow]:
    """The events of some ids, in any order."""
    columns = EVENTS.c
    query = select(*columns, columns.date_value.label("date"), columns.place_name.label("place"))
    return _events(connection, connection.execute(query.where(columns.id.in_(ids))).all())


def first_day_of_newest(database: Database, asked: Filters, most: int) -> date | None:
    """The day from which on the newest events lie, so many at least, of the days that are asked for; None where there are no more of them."""
    day = EVENTS.c.day_ordinal
    query = select(day).where(day.is_not(None), on_days(day, asked.after, asked.before))
    with database.reading() as connection:
        found = connection.execute(query.order_by(day.desc()).limit(1).offset(most)).scalar()
    return date.fromordinal(found) if found is not None else None


def _reported_by(outlet: Asked) -> ColumnElement[bool]:
    columns = EVENTS.c
    if not values_of(outlet):
        return columns.id.is_not(None)
    inner = select(REPORTS.c.event).join_from(REPORTS, ARTICLES, ARTICLES.c.number == REPORTS.c.article)
    return columns.id.in_(inner.where(from_outlet(outlet)))


def _told_of(asked: Filters) -> ColumnElement[bool]:
    """Events of which so much is told."""
    columns = EVENTS.c
    own_day = and_(columns.date_value.is_not(None), func.substr(columns.date_value, 1, 10) == columns.day)
    least = asked.least_independent
    return and_(
        columns.independent >= least if least is not None else true(),
        _is(columns.place_name.is_not(None), asked.has_place),
        _is(func.coalesce(own_day, False), asked.has_own_day),
    )


def _deal(one: str, other: str) -> ColumnElement[bool]:
    """Events in which two deal with each other."""
    mine, yours, target = (EVENT_PARTICIPANTS.alias() for _ in range(3))
    has_target = exists().where(target.c.event == EVENTS.c.id, target.c.side == "target")
    is_mutual = EVENTS.c.root.in_(sorted(MUTUAL)) & ~has_target.correlate_except(target)
    return (
        exists()
        .where(
            mine.c.event == EVENTS.c.id,
            yours.c.event == EVENTS.c.id,
            is_named(mine, one),
            is_named(yours, other),
            or_(mine.c.side != yours.c.side, is_mutual & (mine.c.place != yours.c.place)),
        )
        .correlate_except(mine, yours)
    )


def _is(condition: ColumnElement[bool], wanted: bool | None) -> ColumnElement[bool]:
    return true() if wanted is None else condition if wanted else ~condition


def _events(connection: Connection, found: Found) -> list[EventRow]:
    sides = sides_of_events(connection, [row.id for row in found])
    plain = plain_fields(EventRow)
    return [
        EventRow(
            **{name: getattr(row, name) for name in plain if name != "contexts"},
            contexts=of_column(row.contexts),
            **columns_of(sides[row.id]),
        )
        for row in found
    ]

"""The rows of each kind that some filters let through."""

from __future__ import annotations

from dataclasses import dataclass, fields

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true, tuple_

from dateline.store.database import Database
from dateline.store.queries.conditions import (
    Asked,
    Day,
    any_of,
    by_side,
    from_outlet,
    in_story,
    is_named,
    known_status,
    names_actor,
    on_days,
    upper,
    values_of,
    with_words,
)
from dateline.store.queries.parties import columns_of, sides_of_events, sides_of_reports
from dateline.store.queries.records import ActorRow, ArticleRow, EventRow, ReportRow, StatementRow, StoryRow
from dateline.store.queries.rows import Found, Query, Rows
from dateline.store.tables import (
    ARTICLE_ACTORS,
    ARTICLES,
    EVENT_PARTICIPANTS,
    EVENTS,
    PARTICIPANTS,
    REPORTS,
    STATEMENTS,
    STORIES,
    STORY_ARTICLES,
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What rows are asked for; `numbers` are the first and the last number of articles. Somebody is given by id (`Q15031`), by name as the rows have it, or a state by its code (`KAZ`);
    several values mean any of them.
    """

    actor: Asked = None
    source: Asked = None
    target: Asked = None
    outlet: Asked = None
    root: Asked = None
    status: Asked = None
    type: Asked = None
    said_by: Asked = None
    about: Asked = None
    story: Asked = None
    article: Asked = None
    event: Asked = None
    language: Asked = None
    after: Day = None
    before: Day = None
    numbers: tuple[int, int] | None = None


def articles(database: Database, asked: Filters) -> Rows[ArticleRow]:
    """Articles, current versions only, newest first."""
    columns = ARTICLES.c
    query: Query = (
        select(
            columns.id,
            columns.number,
            columns.title,
            columns.outlet_name.label("outlet"),
            columns.outlet.label("outlet_id"),
            columns.published,
            columns.published_day.label("day"),
            columns.language,
            columns.coded,
            columns.address,
            columns.version,
            columns.family,
            STORY_ARTICLES.c.story,
            columns.first_seen,
        )
        .join_from(ARTICLES, STORY_ARTICLES, STORY_ARTICLES.c.article == columns.number, isouter=True)
        .where(
            columns.is_current,
            any_of(columns.id, asked.article),
            names_actor(columns.number, asked.actor),
            from_outlet(asked.outlet),
            any_of(columns.language, asked.language),
            any_of(STORY_ARTICLES.c.story, asked.story),
            with_words(columns.title, asked.about),
            on_days(columns.published_ordinal, asked.after, asked.before),
            _numbered(columns.number, asked),
        )
        .order_by(columns.number.desc())
    )
    return Rows(database, query, ArticleRow, lambda _, found: [ArticleRow(*row) for row in found])


def statements(database: Database, asked: Filters) -> Rows[StatementRow]:
    """Statements, newest first, then in the order of the page."""
    columns = STATEMENTS.c
    query: Query = (
        select(
            ARTICLES.c.id.label("article"),
            columns.id,
            columns.type,
            columns.speaker_name.label("speaker"),
            columns.speaker_actor,
            columns.speaker_state,
            columns.addressee_name.label("addressee"),
            columns.addressee_actor,
            columns.channel_name.label("channel"),
            columns.channel_kind,
            columns.act,
            columns.content,
            columns.day,
            ARTICLES.c.outlet_name.label("outlet"),
        )
        .join_from(STATEMENTS, ARTICLES, ARTICLES.c.number == columns.article)
        .where(
            is_named(STATEMENTS, asked.said_by, "speaker_"),
            or_(
                is_named(STATEMENTS, asked.actor, "speaker_"), is_named(STATEMENTS, asked.actor, "addressee_")
            ),
            any_of(columns.type, asked.type),
            with_words(columns.content, asked.about),
            from_outlet(asked.outlet),
            in_story(columns.article, asked.story),
            on_days(columns.day_ordinal, asked.after, asked.before),
            _numbered(columns.article, asked),
        )
        .order_by(columns.article.desc(), func.length(columns.id), columns.id)
    )
    return Rows(database, query, StatementRow, lambda _, found: [StatementRow(*row) for row in found])


def reports(database: Database, asked: Filters) -> Rows[ReportRow]:
    """Reports of events, those of the newest articles first, then in the order of the page."""
    columns = REPORTS.c

    def has(parties: Asked, side: str | None) -> ColumnElement[bool]:
        if not values_of(parties):
            return columns.article.is_not(None)
        inner = select(PARTICIPANTS.c.article, PARTICIPANTS.c.report).where(is_named(PARTICIPANTS, parties))
        if side:
            inner = inner.where(PARTICIPANTS.c.side == side)
        return tuple_(columns.article, columns.id).in_(inner)

    query: Query = (
        select(
            *columns,
            ARTICLES.c.id.label("article_id"),
            ARTICLES.c.outlet_name.label("outlet"),
            columns.date_value.label("date"),
            columns.place_name.label("place"),
        )
        .join_from(REPORTS, ARTICLES, ARTICLES.c.number == columns.article)
        .where(
            has(asked.source, "source"),
            has(asked.target, "target"),
            has(asked.actor, None),
            any_of(columns.event, asked.event),
            any_of(columns.root, upper(asked.root)),
            any_of(columns.status, known_status(asked.status)),
            from_outlet(asked.outlet),
            in_story(columns.article, asked.story),
            on_days(columns.day_ordinal, asked.after, asked.before),
            _numbered(columns.article, asked),
        )
        .order_by(columns.article.desc(), columns.trigger_start, columns.id)
    )
    return Rows(database, query, ReportRow, _reports)


def _reports(connection: Connection, found: Found) -> list[ReportRow]:
    sides = sides_of_reports(connection, [(row.article, row.id) for row in found])
    plain = _names_of(ReportRow)
    return [
        ReportRow(
            **{name: getattr(row, name) for name in plain if name != "article"},
            article=row.article_id,
            **columns_of(sides[row.article, row.id]),
        )
        for row in found
    ]


def events(database: Database, asked: Filters) -> Rows[EventRow]:
    """Events across reports, newest first."""
    columns = EVENTS.c
    query: Query = (
        select(
            *columns,
            columns.date_value.label("date"),
            columns.place_name.label("place"),
        )
        .where(
            by_side(EVENT_PARTICIPANTS, columns.id, asked.source, "source"),
            by_side(EVENT_PARTICIPANTS, columns.id, asked.target, "target"),
            by_side(EVENT_PARTICIPANTS, columns.id, asked.actor, None),
            any_of(columns.root, upper(asked.root)),
            any_of(columns.status, known_status(asked.status)),
            any_of(columns.story, asked.story),
            _reported_by(asked.outlet),
            with_words(columns.text, asked.about),
            on_days(columns.day_ordinal, asked.after, asked.before),
            _numbered(columns.first_article, asked),
        )
        .order_by(columns.day_ordinal.desc().nulls_last(), columns.first_article.desc(), columns.id)
    )
    return Rows(database, query, EventRow, _events)


def _reported_by(outlet: Asked) -> ColumnElement[bool]:
    columns = EVENTS.c
    if not values_of(outlet):
        return columns.id.is_not(None)
    inner = select(REPORTS.c.event).join_from(REPORTS, ARTICLES, ARTICLES.c.number == REPORTS.c.article)
    return columns.id.in_(inner.where(from_outlet(outlet)))


def _events(connection: Connection, found: Found) -> list[EventRow]:
    sides = sides_of_events(connection, [row.id for row in found])
    plain = _names_of(EventRow)
    return [
        EventRow(**{name: getattr(row, name) for name in plain}, **columns_of(sides[row.id])) for row in found
    ]


def stories(database: Database, asked: Filters) -> Rows[StoryRow]:
    """Stories, those with the latest report first."""
    columns = STORIES.c
    query: Query = (
        select(*(columns[name] for name in _names_of(StoryRow)))
        .where(
            any_of(columns.id, asked.story),
            with_words(columns.headline, asked.about),
            _told_in(asked),
            _has_days(asked),
        )
        .order_by(columns.last_ordinal.desc().nulls_last(), columns.id)
    )
    return Rows(database, query, StoryRow, lambda _, found: [StoryRow(*row) for row in found])


def _told_in(asked: Filters) -> ColumnElement[bool]:
    """Stories with an article of an outlet, in which somebody is named."""
    if not values_of(asked.outlet) and not values_of(asked.actor):
        return STORIES.c.id.is_not(None)
    inner = select(STORY_ARTICLES.c.story).join_from(
        STORY_ARTICLES, ARTICLES, ARTICLES.c.number == STORY_ARTICLES.c.article
    )
    return STORIES.c.id.in_(
        inner.where(and_(from_outlet(asked.outlet), names_actor(ARTICLES.c.number, asked.actor)))
    )


def _has_days(asked: Filters) -> ColumnElement[bool]:
    """Stories with a report from the day `after` on, and one before `before`."""
    return and_(
        on_days(STORIES.c.last_ordinal, asked.after, None),
        on_days(STORIES.c.first_ordinal, None, asked.before),
    )


def actors(database: Database, asked: Filters) -> Rows[ActorRow]:
    """Who is named, those in most articles first; names that one page alone knows are left out."""
    columns = ARTICLE_ACTORS.c
    query: Query = (
        select(
            columns.actor,
            func.min(columns.name).label("name"),
            func.min(columns.state).label("state"),
            func.count().label("articles"),
            func.sum(columns.mentions).label("mentions"),
        )
        .join_from(ARTICLE_ACTORS, ARTICLES, ARTICLES.c.number == columns.article)
        .where(
            columns.actor.not_like("local:%"),
            is_named(ARTICLE_ACTORS, asked.actor),
            with_words(columns.name, asked.about),
            from_outlet(asked.outlet),
            in_story(columns.article, asked.story),
            on_days(ARTICLES.c.published_ordinal, asked.after, asked.before),
        )
        .group_by(columns.actor)
        .order_by(func.count().desc(), func.sum(columns.mentions).desc(), columns.actor)
    )
    return Rows(database, query, ActorRow, _actors)


def _actors(_: Connection, found: Found) -> list[ActorRow]:
    return [ActorRow(row.actor, row.name, row.state, row.articles, int(row.mentions)) for row in found]


def _numbered(column: ColumnElement[int], asked: Filters) -> ColumnElement[bool]:
    return column.between(*asked.numbers) if asked.numbers else true()


def _names_of(kind: type[object]) -> list[str]:
    """The fields of a record that are columns of its row."""
    return [
        field.name
        for field in fields(kind)  # type: ignore[arg-type]
        if not field.name.startswith(("source", "target"))
    ]

"""Statements that some filters let through."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import Connection, func, or_, select

from dateline.store.database import Database
from dateline.store.queries.conditions import (
    any_of,
    in_outlet,
    in_story,
    is_named,
    published_on_days,
    values_of,
)
from dateline.store.queries.filters import Filters
from dateline.store.queries.records import StatementRow
from dateline.store.queries.rows import Found, Query, Rows
from dateline.store.queries.sorting import By
from dateline.store.queries.taking_part import Part, Parties
from dateline.store.queries.worded import with_words_of_page
from dateline.store.tables import ARTICLES, STATEMENT_SUBJECTS, STATEMENTS

_SUBJECTS = Parties(STATEMENT_SUBJECTS, ("article", "statement"), ("actor",))


def statements(database: Database, asked: Filters) -> Rows[StatementRow]:
    """Statements, newest first, then in the order of the page."""
    columns = STATEMENTS.c
    query: Query = select(
        columns.article,
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
        columns.corrected,
        columns.checked,
        columns.flag,
    ).where(
        is_named(STATEMENTS, asked.said_by, "speaker_"),
        or_(is_named(STATEMENTS, asked.actor, "speaker_"), is_named(STATEMENTS, asked.actor, "addressee_")),
        any_of(columns.type, asked.type),
        with_words_of_page(database, columns.content, columns.article, asked.about),
        in_outlet(columns.article, asked.outlet),
        in_story(columns.article, asked.story),
        published_on_days(columns.article, asked),
        asked.among(columns.article),
    )
    article = columns.article
    if values_of(asked.names):
        named, article = STATEMENT_SUBJECTS.c, STATEMENT_SUBJECTS.c.article
        is_of = (named.article == columns.article) & (named.statement == columns.id)
        query = query.where(is_of, _SUBJECTS.leading(Part(asked.names)))
    order = (By(article, falls=True), By(func.length(columns.id)), By(columns.id))
    return Rows(database, query, StatementRow, _statements, order)


def _statements(connection: Connection, found: Found) -> list[StatementRow]:
    """Rows with the ids and outlets of their articles: looked up for those that are shown, not for those that are passed over."""
    columns = ARTICLES.c
    query = select(columns.number, columns.id, columns.outlet_name)
    numbers = {row.article for row in found}
    articles = {row.number: row for row in connection.execute(query.where(columns.number.in_(numbers)))}
    plain = [field.name for field in fields(StatementRow) if field.name not in ("article", "outlet")]
    return [
        StatementRow(
            article=articles[row.article].id,
            outlet=articles[row.article].outlet_name,
            **{name: getattr(row, name) for name in plain},
        )
        for row in found
    ]

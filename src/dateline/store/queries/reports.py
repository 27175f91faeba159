"""Reports of events that some filters let through."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dateline.store.database import Database
from dateline.store.queries.conditions import (
    any_of,
    in_articles,
    in_outlet,
    in_story,
    known_contexts,
    known_roots,
    known_status,
    of_article,
    on_days,
)
from dateline.store.queries.filters import Filters, plain_fields
from dateline.store.queries.parties import columns_of, sides_of_reports
from dateline.store.queries.records import ReportRow
from dateline.store.queries.rows import Found, Query, Rows
from dateline.store.queries.sorting import By
from dateline.store.queries.taking_part import Parties
from dateline.store.tables import ARTICLES, PARTICIPANTS, REPORTS
from dateline.store.tables.contexts import has_context, of_column

_PARTIES = Parties(PARTICIPANTS, ("article", "report"))


def reports(database: Database, asked: Filters) -> Rows[ReportRow]:
    """Reports of events, those of the newest articles first, then in the order of the page."""
    columns = REPORTS.c
    query: Query = select(
        *columns,
        of_article(ARTICLES.c.id, columns.article).label("article_id"),
        of_article(ARTICLES.c.outlet_name, columns.article).label("outlet"),
        columns.date_value.label("date"),
        columns.place_name.label("place"),
    ).where(
        in_articles(columns.article, asked.article),
        any_of(columns.event, asked.event),
        any_of(columns.root, known_roots(asked.root)),
        any_of(columns.status, known_status(asked.status)),
        has_context(columns.contexts, known_contexts(asked.context)),
        in_outlet(columns.article, asked.outlet),
        in_story(columns.article, asked.story),
        on_days(columns.day_ordinal, asked.after, asked.before),
        asked.among(columns.article),
    )
    parts, article = _PARTIES.parts_of(database, asked), columns.article
    if parts:
        of_parties, article = PARTICIPANTS.c, PARTICIPANTS.c.article
        is_of = (of_parties.article == columns.article) & (of_parties.report == columns.id)
        query = query.where(is_of, _PARTIES.leading(parts[0]), *map(_PARTIES.also, parts[1:]))
    order = (By(article, falls=True), By(columns.trigger_start), By(columns.id))
    return Rows(database, query, ReportRow, _reports, order, _PARTIES.counting(asked))


def _reports(connection: Connection, found: Found) -> list[ReportRow]:
    sides = sides_of_reports(connection, [(row.article, row.id) for row in found])
    plain = plain_fields(ReportRow)
    return [
        ReportRow(
            **{name: getattr(row, name) for name in plain if name not in ("article", "contexts")},
            article=row.article_id,
            contexts=of_column(row.contexts),
            **columns_of(sides[row.article, row.id]),
        )
        for row in found
    ]

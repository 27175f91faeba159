"""Whether a question about events is led by an index, or has to look into row after row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from sqlalchemy import Connection, FromClause, func, literal, select

from dateline.store.database import Database
from dateline.store.queries.conditions import any_of, from_outlet, known_roots, values_of
from dateline.store.queries.events import PARTIES
from dateline.store.queries.filters import Filters
from dateline.store.queries.taking_part import parts_of
from dateline.store.tables import ARTICLES, EVENTS

FEW = 10_000
"""Events that are looked into at once."""
_A_PAGE = 5
"""Events of a page, about."""
_LEADING = ("actor", "source", "target", "country", "root", "place", "story", "outlet", "event")


def is_led(database: Database, asked: Filters, few: int = FEW) -> bool:
    """Whether the events come in the order of an index, or are taken from few."""
    named = _named(asked)
    if not named or (len(named) == 1 and named[0] in _LEADING):
        return True
    with database.reading() as connection:
        return any(_count(connection, rows) < most for rows, most in _leads(asked, few))


def _named(asked: Filters) -> list[str]:
    """What is asked for, days apart."""
    plain = replace(asked, after=None, before=None, all_of=())
    unlike = [field.name for field in fields(Filters) if getattr(plain, field.name) != field.default]
    return [*unlike, *("actor" for _ in asked.all_of)]


def _leads(asked: Filters, few: int) -> Iterator[tuple[FromClause, int]]:
    """The rows that each condition leads to by itself, and how many of them are too many."""
    columns = EVENTS.c
    for part in parts_of(asked):
        yield PARTIES.rows_of(part, few), few
    for column, values in (
        (columns.root, known_roots(asked.root)),
        (columns.place_name, asked.place),
        (columns.story, asked.story),
        (columns.id, asked.event),
    ):
        if values_of(values):
            yield select(literal(1)).where(any_of(column, values)).limit(few).subquery(), few
    if values_of(asked.outlet):
        most = max(1, few // _A_PAGE)
        articles = select(literal(1)).select_from(ARTICLES).where(from_outlet(asked.outlet))
        yield articles.limit(most).subquery(), most


def _count(connection: Connection, rows: FromClause) -> int:
    return connection.execute(select(func.count()).select_from(rows)).scalar_one()

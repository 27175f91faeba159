"""Filters as conditions on tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, FromClause, Table, or_, select, true

from dateline.model import CollectionError, Status
from dateline.store.tables import ARTICLE_ACTORS, ARTICLES, STORY_ARTICLES

Asked = str | Sequence[str] | None
"""What a filter asks for: one value, or any of several; None asks for nothing."""
Day = date | str | None
"""A day, or an ISO day, month or year, which stands for its first day."""

_STATE = re.compile(r"[A-Z]{3}")


def values_of(asked: Asked) -> list[str]:
    """The values that a filter asks for."""
    return [] if asked is None else [asked] if isinstance(asked, str) else list(asked)


def any_of(column: ColumnElement[str], asked: Asked) -> ColumnElement[bool]:
    """A column that has one of the values."""
    values = values_of(asked)
    return column.in_(values) if values else true()


def is_named(table: FromClause, asked: Asked, prefix: str = "") -> ColumnElement[bool]:
    """Columns `actor`, `name` and `state` (with a prefix) that mean somebody: by id, by name, or by the code of a state."""
    values = values_of(asked)
    if not values:
        return true()
    columns = table.c
    conditions = [columns[f"{prefix}actor"].in_(values), columns[f"{prefix}name"].in_(values)]
    states = [value for value in values if _STATE.fullmatch(value)]
    if states and f"{prefix}state" in columns:
        conditions.append(columns[f"{prefix}state"].in_(states))
    return or_(*conditions)


def names_actor(article: ColumnElement[int], asked: Asked) -> ColumnElement[bool]:
    """An article in which somebody is named."""
    if not values_of(asked):
        return true()
    return article.in_(select(ARTICLE_ACTORS.c.article).where(is_named(ARTICLE_ACTORS, asked)))


def from_outlet(asked: Asked) -> ColumnElement[bool]:
    """Articles of an outlet, by its id or name."""
    values = values_of(asked)
    return or_(ARTICLES.c.outlet.in_(values), ARTICLES.c.outlet_name.in_(values)) if values else true()


def in_story(article: ColumnElement[int], asked: Asked) -> ColumnElement[bool]:
    """An article of a story."""
    values = values_of(asked)
    if not values:
        return true()
    return article.in_(select(STORY_ARTICLES.c.article).where(STORY_ARTICLES.c.story.in_(values)))


def with_words(column: ColumnElement[str], asked: Asked) -> ColumnElement[bool]:
    """A text in which one of the values stands, whatever its case."""
    values = values_of(asked)
    return or_(*(column.icontains(value, autoescape=True) for value in values)) if values else true()


def on_days(ordinal: ColumnElement[int], after: Day, before: Day) -> ColumnElement[bool]:
    """From the day `after` on, up to the last day before `before`."""
    condition: ColumnElement[bool] = true()
    if after is not None:
        condition = condition & (ordinal >= ordinal_of(after))
    if before is not None:
        condition = condition & (ordinal < ordinal_of(before))
    return condition


def ordinal_of(day: date | str) -> int:
    """A day as a running number; a month or a year is its first day.

    Raises:
        CollectionError: `bad_filter`.
    """
    if isinstance(day, date):
        return day.toordinal()
    try:
        return date.fromisoformat(day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day[:10]).toordinal()
    except ValueError as error:
        raise CollectionError(
            "bad_filter", f"{day!r} is no day: write it as 2024-03-12, 2024-03 or 2024."
        ) from error


def known_status(asked: Asked) -> Asked:
    """The same, when every value is a status.

    Raises:
        CollectionError: `bad_filter`.
    """
    for value in values_of(asked):
        if value not in set(Status):
            raise CollectionError("bad_filter", f"{value!r} is no status: give one of {', '.join(Status)}.")
    return asked


def by_side(parties: Table, key: ColumnElement[str], asked: Asked, side: str | None) -> ColumnElement[bool]:
    """Events that have somebody on one side, or on either."""
    if not values_of(asked):
        return true()
    on_side = parties.c.side == side if side else true()
    return key.in_(select(parties.c.event).where(is_named(parties, asked), on_side))


def upper(asked: Asked) -> list[str] | None:
    """Roots as the ontology writes them."""
    return [value.upper() for value in values_of(asked)] or None

"""Filters as conditions on tables."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TypeVar

from sqlalchemy import Column, ColumnElement, FromClause, or_, select, true

from dateline.knowledge.tables import rows_of
from dateline.model import CollectionError, Status
from dateline.ontology import Ontology
from dateline.store.ingest.article_rows import PLACES
from dateline.store.queries.filters import Asked, Day, Filters
from dateline.store.tables import ARTICLE_ACTORS, ARTICLES, STORY_ARTICLES

T = TypeVar("T")

_ID = re.compile(r"Q\d+|(?:dl-|local:).+")


def values_of(asked: Asked) -> list[str]:
    """The values that a filter asks for."""
    return [] if asked is None else [asked] if isinstance(asked, str) else list(asked)


def any_of(column: ColumnElement[str], asked: Asked) -> ColumnElement[bool]:
    """A column that has one of the values."""
    values = values_of(asked)
    return _one_of(column, values) if values else true()


def is_named(table: FromClause, asked: Asked, prefix: str = "") -> ColumnElement[bool]:
    """Columns `actor`, `name` and `state` (with a prefix) that mean somebody: by id, by the code or a name of a state, else by
    name.

    A value is looked for in one of them alone, whose index then gives rows in order.
    """
    return _by_kind({kind: table.c[prefix + kind] for kind in ("actor", "name", "state")}, asked)


def _by_kind(columns: Mapping[str, ColumnElement[str]], asked: Asked) -> ColumnElement[bool]:
    wanted: dict[str, list[str]] = {}
    for value in values_of(asked):
        kind, meant = _meant(value, columns)
        wanted.setdefault(kind, []).extend(_spellings(meant) if kind == "name" else [meant])
    return or_(*(_one_of(columns[kind], values) for kind, values in wanted.items())) if wanted else true()


def _meant(value: str, kinds: Container[str]) -> tuple[str, str]:
    """What kind of value it is, and the value as rows have it: the name of a state is its code."""
    if _ID.fullmatch(value):
        return "actor", value
    code = _states().get(value) or _states().get(value.casefold()) if "state" in kinds else None
    return ("state", code) if code else ("name", value)


def _spellings(name: str) -> list[str]:
    """A description ("riot police") with a capital and without: who opens a sentence is the same as who stands inside one. The name of one person
    or body is written one way, and one value is found in the order of its index."""
    if any(word[:1].isupper() for word in name.split()[1:]):
        return [name]
    first, rest = name[:1], name[1:]
    return list(dict.fromkeys([name, first.upper() + rest, first.lower() + rest]))


def _one_of(column: ColumnElement[str], values: Sequence[str]) -> ColumnElement[bool]:
    return column == values[0] if len(values) == 1 else column.in_(values)


@cache
def _states() -> Mapping[str, str]:
    """The codes of states by themselves, as they are written, and by the names of states in small letters."""
    names = {
        name.casefold(): row["iso3"]
        for row in rows_of("states")
        for name in (row["name"], *filter(None, row["names"].split("|")))
    }
    return names | {row["iso3"]: row["iso3"] for row in rows_of("state_codes")}


def names_actor(article: ColumnElement[int], asked: Asked) -> ColumnElement[bool]:
    """An article in which somebody is named."""
    if not values_of(asked):
        return true()
    return article.in_(select(ARTICLE_ACTORS.c.article).where(is_named(ARTICLE_ACTORS, asked)))


def from_outlet(asked: Asked) -> ColumnElement[bool]:
    """Articles of an outlet, by its id or name."""
    return _by_kind({"actor": ARTICLES.c.outlet, "name": ARTICLES.c.outlet_name}, asked)


def in_outlet(article: ColumnElement[int], asked: Asked) -> ColumnElement[bool]:
    """An article of an outlet."""
    return article.in_(select(ARTICLES.c.number).where(from_outlet(asked))) if values_of(asked) else true()


def of_article(column: Column[T], article: ColumnElement[int]) -> ColumnElement[T]:
    """What a row's article has in a column: looked up for the rows that are shown, so that counting them costs nothing."""
    return select(column).where(ARTICLES.c.number == article).scalar_subquery()


def in_articles(article: ColumnElement[int], asked: Asked) -> ColumnElement[bool]:
    """One of some articles, by their ids."""
    if not values_of(asked):
        return true()
    return article.in_(select(ARTICLES.c.number).where(any_of(ARTICLES.c.id, asked)))


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
    """From the day `after` on, up to the last day before `before`.

    Raises:
        CollectionError: `bad_filter`, when no day lies there.
    """
    first, end = _bounds(after, before)
    condition: ColumnElement[bool] = true()
    if first is not None:
        condition = condition & (ordinal >= first)
    if end is not None:
        condition = condition & (ordinal < end)
    return condition


def _bounds(after: Day, before: Day) -> tuple[int | None, int | None]:
    """The first day that counts, and the first that no longer does."""
    first = ordinal_of(after) if after is not None else None
    end = ordinal_of(before) if before is not None else None
    if first is not None and end is not None and first >= end:
        what = f"no day lies from {after} on and before {before}: give an earlier first day, or a later last one."
        raise CollectionError("bad_filter", what)
    return first, end


def numbered_on_days(article: ColumnElement[int], asked: Filters) -> ColumnElement[bool]:
    """Articles whose number has a day from `after` on, up to the last before `before`: that of publication, or of arrival for an undated page.
    The order of numbers is that of the newest, and so the index that gives it finds the days too."""
    first, end = _bounds(asked.after, asked.before)
    from_first = article >= first * PLACES if first is not None else true()
    to_end = article < end * PLACES if end is not None else true()
    return from_first & to_end


def published_on_days(article: ColumnElement[int], asked: Filters) -> ColumnElement[bool]:
    """Articles that were published from the day `after` on, up to the last day before `before`."""
    if asked.after is None and asked.before is None:
        return true()
    number, ordinal = ARTICLES.c.number, ARTICLES.c.published_ordinal
    undated = select(number).where(ordinal.is_(None), numbered_on_days(number, asked))
    return numbered_on_days(article, asked) & article.not_in(undated)


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


def known_contexts(asked: Asked) -> list[str]:
    """The values, when each is a context of the ontology in force.

    Raises:
        CollectionError: `bad_filter`.
    """
    known = Ontology.load().contexts
    values = [value.lower() for value in values_of(asked)]
    for value in values:
        if value not in known:
            raise CollectionError("bad_filter", f"{value!r} is no context: give one of {', '.join(known)}.")
    return values


def known_roots(asked: Asked) -> list[str] | None:
    """Roots as the ontology in force writes them.

    Raises:
        CollectionError: `bad_filter`, when one is none.
    """
    known = Ontology.load().roots
    values = [value.upper() for value in values_of(asked)]
    for value in values:
        if value not in known:
            raise CollectionError("bad_filter", f"{value!r} is no root: give one of {', '.join(known)}.")
    return values or None

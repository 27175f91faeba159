"""How the pages that a search found are spread: counts among the newest 1,000 matches, not among all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Column, Connection, Table, func, select

from dateline.store.tables import ARTICLE_ACTORS, ARTICLES, REPORTS


class Facet(StrEnum):
    """By what pages are counted."""

    OUTLET = "outlet"
    MONTH = "month"
    LANGUAGE = "language"
    ACTOR = "actor"
    ROOT = "root"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class FacetCount:
    """Pages that have a value: an id with its name where there is one, else the name, month, language, root or status."""

    value: str
    name: str
    pages: int


def facets(
    connection: Connection, numbers: Sequence[int], most: int = 20
) -> dict[Facet, tuple[FacetCount, ...]]:
    """Counts of pages by each facet, the most frequent first; pages without a value are not counted.

    Args:
        numbers: the pages, as `Found.numbers` has them.
        most: values of each facet.
    """
    return {
        **_by_article(connection, numbers, most),
        Facet.ACTOR: _by_actor(connection, numbers, most),
        Facet.ROOT: _by_report(connection, numbers, REPORTS.c.root, most),
        Facet.STATUS: _by_report(connection, numbers, REPORTS.c.status, most),
    }


def _by_article(
    connection: Connection, numbers: Sequence[int], most: int
) -> dict[Facet, tuple[FacetCount, ...]]:
    table = ARTICLES.c
    columns = select(table.outlet, table.outlet_name, table.published_day, table.language)
    rows = connection.execute(columns.where(table.number.in_(numbers))).all()
    names = {outlet or name: name or outlet for outlet, name, _, _ in rows}
    return {
        Facet.OUTLET: _counted(Counter(outlet or name for outlet, name, _, _ in rows), most, names),
        Facet.MONTH: _counted(Counter(day and day[:7] for _, _, day, _ in rows), most),
        Facet.LANGUAGE: _counted(Counter(language for _, _, _, language in rows), most),
    }


def _by_actor(connection: Connection, numbers: Sequence[int], most: int) -> tuple[FacetCount, ...]:
    actor, name = ARTICLE_ACTORS.c.actor, ARTICLE_ACTORS.c.name
    query = select(actor, func.min(name), func.count()).where(ARTICLE_ACTORS.c.article.in_(numbers))
    rows = connection.execute(query.group_by(actor).order_by(func.count().desc(), actor).limit(most))
    return tuple(FacetCount(*row) for row in rows)


def _by_report(
    connection: Connection, numbers: Sequence[int], value: Column[str], most: int
) -> tuple[FacetCount, ...]:
    table: Table = REPORTS
    pages = func.count(table.c.article.distinct())
    query = select(value, pages).where(table.c.article.in_(numbers)).group_by(value)
    rows = connection.execute(query.order_by(pages.desc(), value).limit(most))
    return tuple(FacetCount(found, found, count) for found, count in rows)


def _counted(
    counts: Counter[str | None], most: int, names: Mapping[str | None, str | None] | None = None
) -> tuple[FacetCount, ...]:
    rows = sorted((-count, value) for value, count in counts.items() if value)[:most]
    return tuple(FacetCount(value, (names or {}).get(value) or value, -count) for count, value in rows)

"""Stories as a list shows them: by what they lead with, how well they are supported, and when they were last reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, and_, func, literal, or_, select, true

from dateline.knowledge import Knowledge
from dateline.model import CollectionError, Support
from dateline.store.database import Database
from dateline.store.queries.conditions import (
    any_of,
    from_outlet,
    is_named,
    known_roots,
    known_status,
    on_days,
    values_of,
)
from dateline.store.queries.filters import Asked, Day, plain_fields
from dateline.store.queries.records import StoryRow
from dateline.store.tables import ARTICLE_ACTORS, ARTICLES, FACTS, STORIES, STORY_ARTICLES

_OFTEN = 5_000
"""Pages that name somebody often."""
NO_PLACE = "none"
"""What `country` is for a story whose event has no place, or one that the tables do not have."""


@dataclass(frozen=True, slots=True)
class StoryFilters:
    """Which stories a list shows. `status`, `root` and `country` (ISO alpha-3, or NO_PLACE) are those of the event that a story leads with, see
    `lead_of`; `support` is that of the whole story, see `support_of`. `after` is the first day of a latest report that counts, `before` the
    first that no longer does. `conflict_since` is an instant or a day: stories of which a fact is in conflict since then. `pages` are numbers of articles, as a search finds them: stories with one of them.
    """

    actor: Asked = None
    outlet: Asked = None
    status: Asked = None
    root: Asked = None
    country: Asked = None
    support: Asked = None
    independent: int | None = None
    after: Day = None
    before: Day = None
    conflict_since: str | None = None
    pages: Sequence[int] | None = None


def listed(database: Database, asked: StoryFilters, *, most: int, passed: int = 0) -> list[StoryRow]:
    """Stories, those with the latest report first, after the first `passed`.

    Raises:
        CollectionError: `bad_filter`.
    """
    columns = STORIES.c
    query = select(*(columns[name] for name in plain_fields(StoryRow)))
    order = (columns.last_ordinal.desc().nulls_last(), columns.id)
    with database.reading() as connection:
        wanted = conditions(asked, one_by_one=_is_often_named(connection, asked))
        found = connection.execute(query.where(wanted).order_by(*order).limit(most).offset(passed))
        return [StoryRow(*row) for row in found]


def _is_often_named(connection: Connection, asked: StoryFilters) -> bool:
    """Whether so many pages name somebody, and nothing else is asked of them, that the newest stories are soon found by looking at one after another."""
    if not values_of(asked.actor) or values_of(asked.outlet) or asked.pages is not None:
        return False
    rows = select(literal(1)).select_from(ARTICLE_ACTORS).where(is_named(ARTICLE_ACTORS, asked.actor))
    counted = select(func.count()).select_from(rows.limit(_OFTEN).subquery())
    return connection.execute(counted).scalar_one() == _OFTEN


def counted_by_day(database: Database, asked: StoryFilters) -> dict[int | None, int]:
    """How many stories were last reported on each day (a running number), and how many have none: all that there are."""
    day = STORIES.c.last_ordinal
    counts = func.count().label("stories")
    query = select(day, counts).where(conditions(asked)).group_by(day).order_by(day)
    with database.reading() as connection:
        return {row.last_ordinal: row.stories for row in connection.execute(query)}


def conditions(asked: StoryFilters, *, one_by_one: bool = False) -> ColumnElement[bool]:
    """The filters as a condition on a story; `one_by_one` looks at the pages of each story, which is quick for a list that soon ends.

    Raises:
        CollectionError: `bad_filter`.
    """
    columns = STORIES.c
    return and_(
        on_days(columns.last_ordinal, asked.after, asked.before),
        columns.independent >= asked.independent if asked.independent else true(),
        _told_in(asked, one_by_one),
        _supported(asked.support),
        _newly_in_conflict(asked.conflict_since),
        _leading(asked),
    )


def _newly_in_conflict(since: str | None) -> ColumnElement[bool]:
    if not since:
        return true()
    fact = FACTS.c
    own = select(fact.id).where(fact.story == STORIES.c.id, fact.conflict_since >= since).correlate(STORIES)
    return and_(STORIES.c.support == Support.CONFLICTING.value, own.exists())


def _supported(asked: Asked) -> ColumnElement[bool]:
    for value in values_of(asked):
        if value not in set(Support):
            what = f"{value!r} is no support: give one of {', '.join(Support)}."
            raise CollectionError("bad_filter", what)
    return any_of(STORIES.c.support, asked)


def _leading(asked: StoryFilters) -> ColumnElement[bool]:
    """Stories whose leading event is as asked."""
    columns = STORIES.c
    return and_(
        any_of(columns.lead_status, known_status(asked.status)),
        any_of(columns.lead_root, known_roots(asked.root)),
        _in_countries(columns.lead_place, values_of(asked.country)),
    )


def _in_countries(place: ColumnElement[str], codes: Sequence[str]) -> ColumnElement[bool]:
    if not codes:
        return true()
    known: list[ColumnElement[bool]] = [
        place.in_(_places_of(Knowledge.load().version, code)) for code in codes if code != NO_PLACE
    ]
    if NO_PLACE in codes:
        known.append(place.is_(None) & STORIES.c.lead.is_not(None))
    return or_(*known)


@lru_cache(maxsize=256)
def _places_of(_version: str, code: str) -> tuple[str, ...]:
    """The ids of a state and of all places in it.

    Raises:
        CollectionError: `bad_filter`.
    """
    tables = Knowledge.load()
    if code not in tables.registry.states:
        raise CollectionError(
            "bad_filter", f"{code!r} is the code of no state: write it as KAZ, or as {NO_PLACE}."
        )
    entities = (entity.id for entity in tables.registry.entities.values() if entity.state == code)
    return (*entities, *(city.id for city in tables.gazetteer.all() if city.state == code))


def _told_in(asked: StoryFilters, one_by_one: bool) -> ColumnElement[bool]:
    """Stories with an article of an outlet, in which somebody is named, or which a search found."""
    told: list[ColumnElement[bool]] = []
    article, stories = STORY_ARTICLES.c.article, select(STORY_ARTICLES.c.story)
    if values_of(asked.outlet):
        told.append(article.in_(select(ARTICLES.c.number).where(from_outlet(asked.outlet))))
    if values_of(asked.actor):
        stories = stories.join_from(STORY_ARTICLES, ARTICLE_ACTORS, ARTICLE_ACTORS.c.article == article)
        told.append(is_named(ARTICLE_ACTORS, asked.actor))
    if asked.pages is not None:
        told.append(article.in_(list(asked.pages)))
    if one_by_one:
        own = stories.where(STORY_ARTICLES.c.story == STORIES.c.id, *told)
        return own.correlate(STORIES).exists()
    return STORIES.c.id.in_(stories.where(and_(*told))) if told else true()

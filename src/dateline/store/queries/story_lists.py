"""Stories as a list shows them: by what they lead with, how well they are supported, and when they were last reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, true

from dateline.knowledge import Knowledge
from dateline.model import CollectionError, Support
from dateline.store.database import Database
from dateline.store.queries.conditions import (
    any_of,
    from_outlet,
    is_named,
    known_status,
    on_days,
    upper,
    values_of,
)
from dateline.store.queries.filters import Asked, Day, plain_fields
from dateline.store.queries.records import StoryRow
from dateline.store.tables import ARTICLE_ACTORS, ARTICLES, EVENTS, FACTS, STORIES, STORY_ARTICLES

NO_PLACE = "none"
"""What `country` is for a story whose event has no place, or one that the tables do not have."""


@dataclass(frozen=True, slots=True)
class StoryFilters:
    """Which stories a list shows. `status`, `root` and `country` (ISO alpha-3, or NO_PLACE) are those of the event that a story leads with, see
    `lead_event`; `support` is that of the whole story, see `support_is`. `after` is the first day of a latest report that counts, `before` the
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

    @property
    def is_by_lead(self) -> bool:
        """Whether each story has to be looked into: what is counted then costs as much as the stories there are."""
        return bool(values_of(self.status) or values_of(self.root) or values_of(self.country))


def listed(database: Database, asked: StoryFilters, *, most: int, passed: int = 0) -> list[StoryRow]:
    """Stories, those with the latest report first, after the first `passed`.

    Raises:
        CollectionError: `bad_filter`.
    """
    columns = STORIES.c
    query = (
        select(*(columns[name] for name in plain_fields(StoryRow)))
        .where(conditions(asked))
        .order_by(columns.last_ordinal.desc().nulls_last(), columns.id)
        .limit(most)
        .offset(passed)
    )
    with database.reading() as connection:
        return [StoryRow(*row) for row in connection.execute(query)]


def counted_by_day(database: Database, asked: StoryFilters) -> list[tuple[int, int]]:
    """Days as running numbers, in their order, with how many stories were last reported on each; stories without a day are left out."""
    day = STORIES.c.last_ordinal
    query = select(day, func.count()).where(day.is_not(None), conditions(asked)).group_by(day).order_by(day)
    with database.reading() as connection:
        return [(ordinal, count) for ordinal, count in connection.execute(query)]


def counted(database: Database, asked: StoryFilters) -> int:
    """How many stories there are."""
    with database.reading() as connection:
        return connection.execute(select(func.count(STORIES.c.id)).where(conditions(asked))).scalar_one()


def conditions(asked: StoryFilters) -> ColumnElement[bool]:
    """The filters as a condition on a story.

    Raises:
        CollectionError: `bad_filter`.
    """
    columns = STORIES.c
    return and_(
        on_days(columns.last_ordinal, asked.after, asked.before),
        columns.independent >= asked.independent if asked.independent else true(),
        _told_in(asked),
        _supported(asked.support),
        _newly_in_conflict(asked.conflict_since),
        _leading(asked),
    )


def lead_event() -> ColumnElement[str]:
    """The id of the event that a story leads with: the one that its headline states, else the one with most reports."""
    columns = EVENTS.c
    own = (
        select(columns.id)
        .where(columns.story == STORIES.c.id)
        .order_by(columns.reports.desc(), columns.id)
        .limit(1)
        .correlate(STORIES)
    )
    stated = own.where(columns.text == STORIES.c.headline)
    return func.coalesce(stated.scalar_subquery(), own.scalar_subquery())


def support_is(value: Support) -> ColumnElement[bool]:
    """A story is in conflict when a fact of it is; else corroborated when one is; else it has a single source."""
    if value is Support.CONFLICTING:
        return _has_fact(Support.CONFLICTING)
    is_corroborated = _has_fact(Support.CORROBORATED)
    wanted = is_corroborated if value is Support.CORROBORATED else ~is_corroborated
    return wanted & ~_has_fact(Support.CONFLICTING)


def _has_fact(support: Support) -> ColumnElement[bool]:
    return _any_fact(FACTS.c.support == support.value)


def _any_fact(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(FACTS.c.id).where(FACTS.c.story == STORIES.c.id, condition).correlate(STORIES).exists()


def _newly_in_conflict(since: str | None) -> ColumnElement[bool]:
    return _any_fact(FACTS.c.conflict_since >= since) if since else true()


def _supported(asked: Asked) -> ColumnElement[bool]:
    values = values_of(asked)
    for value in values:
        if value not in set(Support):
            what = f"{value!r} is no support: give one of {', '.join(Support)}."
            raise CollectionError("bad_filter", what)
    return or_(*(support_is(Support(value)) for value in values)) if values else true()


def _leading(asked: StoryFilters) -> ColumnElement[bool]:
    """Stories whose leading event is as asked."""
    status, root, countries = known_status(asked.status), upper(asked.root), values_of(asked.country)
    if not (values_of(status) or root or countries):
        return true()
    own = EVENTS.alias()
    return exists().where(
        own.c.id == lead_event(),
        any_of(own.c.status, status),
        any_of(own.c.root, root),
        _in_countries(own.c.place_id, countries),
    )


def _in_countries(place: ColumnElement[str], codes: Sequence[str]) -> ColumnElement[bool]:
    if not codes:
        return true()
    known = [place.in_(_places_of(Knowledge.load().version, code)) for code in codes if code != NO_PLACE]
    if NO_PLACE in codes:
        known.append(place.is_(None))
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


def _told_in(asked: StoryFilters) -> ColumnElement[bool]:
    """Stories with an article of an outlet, in which somebody is named, or which a search found."""
    told: list[ColumnElement[bool]] = []
    article = STORY_ARTICLES.c.article
    if values_of(asked.outlet):
        told.append(article.in_(select(ARTICLES.c.number).where(from_outlet(asked.outlet))))
    if values_of(asked.actor):
        told.append(
            article.in_(select(ARTICLE_ACTORS.c.article).where(is_named(ARTICLE_ACTORS, asked.actor)))
        )
    if asked.pages is not None:
        told.append(article.in_(list(asked.pages)))
    return STORIES.c.id.in_(select(STORY_ARTICLES.c.story).where(and_(*told))) if told else true()

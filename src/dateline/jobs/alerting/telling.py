"""What an alert has told so far, and what a round would find now."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from dateline.jobs.alerting.alerts import Alert
from dateline.jobs.alerting.matching import matching_pages
from dateline.jobs.instants import Clock, system_clock
from dateline.store import Collection
from dateline.store.tables import ALERT_MATCHES, ARTICLES, STORIES, STORY_ARTICLES


@dataclass(frozen=True, slots=True)
class StoryOfAlert:
    """A story that an alert told of: whether it was `new` or an `update` the last time, in which message, and its reports as they are now."""

    story: str
    headline: str
    change: str
    round: int
    independent: int
    reports: int


def told_stories(collection: Collection, alert: Alert, *, most: int = 20) -> list[StoryOfAlert]:
    """The stories that an alert told of, those of its last messages first."""
    pages, stories = ALERT_MATCHES.c, STORIES.c
    last = func.max(pages.round).label("last")
    query = (
        select(
            stories.id, stories.headline, func.max(pages.change), last, stories.independent, stories.reports
        )
        .join_from(ALERT_MATCHES, ARTICLES, (ARTICLES.c.arrival == pages.arrival) & ARTICLES.c.is_current)
        .join(STORY_ARTICLES, STORY_ARTICLES.c.article == ARTICLES.c.number)
        .join(STORIES, stories.id == STORY_ARTICLES.c.story)
        .where(pages.alert == alert.id)
        .group_by(stories.id, stories.headline, stories.independent, stories.reports)
        .order_by(last.desc(), stories.id)
        .limit(most)
    )
    with collection.holdings.database.reading() as connection:
        return [StoryOfAlert(*row) for row in connection.execute(query)]


def waiting_pages(collection: Collection, alert: Alert, *, clock: Clock = system_clock) -> int:
    """How many pages came in since the last round that it will tell of."""
    database = collection.holdings.database
    with database.reading() as connection:
        return len(matching_pages(database, connection, alert, clock(), after=alert.arrival))

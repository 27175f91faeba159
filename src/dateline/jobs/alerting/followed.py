"""What came in for alerts since they last told something."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from dateline.jobs.alerting.alerts import alerts_in, filters_of
from dateline.jobs.alerting.matching import matching_pages
from dateline.jobs.instants import Clock, system_clock
from dateline.model import DatelineError
from dateline.store import Collection
from dateline.store.inserting import in_parts
from dateline.store.tables import STORY_ARTICLES


@dataclass(frozen=True, slots=True)
class Following:
    """An alert as a reader sees it. `new` counts the stories with pages that came in since the alert last looked."""

    name: str
    asked: str
    query: str
    filters: dict[str, list[str]]
    new: int


def followed(collection: Collection, *, most: int = 8, clock: Clock = system_clock) -> list[Following]:
    """The alerts of a collection by name, with how many stories are new for each. One whose query cannot be read any more has none."""
    database, now = collection.holdings.database, clock()
    found = []
    with database.reading() as connection:
        for alert in alerts_in(connection)[:most]:
            try:
                numbers = matching_pages(database, connection, alert, now, after=alert.arrival)
            except DatelineError:
                numbers = set()
            stories: set[str] = set()
            for part in in_parts(sorted(numbers)):
                own = select(STORY_ARTICLES.c.story).where(STORY_ARTICLES.c.article.in_(part))
                stories.update(connection.scalars(own))
            asked = filters_of(alert.filters)
            found.append(Following(alert.name, alert.asked, alert.query, asked, len(stories)))
    return found

"""The messages of an alert, composed of what the collection holds when they are sent."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from dateline.jobs.alerting.alerts import Alert, Digest
from dateline.jobs.alerting.matching import NEW, matching_pages, shown_filters
from dateline.jobs.instants import written
from dateline.products.alerts import AlertMessage, Told, compose
from dateline.store import Collection
from dateline.store.queries.stories import most_covered
from dateline.store.tables import ALERT_MATCHES, ARTICLES, STORY_ARTICLES

_MOST_COVERED = 5
_SAMPLE = 3


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that is due: its id, its place among the messages of the alert, and the arrival after which its pages came in."""

    id: str
    round: int
    part: int
    since: int


def message_of(
    collection: Collection, alert: Alert, delivery: Delivery, now: datetime
) -> AlertMessage | None:
    """The message as the collection tells it now; None where all its pages were taken back."""
    with collection.holdings.database.reading() as connection:
        told = _told(connection, alert, delivery)
    if not told:
        return None
    is_digest = alert.digest is Digest.DAILY
    asked = shown_filters(alert, now)
    stories = tuple(compose(collection, one, asked, with_related=is_digest) for one in told)
    covered = (
        most_covered(collection.holdings.database, arrived_after=delivery.since, most=_MOST_COVERED)
        if is_digest
        else []
    )
    return AlertMessage(
        delivery.id, alert.name, alert.digest.value, alert.asked, written(now), stories, tuple(covered)
    )


def sample_of(collection: Collection, alert: Alert, id: str, now: datetime) -> AlertMessage:
    """A message with the newest stories that the alert matches, told before or not; nothing is noted of it."""
    database = collection.holdings.database
    pages: dict[str, list[str]] = defaultdict(list)
    with database.reading() as connection:
        for number in sorted(matching_pages(database, connection, alert, now, after=0), reverse=True):
            story, article = _place(connection, number)
            if story not in pages and len(pages) == _SAMPLE:
                break
            pages[story].append(article)
    asked = shown_filters(alert, now)
    stories = tuple(
        compose(collection, Told(story, NEW, tuple(articles)), asked, with_related=True)
        for story, articles in pages.items()
    )
    return AlertMessage(id, alert.name, "test", alert.asked, written(now), stories, ())


def _told(connection: Connection, alert: Alert, delivery: Delivery) -> list[Told]:
    matches = ALERT_MATCHES.c
    query = (
        select(STORY_ARTICLES.c.story, matches.change, ARTICLES.c.id)
        .join_from(ALERT_MATCHES, ARTICLES, ARTICLES.c.arrival == matches.arrival)
        .join(STORY_ARTICLES, STORY_ARTICLES.c.article == ARTICLES.c.number)
        .where(matches.alert == alert.id, matches.round == delivery.round, matches.part == delivery.part)
        .where(ARTICLES.c.is_current)
        .order_by(matches.change != NEW, matches.independent.desc(), STORY_ARTICLES.c.story, matches.arrival)
    )
    found: dict[str, tuple[str, list[str]]] = {}
    for story, change, article in connection.execute(query):
        found.setdefault(story, (change, []))[1].append(article)
    return [Told(story, change, tuple(articles)) for story, (change, articles) in found.items()]


def _place(connection: Connection, number: int) -> tuple[str, str]:
    query = select(STORY_ARTICLES.c.story, ARTICLES.c.id).join_from(
        ARTICLES, STORY_ARTICLES, STORY_ARTICLES.c.article == ARTICLES.c.number
    )
    story, article = connection.execute(query.where(ARTICLES.c.number == number)).one()
    return story, article

"""The words that events rest on."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dateline.model import CollectionError
from dateline.model.codec import Record
from dateline.store.database import Database
from dateline.store.ingest.article_rows import reading_of
from dateline.store.tables import ARTICLES, REPORTS


@dataclass(frozen=True, slots=True)
class Evidence(Record):
    """The words of a report of an event: `start` and `end` are their place in the text of the article, `report` the event in it."""

    event: str
    article: str
    report: str
    outlet: str | None
    start: int
    end: int
    text: str
    confidence: float


def evidence_of(database: Database, events: Sequence[str]) -> dict[str, Evidence]:
    """The words of the first report of each event, for as many events as a page shows. An article whose reading is damaged gives none, of which
    `verify` tells."""
    query = (
        select(
            REPORTS.c.event,
            REPORTS.c.id,
            REPORTS.c.article,
            REPORTS.c.evidence_start,
            REPORTS.c.evidence_end,
            REPORTS.c.confidence,
        )
        .where(REPORTS.c.event.in_(list(events)))
        .order_by(REPORTS.c.article.desc(), REPORTS.c.trigger_start.desc())
    )
    with database.reading() as connection:
        first = {row.event: row for row in connection.execute(query)}
        articles = _articles(connection, sorted({row.article for row in first.values()}))
    found = {}
    for event, row in first.items():
        if row.article in articles:
            article, outlet, text = articles[row.article]
            words = text[row.evidence_start : row.evidence_end]
            place = (row.evidence_start, row.evidence_end)
            found[event] = Evidence(event, article, row.id, outlet, *place, words, row.confidence)
    return found


def _articles(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[str, str | None, str]]:
    """Ids, outlets and texts of articles."""
    columns = ARTICLES.c
    query = select(columns.number, columns.id, columns.outlet_name, columns.reading)
    found = {}
    for row in connection.execute(query.where(columns.number.in_(numbers))):
        with suppress(CollectionError):
            found[row.number] = (row.id, row.outlet_name, reading_of(row.reading).article.text)
    return found

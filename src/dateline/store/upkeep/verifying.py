"""A collection checked: whether every row is what its readings and pages say it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import Connection, Row, Table, func, select, text

from dateline.model import CollectionError, Reading
from dateline.model.codec import Record
from dateline.store.correcting.applying import Corrected
from dateline.store.correcting.reading_back import as_corrected
from dateline.store.grouping.members import articles_in, members_of, readings_of
from dateline.store.grouping.regrouping import tell
from dateline.store.grouping.rollup_rows import buckets_of_all
from dateline.store.grouping.story_rows import families_of, rows_of_story
from dateline.store.holdings import Holdings
from dateline.store.ingest.actor_counts import COUNTED
from dateline.store.ingest.article_rows import OF_ARTICLES, reading_of, rows_of
from dateline.store.inserting import writable
from dateline.store.raw import hash_of
from dateline.store.tables import (
    ACTOR_COUNTS,
    ARTICLES,
    EVENT_PARTICIPANTS,
    EVENTS,
    REPORTS,
    ROLLUPS,
    STORIES,
    STORY_ARTICLES,
)

_BY_EVENT = frozenset({EVENT_PARTICIPANTS})
_LATER = frozenset({"event"})
"""Columns of an article's rows that its story fills in."""
_NOTED = frozenset({"conflict_since"})
"""Columns of a story's rows that say when something was seen, which no reading tells."""


@dataclass(frozen=True, slots=True)
class Finding(Record):
    """Something that is not as it should be. `code` is `database missing_page damaged_page stray_page damaged_reading rows
    no_story story families rollups actor_counts stray_rows search`; `where` an article, a story, a table or a page.
    """

    code: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class VerifyReport(Record):
    """What was checked and what was found; nothing found means that all is well."""

    SCHEMA: ClassVar[str] = "dateline.verify/1"

    articles: int
    stories: int
    pages: int
    findings: tuple[Finding, ...]


def verify(holdings: Holdings) -> VerifyReport:
    """Checks pages, readings and all rows that come from them, as they are at this moment."""
    with holdings.database.reading() as connection:
        damage = list(_database(holdings, connection))
        if damage:
            return VerifyReport(0, 0, 0, tuple(damage))
        findings = [
            *_articles(holdings, connection),
            *_pages(holdings, connection),
            *_stories(connection),
            *_strays(connection),
            *_rollups(connection),
            *_actor_counts(connection),
            *_indexes(holdings, connection),
        ]
        counts = [_count(connection, table) for table in (ARTICLES, STORIES)]
        pages = sum(1 for _ in holdings.raw_pages.hashes(connection))
    return VerifyReport(counts[0], counts[1], pages, tuple(findings))


def _database(holdings: Holdings, connection: Connection) -> Iterator[Finding]:
    if holdings.database.is_sqlite:
        for (said,) in connection.execute(text("PRAGMA integrity_check")):
            if said != "ok":
                yield Finding(
                    "database", "collection.sqlite", f"{said}: restore a backup (`dateline restore`)."
                )


def _articles(holdings: Holdings, connection: Connection) -> Iterator[Finding]:
    columns = ARTICLES.c
    found = connection.execute(
        select(columns.number, columns.id, columns.lineage, columns.is_current, columns.page_sha256).order_by(
            columns.number
        )
    )
    for row in found.all():
        yield from _page(holdings, connection, row)
        try:
            reading = _reading(connection, row.number)
        except CollectionError:
            yield Finding("damaged_reading", row.id, "its reading cannot be unpacked: `dateline re-read`.")
            continue
        if reading.article.id != row.id:
            yield Finding(
                "damaged_reading", row.id, f"its reading is of {reading.article.id}: `dateline re-read`."
            )
        elif row.is_current:
            yield from _rows(connection, row.number, as_corrected(connection, row.lineage, reading))


def _page(holdings: Holdings, connection: Connection, row: Row[*tuple[Any, ...]]) -> Iterator[Finding]:
    data = holdings.raw_pages.get(connection, row.page_sha256)
    if data is None:
        yield Finding(
            "missing_page", row.id, f"its page {row.page_sha256} is not there or cannot be unpacked."
        )
    elif hash_of(data) != row.page_sha256:
        yield Finding("damaged_page", row.id, f"its page {row.page_sha256} holds something else.")


def _reading(connection: Connection, number: int) -> Reading:
    data = connection.execute(select(ARTICLES.c.reading).where(ARTICLES.c.number == number)).scalar_one()
    return reading_of(data)


def _rows(connection: Connection, number: int, told: Corrected) -> Iterator[Finding]:
    """Whether the rows of an article are those that its reading gives."""
    for table, wanted in rows_of(number, told.reading, told.by_hand).items():
        found = connection.execute(select(table).where(table.c.article == number)).mappings()
        if _canonical(found, _LATER) != _canonical(wanted, _LATER):
            where = f"{told.reading.article.id} in {table.name}"
            yield Finding("rows", where, "its rows are not those of its reading: `dateline re-read`.")


def _canonical(rows: Any, without: frozenset[str]) -> list[str]:
    return sorted(
        repr(sorted((k, v) for k, v in writable(dict(row)).items() if k not in without)) for row in rows
    )


def _pages(holdings: Holdings, connection: Connection) -> Iterator[Finding]:
    known = set(connection.execute(select(ARTICLES.c.page_sha256)).scalars())
    for sha256 in holdings.raw_pages.hashes(connection):
        if sha256 not in known:
            what = "no article is made from it: a run broke off; adding the same pages again takes it up."
            yield Finding("stray_page", sha256, what)


def _stories(connection: Connection) -> Iterator[Finding]:
    stories = connection.execute(select(STORIES.c.id).order_by(STORIES.c.id)).scalars().all()
    for story in stories:
        numbers = articles_in(connection, [story]).get(story, [])
        try:
            readings = list(readings_of(connection, numbers).values())
        except CollectionError:
            continue  # told with its article
        if not readings:
            yield Finding("story", story, "none of its articles is there.")
            continue
        yield from _story(connection, story, readings)
    placed = select(STORY_ARTICLES.c.article)
    alone = select(ARTICLES.c.id).where(ARTICLES.c.is_current, ARTICLES.c.number.not_in(placed))
    for article in connection.execute(alone).scalars():
        yield Finding("no_story", article, "it is in no story.")


def _story(connection: Connection, story: str, readings: Sequence[Reading]) -> Iterator[Finding]:
    """Whether the rows of a story are those that its articles give."""
    by_id = {reading.article.id: reading for reading in readings}
    members = members_of(connection, list(by_id))
    told = tell(readings, list(members.values()))
    wanted = rows_of_story(told, members, by_id)
    for table, rows in wanted.items():
        if _canonical(_of_story(connection, table, story), _NOTED) != _canonical(rows, _NOTED):
            yield Finding("story", story, f"its rows in {table.name} are not those that its articles give.")
    columns = ARTICLES.c
    families = families_of(told, members)
    found = connection.execute(select(columns.number, columns.family).where(columns.number.in_(families)))
    if dict(tuple(row) for row in found) != families:
        yield Finding("families", story, "families of copies are not those that its articles give.")


def _of_story(connection: Connection, table: Table, story: str) -> Sequence[Mapping[str, Any]]:
    if table is STORIES:
        condition = table.c.id == story
    elif table in _BY_EVENT:
        condition = table.c.event.in_(select(EVENTS.c.id).where(EVENTS.c.story == story))
    else:
        condition = table.c.story == story
    return [dict(row) for row in connection.execute(select(table).where(condition)).mappings()]


def _strays(connection: Connection) -> Iterator[Finding]:
    """Rows whose article, story or event is not there."""
    current = select(ARTICLES.c.number).where(ARTICLES.c.is_current)
    for table in (*OF_ARTICLES, STORY_ARTICLES):
        count = _counted(connection, table, table.c.article.not_in(current))
        if count:
            yield Finding("stray_rows", table.name, f"{count} rows are of no current article.")
    count = _counted(connection, EVENTS, EVENTS.c.story.not_in(select(STORIES.c.id)))
    if count:
        yield Finding("stray_rows", "events", f"{count} rows are of no story.")
    count = _counted(
        connection, REPORTS, REPORTS.c.event.is_(None) | REPORTS.c.event.not_in(select(EVENTS.c.id))
    )
    if count:
        yield Finding("stray_rows", "reports", f"{count} rows are of no event.")


def _rollups(connection: Connection) -> Iterator[Finding]:
    wanted = dict(buckets_of_all(connection))
    found = {tuple(row[:-1]): row[-1] for row in connection.execute(select(ROLLUPS))}
    if found != wanted:
        yield Finding("rollups", "rollups", "counts of events are not those of the rows.")


def _actor_counts(connection: Connection) -> Iterator[Finding]:
    wanted = connection.execute(text(COUNTED.format(sign="+1", those="true")))
    if {tuple(row) for row in wanted} != {tuple(row) for row in connection.execute(select(ACTOR_COUNTS))}:
        yield Finding("actor_counts", "actor_counts", "counts of who is named are not those of the rows.")


def _indexes(holdings: Holdings, connection: Connection) -> Iterator[Finding]:
    current = _counted(connection, ARTICLES, ARTICLES.c.is_current)
    for index in holdings.indexes:
        held = index.count(connection)
        if held != current:
            yield Finding(
                "search", "search index", f"it holds {held} articles of {current}: restore a backup."
            )


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _counted(connection: Connection, table: Table, condition: Any) -> int:
    return connection.execute(select(func.count()).select_from(table).where(condition)).scalar_one()

"""What changed between two runs, or between two versions of a page: articles, events, statements and facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from dateline.model import CollectionError, Event, FactKind, Participant, Reading, Statement
from dateline.model.codec import Record
from dateline.store.database import Database
from dateline.store.ingest.article_rows import content_of, reading_of
from dateline.store.tables import ARTICLES, EARLIER_READINGS, RUNS
from dateline.stories import group


class ChangeKind(StrEnum):
    """What became of something."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change(Record):
    """A change of an article, or of an event, statement or fact in it (`of`). `before` and `after` say it in words; null where it was not, or
    no longer is, there.
    """

    article: str
    of: str
    change: ChangeKind
    before: str | None
    after: str | None


def between_runs(database: Database, first: int, second: int) -> Iterator[Change]:
    """What changed from the end of one run to the end of a later one: articles that came in, and what was read otherwise.

    Raises:
        CollectionError: `unknown`, when there is no such run.
    """
    with database.reading() as connection:
        for run in (first, second):
            _check(connection, database, run)
        columns = ARTICLES.c
        rows = connection.execute(
            select(columns.number, columns.id, columns.run).order_by(columns.number)
        ).all()
        for row in rows:
            earlier = _runs_before(connection, row.number)
            if row.run <= first and all(run <= first for run in earlier):
                continue
            yield from _of_article(connection, row.number, row.id, first, second)


def between_versions(database: Database, article: str) -> list[Change]:
    """What changed from the version before an article to it; nothing for a first version.

    Raises:
        CollectionError: `unknown`, when there is no such article.
    """
    columns = ARTICLES.c
    with database.reading() as connection:
        row = connection.execute(
            select(columns.address, columns.version, columns.reading).where(columns.id == article)
        ).first()
        if row is None:
            what = f"{database.place} has no article {article}: `dateline articles -c {database.place} --to jsonl` tells their ids."
            raise CollectionError("unknown", what)
        before = connection.execute(
            select(columns.reading).where(columns.address == row.address, columns.version == row.version - 1)
        ).scalar()
    return list(changes(reading_of(before), reading_of(row.reading))) if before is not None else []


def changes(before: Reading, after: Reading) -> Iterator[Change]:
    """The events, statements and facts that two readings of a page do not share. Events and statements are known again by the words
    that bear them, facts by what they answer.
    """
    article = after.article.id
    yield from _compared(article, "event", _events(before), _events(after))
    yield from _compared(article, "statement", _statements(before), _statements(after))
    yield from _compared(article, "fact", _facts(before), _facts(after))


def _check(connection: Connection, database: Database, run: int) -> None:
    if connection.execute(select(RUNS.c.id).where(RUNS.c.id == run)).first() is None:
        last = connection.execute(select(RUNS.c.id).order_by(RUNS.c.id.desc())).scalar()
        known = f"runs are 1 to {last}" if last else "there was none yet"
        raise CollectionError("unknown", f"{database.place} has no run {run}: {known}.")


def _runs_before(connection: Connection, number: int) -> list[int]:
    found = select(EARLIER_READINGS.c.run).where(EARLIER_READINGS.c.article == number)
    return list(connection.execute(found).scalars())


def _of_article(
    connection: Connection, number: int, article: str, first: int, second: int
) -> Iterator[Change]:
    before, after = _as_of(connection, number, first), _as_of(connection, number, second)
    if after is None:
        return
    if before is not None:
        yield from changes(before, after) if before != after else ()
        return
    version = _version_before(connection, number, first)
    if version is None:
        yield Change(article, "article", ChangeKind.ADDED, None, after.article.title)
    else:
        yield Change(article, "article", ChangeKind.CHANGED, version.article.title, after.article.title)
        yield from changes(version, after)


def _version_before(connection: Connection, number: int, run: int) -> Reading | None:
    """The reading, at the end of a run, of the last version that an article took the place of; None where there was none yet."""
    columns = ARTICLES.c
    own = connection.execute(select(columns.address, columns.version).where(columns.number == number)).one()
    earlier = connection.execute(
        select(columns.number)
        .where(columns.address == own.address, columns.version < own.version)
        .order_by(columns.version.desc())
    ).scalars()
    return next((found for other in earlier if (found := _as_of(connection, other, run)) is not None), None)


def _as_of(connection: Connection, number: int, run: int) -> Reading | None:
    """What an article's reading was at the end of a run; None before it came in."""
    current = connection.execute(
        select(ARTICLES.c.run, ARTICLES.c.reading).where(ARTICLES.c.number == number)
    ).one()
    if current.run <= run:
        return reading_of(current.reading)
    columns = EARLIER_READINGS.c
    data = connection.execute(
        select(columns.reading)
        .where(columns.article == number, columns.run <= run)
        .order_by(columns.run.desc())
        .limit(1)
    ).scalar()
    return reading_of(data) if data is not None else None


def _compared(
    article: str, of: str, before: Mapping[object, str], after: Mapping[object, str]
) -> Iterator[Change]:
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key)
        if old != new:
            kind = (
                ChangeKind.ADDED if old is None else ChangeKind.REMOVED if new is None else ChangeKind.CHANGED
            )
            yield Change(article, of, kind, old, new)


def _events(reading: Reading) -> dict[object, str]:
    """Events in words, by the words of their triggers and which of these it is."""
    seen: Counter[str] = Counter()
    found: dict[object, str] = {}
    for event in reading.events:
        words = event.trigger.span.of(reading.article.text)
        found[words, seen[words]] = _event(event)
        seen[words] += 1
    return found


def _event(event: Event) -> str:
    where = [event.date.value if event.date else None, event.place.name if event.place else None]
    told = f"{_names(event.source)} {event.plover} {_names(event.target)}, {event.status.value}"
    return ", ".join([told, *(part for part in where if part)])


def _names(parties: tuple[Participant, ...]) -> str:
    return " and ".join(party.name for party in parties) or "nobody named"


def _statements(reading: Reading) -> dict[object, str]:
    """Statements in words, by what is said and which of these it is."""
    seen: Counter[str] = Counter()
    found: dict[object, str] = {}
    for statement in reading.statements:
        words = content_of(statement, reading)
        found[words, seen[words]] = _statement(statement, words)
        seen[words] += 1
    return found


def _statement(statement: Statement, words: str) -> str:
    speaker = statement.speaker.name if statement.speaker else "nobody named"
    return f"{speaker}, {statement.type.value}: {words}"


def _facts(reading: Reading) -> dict[object, str]:
    """What a page tells by itself beside events: numbers, days, places, roles, by what they answer."""
    return {
        (fact.kind, fact.text): f"{fact.text}: {fact.positions[0].value}"
        for story in group([reading])
        for fact in story.facts
        if fact.kind is not FactKind.EVENT
    }

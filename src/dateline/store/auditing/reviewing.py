"""The rows that were read with least certainty, one after the other, and what people say of them: kept as a sample of its own."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dateline.model import CollectionError, Status
from dateline.model.codec import Record
from dateline.store.auditing.excerpts import row_of
from dateline.store.auditing.keeping import drop_label, find_audit, keep_label, labels_of, rows_of
from dateline.store.auditing.records import AuditKind, AuditRow, Label
from dateline.store.clock import now
from dateline.store.correcting.reading_back import corrected_readings
from dateline.store.database import Database
from dateline.store.holdings import Values
from dateline.store.inserting import insert_rows
from dateline.store.queries.conditions import any_of, known_status
from dateline.store.queries.filters import Asked
from dateline.store.tables import ARTICLES, AUDIT_ROWS, AUDITS, REPORTS

REVIEW = "review"
"""The sample of what was reviewed. It was not drawn by chance, so that its precision is none of the collection."""
NEWEST = 20_000
"""Reports among which the least certain are looked for: nobody reviews more, and all would have to be read."""
_LOOKED_AT = 400


@dataclass(frozen=True, slots=True)
class Doubt(Record):
    """A report of an event that was read with little certainty, as people check it."""

    row: AuditRow
    confidence: float
    rule: str
    status: Status


def least_certain(database: Database, *, status: Asked = None, most: int = 10) -> list[Doubt]:
    """The reports with the least confidence, among the `NEWEST`, of which nobody has said anything yet: neither here nor by accepting them.

    Raises:
        CollectionError: `bad_filter`, when a status is none.
    """
    answered = {(row.article, row.id) for row in reviewed(database)}
    columns = REPORTS.c
    newest = (
        select(columns.article, columns.id, columns.confidence, columns.rule, columns.status)
        .where(any_of(columns.status, known_status(status)), ~columns.checked)
        .order_by(columns.article.desc())
        .limit(NEWEST)
        .subquery()
    )
    own = newest.c
    query = (
        select(own.article, own.id, own.confidence, own.rule, own.status, ARTICLES.c.id)
        .join_from(newest, ARTICLES, ARTICLES.c.number == own.article)
        .order_by(own.confidence, own.article.desc(), own.id)
        .limit(_LOOKED_AT + len(answered))
    )
    found: list[Doubt] = []
    with database.reading() as connection:
        for number, id, confidence, rule, said, article in connection.execute(query):
            if len(found) == most:
                break
            if (article, id) in answered:
                continue
            with suppress(CollectionError):  # of a damaged reading `verify` tells
                row = _row(connection, number, id)
                if row is not None:
                    found.append(Doubt(row, confidence, rule, Status(said)))
    return found


def reviewed(database: Database) -> list[AuditRow]:
    """The rows of which somebody said something, in the order in which that was."""
    said = {number for labels in labels_of(database, REVIEW).values() for number in labels}
    return [row for row in rows_of(database, REVIEW) if row.number in said]


def answer(database: Database, article: str, id: str, by: str, label: Label) -> int:
    """Keeps what somebody says of a report of an event, and gives the number of its row in the sample.

    Raises:
        CollectionError: `unknown`, when there is no such report; `bad_filter`, when a fault cannot be so.
    """
    with database.writing() as connection:
        number = _number(connection, database, article, id)
    keep_label(database, REVIEW, number, by, label)
    return number


def take_back(database: Database, number: int, by: str) -> bool:
    """Forgets what somebody said of a row of the sample; False where nothing was said."""
    return drop_label(database, REVIEW, number, by)


def _number(connection: Connection, database: Database, article: str, id: str) -> int:
    """The number of a row in the sample, to which it is added where it is not there."""
    _begin(connection)
    known = select(AUDIT_ROWS.c.row).where(AUDIT_ROWS.c.audit == REVIEW)
    found = connection.execute(select(ARTICLES.c.number).where(ARTICLES.c.id == article)).scalar()
    for text in connection.execute(known.where(AUDIT_ROWS.c.article == found)).scalars():
        row = AuditRow.from_json(text)
        if row.id == id:
            return row.number
    last = connection.execute(
        select(func.max(AUDIT_ROWS.c.number)).where(AUDIT_ROWS.c.audit == REVIEW)
    ).scalar()
    number = (last or 0) + 1
    made = _row(connection, found, id, number) if found is not None else None
    if made is None or found is None:
        what = f"{database.place} has no event {article}#{id} any more: it was read otherwise meanwhile."
        raise CollectionError("unknown", what)
    insert_rows(
        connection, AUDIT_ROWS, [{"audit": REVIEW, "number": number, "article": found, "row": made.to_json()}]
    )
    grown = {"drawn": AUDITS.c.drawn + 1, "population": AUDITS.c.population + 1}
    connection.execute(AUDITS.update().where(AUDITS.c.name == REVIEW).values(grown))
    return number


def _begin(connection: Connection) -> None:
    if find_audit(connection, REVIEW) is None:
        sample: Values = {"name": REVIEW, "kind": AuditKind.EVENTS.value, "filters": "{}", "made": now()}
        insert_rows(connection, AUDITS, [sample | dict.fromkeys(("seed", "population", "drawn"), 0)])


def _row(connection: Connection, article: int, id: str, number: int = 0) -> AuditRow | None:
    """A report as it is coded now, with what people corrected."""
    found = corrected_readings(connection, [article]).get(article)
    return row_of(found.reading, AuditKind.EVENTS, id, number) if found is not None else None

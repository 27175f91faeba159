"""Samples that are kept: found, listed, labelled, dropped."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, func, select

from dateline.model import CollectionError
from dateline.store.auditing.faults import problem_of
from dateline.store.auditing.records import Audit, AuditKind, AuditRow, Label, Verdict
from dateline.store.clock import now
from dateline.store.database import Database
from dateline.store.holdings import Values
from dateline.store.inserting import insert_rows
from dateline.store.tables import AUDIT_LABELS, AUDIT_ROWS, AUDITS

Labels = dict[str, dict[int, Label]]
"""What each labeller says, by the numbers of rows."""


def audits(database: Database) -> list[Audit]:
    """All samples, the latest first."""
    with database.reading() as connection:
        found = connection.execute(select(AUDITS).order_by(AUDITS.c.made.desc(), AUDITS.c.name)).all()
        return [_audit(connection, row) for row in found]


def audit_of(database: Database, name: str) -> Audit:
    """The sample of a name.

    Raises:
        CollectionError: `unknown`.
    """
    with database.reading() as connection:
        return _known(connection, database, name)


def find_audit(connection: Connection, name: str) -> Audit | None:
    """The sample of a name; None where there is none."""
    row = connection.execute(select(AUDITS).where(AUDITS.c.name == name)).first()
    return _audit(connection, row) if row is not None else None


def rows_of(database: Database, name: str) -> list[AuditRow]:
    """The rows of a sample in the order in which they were drawn, without those that were taken back."""
    columns = AUDIT_ROWS.c
    with database.reading() as connection:
        found = select(columns.row).where(columns.audit == name).order_by(columns.number)
        return [AuditRow.from_json(row) for row in connection.execute(found).scalars()]


def labels_of(database: Database, name: str) -> Labels:
    """What people say of the rows of a sample."""
    with database.reading() as connection:
        return _labels(connection, name)


def keep_label(database: Database, name: str, number: int, by: str, label: Label) -> None:
    """Keeps what somebody says of a row, in the place of what the same person said before.

    Raises:
        CollectionError: `unknown`, when there is no such sample, or no such row any more; `bad_filter`, when a fault cannot be so.
    """
    with database.writing() as connection:
        audit = _known(connection, database, name)
        row = select(AUDIT_ROWS.c.number).where(AUDIT_ROWS.c.audit == name, AUDIT_ROWS.c.number == number)
        if connection.execute(row.with_for_update()).first() is None:
            what = (
                f"the sample {name!r} has no row {number}: it was never there, or its article was taken back."
            )
            raise CollectionError("unknown", what)
        for fault in label.faults:
            if (problem := problem_of(audit.kind, fault)) is not None:
                raise CollectionError("bad_filter", problem)
        columns = AUDIT_LABELS.c
        own = (columns.audit == name) & (columns.number == number) & (columns.labeller == by)
        connection.execute(delete(AUDIT_LABELS).where(own))
        said: Values = {
            "audit": name,
            "number": number,
            "labeller": by,
            "label": label.to_json(),
            "made": now(),
        }
        insert_rows(connection, AUDIT_LABELS, [said])


def drop_label(database: Database, name: str, number: int, by: str) -> bool:
    """Forgets what somebody says of a row; False where nothing was said."""
    columns = AUDIT_LABELS.c
    own = (columns.audit == name) & (columns.number == number) & (columns.labeller == by)
    with database.writing() as connection:
        return connection.execute(delete(AUDIT_LABELS).where(own)).rowcount == 1


def drop(database: Database, name: str) -> None:
    """Deletes a sample with all that was said of it.

    Raises:
        CollectionError: `unknown`.
    """
    with database.writing() as connection:
        _known(connection, database, name)
        connection.execute(delete(AUDITS).where(AUDITS.c.name == name))
        for table in (AUDIT_ROWS, AUDIT_LABELS):
            connection.execute(delete(table).where(table.c.audit == name))


def _known(connection: Connection, database: Database, name: str) -> Audit:
    found = find_audit(connection, name)
    if found is None:
        what = f"{database.place} has no sample {name!r}: `dateline audit list` tells those that are there, `dateline audit draw` makes one."
        raise CollectionError("unknown", what)
    return found


def _audit(connection: Connection, row: Row[*tuple[Any, ...]]) -> Audit:
    labels = {
        by: sum(label.verdict is not Verdict.SKIPPED for label in said.values())
        for by, said in _labels(connection, row.name).items()
    }
    return Audit(
        name=row.name,
        kind=AuditKind(row.kind),
        filters=json.loads(row.filters),
        seed=row.seed,
        population=row.population,
        drawn=row.drawn,
        rows=_count(connection, AUDIT_ROWS, row.name),
        made=row.made,
        labels=labels,
    )


def _count(connection: Connection, table: Table, name: str) -> int:
    found = select(func.count()).select_from(table).where(table.c.audit == name)
    return connection.execute(found).scalar_one()


def _labels(connection: Connection, name: str) -> Labels:
    columns = AUDIT_LABELS.c
    found = select(columns.labeller, columns.number, columns.label).where(columns.audit == name)
    labels: Labels = {}
    for by, number, label in connection.execute(found.order_by(columns.labeller, columns.number)):
        labels.setdefault(by, {})[number] = Label.from_json(label)
    return labels

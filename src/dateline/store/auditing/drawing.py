"""Samples: which rows are in one is decided by a hash of their ids and a seed, the same for everybody."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator
from dataclasses import fields
from hashlib import sha256

from sqlalchemy import Connection, select

from dateline.model import CollectionError
from dateline.store.auditing.excerpts import row_of
from dateline.store.auditing.keeping import find_audit
from dateline.store.auditing.records import Audit, AuditKind, AuditRow
from dateline.store.clock import now
from dateline.store.correcting.reading_back import corrected_readings
from dateline.store.holdings import Holdings, Values
from dateline.store.inserting import insert_rows
from dateline.store.queries.filters import Filters
from dateline.store.queries.reports import reports
from dateline.store.queries.statements import statements
from dateline.store.tables import ARTICLES, AUDIT_ROWS, AUDITS
from dateline.store.writer import sole_writer

Key = tuple[str, str]
"""The id of an article, and that of the event or statement in it."""


def draw(
    holdings: Holdings, name: str, kind: AuditKind, asked: Filters, *, size: int = 100, seed: int = 7
) -> Audit:
    """Draws a sample of the rows that some filters let through, and keeps it under a name, each row as it is coded now.

    The same seed draws the same rows of the same collection; a larger sample holds the smaller one.

    Raises:
        CollectionError: `busy_name`, when there is a sample of that name; `unknown`, when no row is let through; `locked`.
    """
    with holdings.database.reading() as connection:
        _check_is_free(connection, name)
    population, chosen = _chosen(holdings, kind, asked, size, seed)
    if not chosen:
        what = f"{holdings.database.place} has no {kind.value} that these filters let through: widen them."
        raise CollectionError("unknown", what)
    with sole_writer(holdings.database), holdings.database.writing() as connection:
        _check_is_free(connection, name)
        drawn = list(_rows(connection, kind, chosen))
        rows: list[Values] = [
            {"audit": name, "number": row.number, "article": article, "row": row.to_json()}
            for article, row in drawn
        ]
        insert_rows(connection, AUDIT_ROWS, rows)
        audit: Values = {
            "name": name,
            "kind": kind.value,
            "filters": _as_json(asked),
            "seed": seed,
            "population": population,
            "drawn": len(rows),
            "made": now(),
        }
        insert_rows(connection, AUDITS, [audit])
        found = find_audit(connection, name)
    assert found is not None
    return found


def _check_is_free(connection: Connection, name: str) -> None:
    if find_audit(connection, name) is not None:
        what = f"there is a sample {name!r} already: take another name, or drop it (`dateline audit drop`)."
        raise CollectionError("busy_name", what)


def _chosen(
    holdings: Holdings, kind: AuditKind, asked: Filters, size: int, seed: int
) -> tuple[int, list[Key]]:
    """How many rows there are, and those with the smallest hashes, in that order."""
    rows = (reports if kind is AuditKind.EVENTS else statements)(holdings.database, asked)
    count = 0

    def hashed() -> Iterator[tuple[str, str, str]]:
        nonlocal count
        for row in rows:
            count += 1
            yield sha256(f"{seed}\n{row.article}\n{row.id}".encode()).hexdigest(), row.article, row.id

    smallest = heapq.nsmallest(size, hashed())
    return count, [(article, id) for _, article, id in smallest]


def _rows(connection: Connection, kind: AuditKind, chosen: list[Key]) -> Iterator[tuple[int, AuditRow]]:
    """The rows with the numbers of their articles; what was taken back or read otherwise meanwhile is passed over."""
    columns, number = ARTICLES.c, 0
    for article, id in chosen:
        found = connection.execute(select(columns.number).where(columns.id == article)).scalar()
        told = corrected_readings(connection, [found]).get(found) if found is not None else None
        row = row_of(told.reading, kind, id, number + 1) if told else None
        if found is not None and row is not None:
            number += 1
            yield found, row


def _as_json(asked: Filters) -> str:
    given = {field.name: getattr(asked, field.name) for field in fields(asked)}
    return json.dumps({name: value for name, value in given.items() if value}, ensure_ascii=False)

"""What becomes of the rows of samples when their article is taken back, or gets another number."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, and_, delete, exists, update

from dateline.store.inserting import in_parts
from dateline.store.tables import AUDIT_LABELS, AUDIT_ROWS


def remove_audited(connection: Connection, numbers: Sequence[int]) -> None:
    """Deletes the rows of some articles from all samples, and what people said of them."""
    rows, labels = AUDIT_ROWS.c, AUDIT_LABELS.c
    for part in in_parts(numbers):
        same = and_(rows.audit == labels.audit, rows.number == labels.number)
        connection.execute(delete(AUDIT_LABELS).where(exists().where(same, rows.article.in_(part))))
        connection.execute(delete(AUDIT_ROWS).where(rows.article.in_(part)))


def renumber_audited(connection: Connection, before: int, number: int) -> None:
    """Lets the rows of an article follow it to another number."""
    connection.execute(update(AUDIT_ROWS).where(AUDIT_ROWS.c.article == before).values(article=number))

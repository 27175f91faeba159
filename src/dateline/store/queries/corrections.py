"""What people decided, as it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select, true

from dateline.store.correcting.anchors import find
from dateline.store.correcting.log import Kind, as_current, undone
from dateline.store.correcting.records import Correction, CorrectionRow, FieldChange, FieldValue, Standing
from dateline.store.database import Database
from dateline.store.ingest.article_rows import reading_of
from dateline.store.queries.conditions import any_of, values_of
from dateline.store.queries.filters import Asked
from dateline.store.queries.rows import Found, Query, Rows
from dateline.store.tables import ARTICLES, DECISIONS
from dateline.stories import Decision


def corrections(database: Database, article: Asked, number: int | None = None) -> Rows[CorrectionRow]:
    """Decisions about rows and stories, the latest first; those about the rows of some articles, or the one of a number."""
    columns = DECISIONS.c
    query: Query = (
        select(DECISIONS)
        .where(columns.kind != Kind.UNDOING.value, _about(article))
        .where(columns.number == number if number is not None else true())
        .order_by(columns.number.desc())
    )
    return Rows(database, query, CorrectionRow, _rows)


def _about(article: Asked) -> ColumnElement[bool]:
    """Decisions about the page of an article, of any version."""
    if not values_of(article):
        return true()
    return DECISIONS.c.lineage.in_(select(ARTICLES.c.lineage).where(any_of(ARTICLES.c.id, article)))


def _rows(connection: Connection, found: Found) -> list[CorrectionRow]:
    gone = undone(connection)
    return [
        _of_story(connection, line, gone.get(line.number))
        if line.kind == Kind.STORY
        else _of_row(connection, line, gone.get(line.number))
        for line in found
    ]


def _of_story(connection: Connection, line: Row[*tuple[Any, ...]], undone_by: int | None) -> CorrectionRow:
    decision = as_current(connection, Decision.from_json(line.decision))
    return CorrectionRow(
        number=line.number,
        standing=(Standing.UNDONE if undone_by else Standing.IN_FORCE).value,
        subject="story",
        act=decision.kind.value,
        article=decision.articles[0] if decision.articles else None,
        id=None,
        words=None,
        fields=("articles", "others", "left"),
        before=("", "", ""),
        after=tuple("; ".join(ids) for ids in (decision.articles, decision.others, decision.left)),
        note=None,
        why=decision.why,
        by=decision.by,
        at=decision.at,
        undone_by=undone_by,
    )


def _of_row(connection: Connection, line: Row[*tuple[Any, ...]], undone_by: int | None) -> CorrectionRow:
    correction = Correction.from_json(line.decision)
    article, id = _place(connection, line.lineage, correction)
    standing = Standing.UNDONE if undone_by else Standing.IN_FORCE if id else Standing.ORPHAN
    shown = [change for change in correction.changes if _is_shown(change)]
    return CorrectionRow(
        number=line.number,
        standing=standing.value,
        subject=correction.subject.value,
        act=correction.act,
        article=article,
        id=id,
        words=correction.anchor.words,
        fields=tuple(change.field for change in shown),
        before=tuple(_words(change.before) for change in shown),
        after=tuple(_words(change.after) for change in shown),
        note=correction.note,
        why=correction.why,
        by=correction.by,
        at=correction.at,
        undone_by=undone_by,
    )


def _place(connection: Connection, lineage: str, correction: Correction) -> tuple[str | None, str | None]:
    """The article as it is now, and the row in it that the correction is about."""
    columns = ARTICLES.c
    current = select(columns.id, columns.reading).where(columns.lineage == lineage, columns.is_current)
    found = connection.execute(current).first()
    if found is None:
        return None, None
    return found.id, find(reading_of(found.reading), correction.subject, correction.anchor)


def _is_shown(change: FieldChange) -> bool:
    """Fields that stay the same stand in the log beside those that they have to fit."""
    return change.before != change.after


def _words(values: Iterable[FieldValue]) -> str:
    return "; ".join(value.words for value in values)

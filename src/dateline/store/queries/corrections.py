"""What people decided, as it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select, true

from dateline.model import Story
from dateline.store.correcting.anchors import find
from dateline.store.correcting.applying import corrected, says
from dateline.store.correcting.facts import checked_facts, find_fact
from dateline.store.correcting.fields import coded_rows
from dateline.store.correcting.log import Kind, as_current, corrections_of, undone
from dateline.store.correcting.one_actor import ActorMerge
from dateline.store.correcting.records import Correction, CorrectionRow, FieldChange, FieldValue, Standing
from dateline.store.database import Database
from dateline.store.ingest.article_rows import reading_of
from dateline.store.queries.conditions import any_of, values_of
from dateline.store.queries.filters import Asked
from dateline.store.queries.rows import Found, Query, Rows
from dateline.store.queries.sorting import By
from dateline.store.tables import ARTICLES, DECISIONS
from dateline.stories import Decision


def corrections(database: Database, article: Asked, number: int | None = None) -> Rows[CorrectionRow]:
    """Decisions about rows and stories, the latest first; those about the rows of some articles, or the one of a number."""
    columns = DECISIONS.c
    query: Query = (
        select(DECISIONS)
        .where(columns.kind != Kind.UNDOING.value, _about(article))
        .where(columns.number == number if number is not None else true())
    )
    return Rows(database, query, CorrectionRow, _rows, (By(columns.number, falls=True),))


def facts_found_right(database: Database, story: Story) -> dict[str, Correction]:
    """The facts of a story that somebody found right, by their ids, each with the latest who did so."""
    with database.reading() as connection:
        return checked_facts(connection, story)


def _about(article: Asked) -> ColumnElement[bool]:
    """Decisions about the page of an article, of any version."""
    if not values_of(article):
        return true()
    return DECISIONS.c.lineage.in_(select(ARTICLES.c.lineage).where(any_of(ARTICLES.c.id, article)))


def _rows(connection: Connection, found: Found) -> list[CorrectionRow]:
    gone = undone(connection)
    return [_OF_KIND[Kind(line.kind)](connection, line, gone.get(line.number)) for line in found]


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
    article, id, holds = _place(connection, line.lineage, correction)
    row = _row(line.number, correction, holds, undone_by)
    shown = [change for change in correction.changes if _is_shown(change)]
    return replace(
        row,
        article=article,
        id=id,
        words=correction.anchor.words,
        fields=tuple(change.field for change in shown),
        before=tuple(_words(change.before) for change in shown),
        after=tuple(_words(change.after) for change in shown),
    )


def _of_fact(connection: Connection, line: Row[*tuple[Any, ...]], undone_by: int | None) -> CorrectionRow:
    correction = Correction.from_json(line.decision)
    found = find_fact(connection, line.lineage, correction)
    story, fact = (found.story, found.fact) if found else (None, None)
    return replace(
        _row(line.number, correction, fact is not None, undone_by),
        article=found.article if found else None,
        words=_words(correction.changes[0].after),
        fields=("story", "fact"),
        before=("", ""),
        after=(story or "", fact or ""),
    )


def _of_actors(_: Connection, line: Row[*tuple[Any, ...]], undone_by: int | None) -> CorrectionRow:
    merge = ActorMerge.from_json(line.decision)
    return CorrectionRow(
        number=line.number,
        standing=(Standing.UNDONE if undone_by else Standing.IN_FORCE).value,
        subject="actor",
        act="merge",
        article=None,
        id=None,
        words=None,
        fields=("actor",),
        before=(merge.given_up.words,),
        after=(merge.kept.words,),
        note=None,
        why=merge.why,
        by=merge.by,
        at=merge.at,
        undone_by=undone_by,
    )


def _row(number: int, correction: Correction, holds: bool, undone_by: int | None) -> CorrectionRow:
    """A decision as the log has it, without the row that it is about."""
    standing = Standing.UNDONE if undone_by else Standing.IN_FORCE if holds else Standing.ORPHAN
    return CorrectionRow(
        number=number,
        standing=standing.value,
        subject=correction.subject.value,
        act=correction.act,
        article=None,
        id=None,
        words=None,
        fields=(),
        before=(),
        after=(),
        note=correction.note,
        why=correction.why or None,
        by=correction.by,
        at=correction.at,
        undone_by=undone_by,
    )


_OF_KIND = {Kind.STORY: _of_story, Kind.CORRECTION: _of_row, Kind.FACT: _of_fact, Kind.ACTOR: _of_actors}


def _place(
    connection: Connection, lineage: str, correction: Correction
) -> tuple[str | None, str | None, bool]:
    """The article as it is now, the row in it that the correction is about, and whether it holds: what was found right, while it says the same."""
    columns = ARTICLES.c
    current = select(columns.id, columns.reading).where(columns.lineage == lineage, columns.is_current)
    found = connection.execute(current).first()
    if found is None:
        return None, None, False
    read = reading_of(found.reading)
    id = find(read, correction.subject, correction.anchor)
    if id is None or not correction.is_right:
        return found.id, id, id is not None
    row = coded_rows(corrected(read, corrections_of(connection, [lineage]).get(lineage, ()))).get(id)
    return found.id, id, row is not None and says(row, correction)


def _is_shown(change: FieldChange) -> bool:
    """Fields that stay the same stand in the log beside those that they have to fit."""
    return change.before != change.after


def _words(values: Iterable[FieldValue]) -> str:
    return "; ".join(value.words for value in values)

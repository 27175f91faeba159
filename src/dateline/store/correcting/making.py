"""A row corrected by a person: checked, logged, in force at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from dateline.model import CollectionError, Reading, Span
from dateline.store.clock import now
from dateline.store.correcting import facts
from dateline.store.correcting.anchors import anchor_of, find, spans_of
from dateline.store.correcting.applying import apply
from dateline.store.correcting.fields import Coded, coded_rows
from dateline.store.correcting.log import Kind, append, corrections_of
from dateline.store.correcting.records import Correction, FieldChange, Subject
from dateline.store.correcting.renewing import mark, renew
from dateline.store.correcting.wishes import Wishes, changes_of, subject_of, values_of
from dateline.store.holdings import Holdings
from dateline.store.ingest.article_rows import reading_of
from dateline.store.queries.short_ids import whole_reference
from dateline.store.tables import ARTICLES


def correct(holdings: Holdings, reference: str, wishes: Wishes, *, why: str, by: str) -> int:
    """Notes a decision about a row (`ARTICLE#e1`; of a long id the beginning is enough), and makes anew all that follows from it. Gives its number.

    Raises:
        CollectionError: `unknown`, when there is no such row, or it is of an earlier version; `bad_correction`, when nothing would change, or a
            field cannot hold what is wanted.
    """
    _check(wishes, why, by)
    reference = whole_reference(holdings.database, reference)
    if reference.startswith(facts.SCHEME):
        return _fact(holdings, reference, wishes, why=why, by=by)
    article, _, id = reference.rpartition("#")
    with holdings.database.writing() as connection:
        found = _current(_article(holdings, connection, article), article)
        read = reading_of(found.reading)
        told = apply(read, corrections_of(connection, [found.lineage]).get(found.lineage, ())).reading
        row = _row(told, read, id, reference)
        changes = values_of(row) if wishes.is_right else changes_of(row, wishes, told)
        if not (changes or wishes.is_nothing or wishes.note):
            what = f"{reference} holds all that already: there is nothing to correct."
            raise CollectionError("bad_correction", what)
        correction = _correction(row, read, changes, wishes, why=why, by=by)
        number = append(connection, Kind.CORRECTION, correction, found.lineage)
        if wishes.is_right:
            mark(connection, found.number)
        else:
            renew(holdings, connection, [found.number])
        return number


def _fact(holdings: Holdings, reference: str, wishes: Wishes, *, why: str, by: str) -> int:
    if not wishes.is_right:
        what = f"{reference} is made of reports: correct the one that is wrong, or accept the fact."
        raise CollectionError("bad_correction", what)
    return facts.accept_fact(holdings, reference, why=why, by=by)


def _correction(
    row: Coded, read: Reading, changes: tuple[FieldChange, ...], wishes: Wishes, *, why: str, by: str
) -> Correction:
    """The decision with the words that it holds on to."""
    subject = subject_of(row)
    return Correction(
        subject=subject,
        article=read.article.id,
        id=row.id,
        anchor=anchor_of(read.article.text, spans_of(read, subject)[row.id]),
        changes=changes,
        is_nothing=wishes.is_nothing,
        whole_page=wishes.whole_page,
        note=wishes.note,
        why=why.strip(),
        by=by.strip(),
        at=now(),
        is_right=wishes.is_right,
    )


def row_at(
    holdings: Holdings, article: str, subject: Subject, words: Sequence[tuple[int, int]]
) -> str | None:
    """The reference of the row of a kind that rests on some words of an article, in the version of its page that is there now; None where there is none.

    Raises:
        CollectionError: `unknown`, when there is no such article.
    """
    columns = ARTICLES.c
    with holdings.database.reading() as connection:
        given = _article(holdings, connection, article)
        current = select(columns.reading).where(columns.lineage == given.lineage, columns.is_current)
        read = reading_of(connection.execute(current).scalar_one())
    text = reading_of(given.reading).article.text
    span = Span(min(start for start, _ in words), max(end for _, end in words))
    id = find(read, subject, anchor_of(text, span))
    return f"{read.article.id}#{id}" if id is not None else None


def _check(wishes: Wishes, why: str, by: str) -> None:
    if not by.strip() or not (why.strip() or wishes.is_right):
        raise CollectionError(
            "bad_correction", "say why, and who decides: the log is for those who ask later."
        )
    if wishes.is_nothing and wishes.named():
        what = "a row that should not be there has no fields to change: give one or the other."
        raise CollectionError("bad_correction", what)
    if wishes.is_right and (wishes.is_nothing or wishes.named() or wishes.note or wishes.whole_page):
        what = "a row that is right has nothing to change: accept it, or say what is wrong."
        raise CollectionError("bad_correction", what)
    if not (wishes.is_nothing or wishes.named() or wishes.note or wishes.is_right):
        raise CollectionError(
            "bad_correction",
            "say what to change: a field, a note, that there is nothing, or that it is right.",
        )


def _article(holdings: Holdings, connection: Connection, article: str) -> Row[*tuple[Any, ...]]:
    """The article of an id."""
    columns = ARTICLES.c
    asked = select(columns.number, columns.id, columns.lineage, columns.is_current, columns.reading)
    found = connection.execute(asked.where(columns.id == article)).one_or_none()
    if found is None:
        what = f"{holdings.database.place} has no article {article}: `dateline articles` tells their ids."
        raise CollectionError("unknown", what)
    return found


def _current(found: Row[*tuple[Any, ...]], article: str) -> Row[*tuple[Any, ...]]:
    if not found.is_current:
        what = f"{article} is an earlier version of its page: correct the one that took its place."
        raise CollectionError("unknown", what)
    return found


def _row(told: Reading, read: Reading, id: str, reference: str) -> Coded:
    row = coded_rows(told).get(id)
    if row is not None:
        return row
    if id in coded_rows(read):
        what = f"{reference} was corrected away: `dateline corrections` tells by which decision; undo that first."
    else:
        what = f"there is no {reference}: write the id of an article, then #e1 (an event), #s1 (a statement) or #m1 (a mention)."
    raise CollectionError("unknown", what)

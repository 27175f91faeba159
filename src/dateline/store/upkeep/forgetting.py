"""Pages taken back: no row, index entry, file or free page of the database keeps a word of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, Connection, Row, delete, func, select, text, update

from dateline.model import CollectionError, Outlet
from dateline.model.codec import Record
from dateline.store.auditing.articles import remove_audited
from dateline.store.correcting.gone_names import decided_names, drop_gone_names
from dateline.store.grouping import Regrouping
from dateline.store.grouping.members import with_company
from dateline.store.holdings import Holdings
from dateline.store.ingest.addresses import canonical
from dateline.store.ingest.article_rows import delete_rows
from dateline.store.ingest.months import note_months
from dateline.store.ingest.outcomes import Outcome
from dateline.store.ingest.tombstones import Key, address_key, outlet_keys, set_tombstones
from dateline.store.inserting import in_parts, shortened
from dateline.store.sketch_rows import remove_sketches
from dateline.store.tables import (
    ALERT_MATCHES,
    ALERTS,
    ARTICLES,
    DECISIONS,
    EARLIER_READINGS,
    JOBS,
    LOOKS,
    REJECTIONS,
    RUN_INPUTS,
)
from dateline.store.upkeep.mart import drop_months
from dateline.syndication import outlet_key

Found = Sequence[Row[*tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class ForgetReport(Record):
    """What was taken back: how many articles, each version counted. `is_cleared` is false where a reader that was at
    work kept the database from clearing its log; run the command again when it has finished.
    """

    SCHEMA: ClassVar[str] = "dateline.forget/1"

    articles: int
    is_cleared: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """What is to be taken back; one of the three is given."""

    article: str | None = None
    outlet: str | None = None
    address: str | None = None

    def __post_init__(self) -> None:
        if sum(value is not None for value in (self.article, self.outlet, self.address)) != 1:
            what = "forget takes one of article, outlet and address: give just one."
            raise CollectionError("bad_filter", what)


def forget(holdings: Holdings, taken: Taken, reason: str | None) -> ForgetReport:
    """Deletes articles in all their versions with all that came from them, and keeps them from coming back.

    Raises:
        CollectionError: `unknown`, when there is no such article.
    """
    with holdings.database.writing() as connection:
        found = _found(connection, taken, holdings)
        set_tombstones(connection, _keys(taken, found), reason)
        _delete(holdings, connection, found)
        for part in in_parts(_addresses(taken, found)):
            connection.execute(delete(JOBS).where(JOBS.c.address.in_(part)))
    return ForgetReport(len(found), _clear(holdings))


def _found(connection: Connection, taken: Taken, holdings: Holdings) -> Found:
    columns = ARTICLES.c
    asked = select(
        columns.number,
        columns.id,
        columns.address,
        columns.page_sha256,
        columns.is_current,
        columns.arrival,
        columns.lineage,
    )
    if taken.outlet is not None:
        return connection.execute(asked.where(_of_outlet(connection, taken.outlet))).all()
    address = taken.address
    if taken.article is not None:
        address = connection.execute(select(columns.address).where(columns.id == taken.article)).scalar()
        if address is None:
            what = f"{holdings.database.place} has no article {taken.article}: `dateline articles -c {holdings.database.place} --to jsonl` tells their ids."
            raise CollectionError("unknown", what)
        return connection.execute(asked.where(columns.address == address)).all()
    return connection.execute(
        asked.where(columns.address.in_([address, shortened(canonical(address or ""))]))
    ).all()


def _of_outlet(connection: Connection, outlet: str) -> ColumnElement[bool]:
    """Articles of an outlet by its id, or by any way of writing its name."""
    names = connection.execute(select(ARTICLES.c.outlet_name).distinct()).scalars()
    same = [name for name in names if name is not None and outlet_key(name) == outlet_key(outlet)]
    return (ARTICLES.c.outlet == outlet) | ARTICLES.c.outlet_name.in_(same)


def _keys(taken: Taken, found: Found) -> list[Key]:
    keys = [("article", row.id) for row in found]
    if taken.outlet is not None:
        return [*keys, *outlet_keys(Outlet(taken.outlet, taken.outlet))]
    return [*keys, *(address_key(address) for address in _addresses(taken, found))]


def _addresses(taken: Taken, found: Found) -> list[str]:
    given = {shortened(canonical(taken.address))} if taken.address else set()
    return sorted({row.address for row in found} | given)


def _delete(holdings: Holdings, connection: Connection, found: Found) -> None:
    numbers = [row.number for row in found]
    names = decided_names(connection, numbers)
    drop_months(holdings, [*numbers, *with_company(connection, numbers)])
    note_months(connection, numbers)
    Regrouping().settle(connection, [], {row.number: row.id for row in found if row.is_current})
    remove_sketches(connection, numbers)
    delete_rows(connection, numbers)
    remove_audited(connection, numbers)
    for index in holdings.indexes:
        index.remove(connection, numbers)
    for part in in_parts(found):
        _wipe_inputs(connection, part)
        own = [row.number for row in part]
        connection.execute(delete(EARLIER_READINGS).where(EARLIER_READINGS.c.article.in_(own)))
        connection.execute(delete(ARTICLES).where(ARTICLES.c.number.in_(own)))
        arrivals = {row.arrival for row in part}
        connection.execute(delete(DECISIONS).where(DECISIONS.c.lineage.in_({row.lineage for row in part})))
        connection.execute(delete(ALERT_MATCHES).where(ALERT_MATCHES.c.arrival.in_(arrivals)))
    drop_gone_names(connection, names)
    _bring_back_looks(connection)
    for row in found:
        holdings.raw_pages.remove(connection, row.page_sha256)


def _bring_back_looks(connection: Connection) -> None:
    """The next page gets the number after the last arrival that is left: whoever has looked further would take it for one seen."""
    last = connection.execute(select(func.coalesce(func.max(ARTICLES.c.arrival), 0))).scalar_one()
    for table in (LOOKS, ALERTS):
        connection.execute(update(table).where(table.c.arrival > last).values(arrival=last))


def _wipe_inputs(connection: Connection, found: Found) -> None:
    """Inputs keep the hashes by which they are known again, and no name of a file or page."""
    columns = RUN_INPUTS.c
    these = columns.article.in_([row.id for row in found])
    same = columns.bytes_sha256.in_([row.page_sha256 for row in found])
    sources = connection.execute(select(columns.source).where(these | same).distinct()).scalars().all()
    for part in in_parts(sources):
        connection.execute(delete(REJECTIONS).where(REJECTIONS.c.source.in_(part)))
        failed = columns.source.in_(part) & (columns.outcome == Outcome.REJECTED.value)
        connection.execute(update(RUN_INPUTS).where(failed).values(source=""))
    connection.execute(
        update(RUN_INPUTS)
        .where(these | same)
        .values(source="", outcome=Outcome.FORGOTTEN.value, article=None)
    )


def _clear(holdings: Holdings) -> bool:
    """Empties what the database keeps beside its tables: the log of SQLite, the dead rows of PostgreSQL."""
    engine = holdings.database.engine
    if not holdings.database.is_sqlite:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM"))
        for index in holdings.indexes:
            index.scrub(engine)
        return True
    held = engine.raw_connection()
    try:
        busy: int = held.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return not busy
    finally:
        held.close()

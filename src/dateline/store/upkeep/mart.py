"""The mart: a collection's rows as Parquet, a file a month and kind, for tools that read columns.

Only months in which something changed are written again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select

from dateline.model import CollectionError
from dateline.store.database import Database
from dateline.store.holdings import Holdings
from dateline.store.ingest.months import month_of, numbers_in
from dateline.store.queries.articles import articles
from dateline.store.queries.events import events
from dateline.store.queries.filters import Filters
from dateline.store.queries.frames import package
from dateline.store.queries.reports import reports
from dateline.store.queries.rows import Rows
from dateline.store.queries.statements import statements
from dateline.store.tables import DIRTY_MONTHS

_KINDS: dict[str, Callable[[Database, Filters], Rows[Any]]] = {
    "articles": articles,
    "statements": statements,
    "reports": reports,
    "events": events,
}


def write_mart(holdings: Holdings) -> list[Path]:
    """Writes the months that changed since the last time, and gives their files.

    Raises:
        CollectionError: `no_package`; `no_folder`, for a collection that is no folder.
    """
    folder = holdings.database.place.folder
    if folder is None:
        what = f"{holdings.database.place} is no folder, where the mart would lie: export rows instead (`--to parquet`)."
        raise CollectionError("no_folder", what)
    package("pyarrow")
    with holdings.database.reading() as connection:
        months = list(
            connection.execute(select(DIRTY_MONTHS.c.month).order_by(DIRTY_MONTHS.c.month)).scalars()
        )
    written = [path for month in months for path in _write_month(holdings.database, folder / "mart", month)]
    with holdings.database.writing() as connection:
        connection.execute(delete(DIRTY_MONTHS).where(DIRTY_MONTHS.c.month.in_(months)))
    return written


def drop_months(holdings: Holdings, numbers: Iterable[int]) -> None:
    """Deletes the files of the months of some articles: what they hold is about to change, and must not stay."""
    folder = holdings.database.place.folder
    for month in {month_of(number) for number in numbers} if folder else ():
        for path in (folder or Path()).glob(f"mart/*/{month}.parquet"):
            path.unlink()


def _write_month(database: Database, folder: Path, month: str) -> Iterator[Path]:
    from pyarrow.parquet import write_table

    for name, rows in _KINDS.items():
        path = folder / name / f"{month}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        table = rows(database, Filters(numbers=numbers_in(month))).to_arrow()
        if not table.num_rows:
            path.unlink(missing_ok=True)
            continue
        draft = path.with_suffix(".draft")
        write_table(table, draft, compression="zstd")
        draft.replace(path)
        yield path

"""The sample newsroom, and pages made by hand, for collections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

from dateline.api import read_many
from dateline.model import RawPage, Reading, Rejection
from dateline.store import Collection
from dateline.store.raw import hash_of, packed
from dateline.store.tables import METADATA

NEWSROOM = Path(__file__).resolve().parents[3] / "examples" / "newsroom"
PAGES = sorted(path for path in NEWSROOM.iterdir() if path.suffix in {".html", ".txt"})

_RUNS = {"runs", "run_inputs", "rejections", "earlier_readings", "dirty_months"}
_INSTANTS = {"first_seen", "run", "made", "conflict_since"}


class ReadOnce:
    """Readings that are kept for the next time."""

    def __init__(self) -> None:
        self._known: dict[str, Reading | Rejection] = {}

    def __call__(
        self, sources: Iterable[RawPage], *, workers: int | None, tier: str
    ) -> Iterator[Reading | Rejection]:
        for page in sources:
            key = f"{tier} {hash_of(packed(page))}"
            if key not in self._known:
                (self._known[key],) = read_many([page], workers=0, tier=tier)
            yield self._known[key]


def rows_of(collection: Collection, table: Table) -> list[dict[str, Any]]:
    """The rows of a table in the order of their keys, without instants and the runs that wrote them."""
    columns = [column for column in table.columns if column.name not in _INSTANTS]
    with collection._holdings.database.reading() as connection:
        found = connection.execute(select(*columns).order_by(*table.primary_key.columns)).mappings()
        return [dict(row) for row in found]


def contents(collection: Collection) -> dict[str, list[dict[str, Any]]]:
    """All that a collection holds, without what is said of its runs."""
    return {
        table.name: rows_of(collection, table) for table in METADATA.sorted_tables if table.name not in _RUNS
    }


def page(
    title: str,
    body: str,
    *,
    day: str | None = "2024-03-12",
    outlet: str = "Osthaven Post",
    url: str | None = None,
) -> RawPage:
    """A page with a headline, a day and a body."""
    return RawPage(f"{title}\n\n{body}\n", title, url, day, outlet)

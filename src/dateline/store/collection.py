"""A collection: what pages were given to it, and what was read in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from dateline.model import CollectionError
from dateline.store.holdings import Holdings, ReadMany
from dateline.store.ingest.adding import Told, add_pages
from dateline.store.ingest.inputs import Source, pages_of
from dateline.store.ingest.outcomes import AddReport
from dateline.store.opening import open_database
from dateline.store.place import Place, place_of
from dateline.store.raw import PageFolder, PageTable
from dateline.store.writer import sole_writer


class Collection:
    """Pages and all that was read in them, in a folder or a database of PostgreSQL.

    Any number of processes may read, also while one adds; a second that wants to write is told so. Close it, or use it in a
    `with` statement.

        with dateline.open("my-collection") as collection:
            collection.add([Path("saved-pages")])
            for event in collection.events(source="China", status="happened"):
                print(event.day, event.text)
    """

    def __init__(self, place: Place, holdings: Holdings) -> None:
        self._place = place
        self._holdings = holdings
        self._is_open = True

    @property
    def place(self) -> str:
        """Where the collection is: its folder or address, without a password."""
        return str(self._place)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Collection({self.place!r})"

    def close(self) -> None:
        """Let go of the files or the server. A collection that is closed cannot be used again."""
        self._is_open = False
        self._holdings.database.close()

    def add(
        self,
        sources: Iterable[Source],
        *,
        workers: int | None = None,
        tier: str = "accurate",
        told: Told | None = None,
    ) -> AddReport:
        """Reads pages, keeps them and brings stories up to date. What is known already is passed over, so that a run that broke off
        is simply made again.

        Args:
            sources: files, folders and archives (`Path`), pages as fetched (`bytes`), or already decoded (`str`).
            workers: processes that read, one without a number; 0 reads in this process.
            told: hears after each batch how far it is.

        Raises:
            CollectionError: `locked disk_full read_only`; what was written before stays.
        """
        holdings = self._open_holdings()
        with sole_writer(holdings.database):
            return add_pages(holdings, pages_of(sources), workers=workers, tier=tier, told=told)

    def _open_holdings(self) -> Holdings:
        if not self._is_open:
            raise CollectionError("closed", f"{self.place} is closed: open it again.")
        return self._holdings


def open_collection(place: Path | str, *, read_many: ReadMany, create: bool = True) -> Collection:
    """Opens a collection, and makes it where there is none.

    Args:
        place: a folder, or `postgresql://...`.
        read_many: reads pages, as `dateline.read_many` does.

    Raises:
        CollectionError: `missing not_a_collection newer locked damaged unreachable no_driver`.
    """
    found = place_of(place)
    database = open_database(found, create=create)
    raw_pages = PageFolder(found.folder / "pages") if found.folder else PageTable()
    return Collection(found, Holdings(database, raw_pages, (), read_many))

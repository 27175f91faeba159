"""A collection: what pages were given to it, and what was read in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from dateline.model import CollectionError, Reading, Story
from dateline.store.grouping.deciding import decide
from dateline.store.holdings import Holdings, Index, ReadMany
from dateline.store.ingest.adding import Told, add_pages
from dateline.store.ingest.inputs import Source, pages_of
from dateline.store.ingest.outcomes import AddReport
from dateline.store.opening import open_database
from dateline.store.place import Place, place_of
from dateline.store.queries import asked as queries
from dateline.store.queries import single
from dateline.store.queries.asked import Filters
from dateline.store.queries.conditions import Asked, Day
from dateline.store.queries.records import ActorRow, ArticleRow, EventRow, ReportRow, StatementRow, StoryRow
from dateline.store.queries.rows import Rows
from dateline.store.raw import PageFolder, PageTable
from dateline.store.search import searching
from dateline.store.search.facets import Facet, FacetCount
from dateline.store.search.finding import Order
from dateline.store.search.looks import looked
from dateline.store.search.page_index import PageIndex
from dateline.store.search.searching import Hits
from dateline.store.upkeep.backup import back_up, restore
from dateline.store.upkeep.differences import Change, between_runs, between_versions
from dateline.store.upkeep.forgetting import ForgetReport, Taken, forget
from dateline.store.upkeep.mart import write_mart
from dateline.store.upkeep.rereading import RereadReport, reread
from dateline.store.upkeep.rereading import Told as TellReread
from dateline.store.upkeep.verifying import VerifyReport, verify
from dateline.store.writer import sole_writer
from dateline.stories import Decision

INDEXES: tuple[Index, ...] = (PageIndex(),)
"""What is kept beside the tables, in every collection."""


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

    @property
    def holdings(self) -> Holdings:
        """What it is made of, for packages that write tables of their own."""
        return self._open_holdings()

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

    def forget(
        self,
        *,
        article: str | None = None,
        outlet: str | None = None,
        address: str | None = None,
        reason: str | None = None,
    ) -> ForgetReport:
        """Takes pages back: an article in all its versions, all articles of an outlet, or what is at an address. Nothing of them stays,
        and they are not let in again. Copies of the collection made earlier are yours to look after.

        Args:
            reason: kept beside the hash by which they are known again, so it should not repeat what was taken back.

        Raises:
            CollectionError: `unknown`, when there is no such article; `locked`.
        """
        holdings = self._open_holdings()
        with sole_writer(holdings.database):
            return forget(holdings, Taken(article, outlet, address), reason)

    def decide(self, decision: Decision) -> None:
        """Joins or parts stories as a person decided, now and for all pages that come.

        Raises:
            CollectionError: `unknown`, when an article of the decision is not there; `locked`.
        """
        holdings = self._open_holdings()
        with sole_writer(holdings.database), holdings.database.writing() as connection:
            decide(connection, decision)

    def verify(self) -> VerifyReport:
        """Checks that every page is there and whole, and every row what its readings say; nobody is kept from writing."""
        return verify(self._open_holdings())

    def diff(self, first: int, second: int) -> list[Change]:
        """What changed from the end of one run to the end of a later one: articles that came in, events and statements that are read
        otherwise. `AddReport` and `RereadReport` tell the numbers of runs.

        Raises:
            CollectionError: `unknown`, when there is no such run.
        """
        return list(between_runs(self._open_holdings().database, first, second))

    def changes(self, article: str) -> list[Change]:
        """What changed from the version before an article to it; nothing for a first version.

        Raises:
            CollectionError: `unknown`, when there is no such article.
        """
        return between_versions(self._open_holdings().database, article)

    def reread(
        self, *, workers: int | None = None, tier: str = "accurate", told: TellReread | None = None
    ) -> RereadReport:
        """Reads the pages that are kept again, as this program and its tables read them today. Readings that change replace those
        before, which stay for `diff`. Versions that others took the place of stay as they are.

        Raises:
            CollectionError: `locked disk_full read_only`.
        """
        holdings = self._open_holdings()
        with sole_writer(holdings.database):
            return reread(holdings, workers=workers, tier=tier, told=told)

    def backup(self, folder: Path | str) -> None:
        """Copies all of it into a new folder, which is a collection itself. `restore_collection` makes another of it.

        Raises:
            CollectionError: `not_a_collection`, when the folder is not empty; `locked disk_full`.
        """
        holdings = self._open_holdings()
        with sole_writer(holdings.database):
            back_up(holdings, Path(folder))

    def write_mart(self) -> list[Path]:
        """Writes articles, statements, reports and events as Parquet under `mart/`, a file a month, those that changed since the last
        time. Gives the files that were written.

        Raises:
            CollectionError: `no_package`, `no_folder`, `locked`.
        """
        holdings = self._open_holdings()
        with sole_writer(holdings.database):
            return write_mart(holdings)

    def articles(
        self,
        *,
        actor: Asked = None,
        outlet: Asked = None,
        language: Asked = None,
        story: Asked = None,
        about: Asked = None,
        after: Day = None,
        before: Day = None,
    ) -> Rows[ArticleRow]:
        """Articles, newest first, without versions that others took the place of.

        Somebody is given by id (`Q15031`), by name as the rows have it, or a state by its code (`KAZ`). A list means any of its
        values. `after` is the first day that counts, `before` the first that no longer does. `about` are words of the title.
        """
        asked = Filters(
            actor=actor,
            outlet=outlet,
            language=language,
            story=story,
            about=about,
            after=after,
            before=before,
        )
        return queries.articles(self._open_holdings().database, asked)

    def statements(
        self,
        *,
        said_by: Asked = None,
        actor: Asked = None,
        type: Asked = None,
        about: Asked = None,
        outlet: Asked = None,
        story: Asked = None,
        after: Day = None,
        before: Day = None,
    ) -> Rows[StatementRow]:
        """Statements of the newest articles first. `actor` is who says or is told it, `about` words of it; else as `articles`."""
        asked = Filters(
            said_by=said_by,
            actor=actor,
            type=type,
            about=about,
            outlet=outlet,
            story=story,
            after=after,
            before=before,
        )
        return queries.statements(self._open_holdings().database, asked)

    def reports(
        self,
        *,
        source: Asked = None,
        target: Asked = None,
        actor: Asked = None,
        root: Asked = None,
        status: Asked = None,
        outlet: Asked = None,
        story: Asked = None,
        after: Day = None,
        before: Day = None,
    ) -> Rows[ReportRow]:
        """Reports of events, article by article. `actor` is on either side, `root` a PLOVER root; else as `articles`."""
        asked = Filters(
            source=source,
            target=target,
            actor=actor,
            root=root,
            status=status,
            outlet=outlet,
            story=story,
            after=after,
            before=before,
        )
        return queries.reports(self._open_holdings().database, asked)

    def events(
        self,
        *,
        source: Asked = None,
        target: Asked = None,
        actor: Asked = None,
        root: Asked = None,
        status: Asked = None,
        outlet: Asked = None,
        story: Asked = None,
        about: Asked = None,
        after: Day = None,
        before: Day = None,
    ) -> Rows[EventRow]:
        """Events across their reports, newest first. `outlet` is one that reports it, `about` words of its text; else as `reports`."""
        asked = Filters(
            source=source,
            target=target,
            actor=actor,
            root=root,
            status=status,
            outlet=outlet,
            story=story,
            about=about,
            after=after,
            before=before,
        )
        return queries.events(self._open_holdings().database, asked)

    def stories(
        self,
        *,
        actor: Asked = None,
        outlet: Asked = None,
        about: Asked = None,
        after: Day = None,
        before: Day = None,
    ) -> Rows[StoryRow]:
        """Stories, the latest first. `about` are words of the headline; else as `articles`."""
        asked = Filters(actor=actor, outlet=outlet, about=about, after=after, before=before)
        return queries.stories(self._open_holdings().database, asked)

    def actors(
        self,
        *,
        actor: Asked = None,
        about: Asked = None,
        outlet: Asked = None,
        story: Asked = None,
        after: Day = None,
        before: Day = None,
    ) -> Rows[ActorRow]:
        """Who is named, those in most articles first. `about` are letters of the name; else as `articles`."""
        asked = Filters(actor=actor, about=about, outlet=outlet, story=story, after=after, before=before)
        return queries.actors(self._open_holdings().database, asked)

    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        offset: int = 0,
        order: Order | str = Order.BEST,
        new_for: str | None = None,
    ) -> Hits:
        """The pages that match a query, best first, with the words that were found; `docs/search.md` tells what can be asked.

        Args:
            limit: pages that are shown, after the first `offset`.
            order: `best`, or `newest` first.
            new_for: a name; only pages that came in after `looked(name)`.

        Raises:
            QueryError: the query cannot be read; the message names the place.
        """
        database = self._open_holdings().database
        return searching.search(
            database, query, limit=limit, offset=offset, order=Order(order), new_for=new_for
        )

    def counts(self, query: str, *, most: int = 20) -> dict[Facet, tuple[FacetCount, ...]]:
        """How the newest 1,000 pages that match a query are spread over outlets, months, languages, actors, event types and status.

        Raises:
            QueryError: the query cannot be read.
        """
        return searching.counts(self._open_holdings().database, query, most)

    def looked(self, name: str, arrival: int) -> None:
        """Remembers for a name (a saved search, a person) that everything up to an arrival has been seen: `Hits.last_arrival`.

        Raises:
            CollectionError: `locked`.
        """
        holdings = self._open_holdings()
        with sole_writer(holdings.database), holdings.database.writing() as connection:
            looked(connection, name, arrival)

    def story(self, story: str) -> Story:
        """All of a story. An id that it had before it grew into another leads to it too.

        Raises:
            CollectionError: `unknown`.
        """
        return single.story(self._open_holdings().database, story)

    def reading(self, article: str) -> Reading:
        """All that was read in an article, of any version.

        Raises:
            CollectionError: `unknown`.
        """
        return single.reading(self._open_holdings().database, article)

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
    return Collection(found, Holdings(database, raw_pages, INDEXES, read_many))


def restore_collection(backup: Path | str, place: Path | str) -> None:
    """Makes a collection of a backup, in a new folder or an empty database of PostgreSQL.

    Raises:
        CollectionError: `missing`, when the backup is none; `not_a_collection`, when there is something at the place.
    """
    restore(Path(backup), place_of(place), INDEXES)

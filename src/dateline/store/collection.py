"""A collection: what pages were given to it, and what was read in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from dateline.store.asking import Asking
from dateline.store.correcting.making import correct
from dateline.store.correcting.merging import merge_actors
from dateline.store.correcting.records import CorrectionRow
from dateline.store.correcting.undoing import undo
from dateline.store.correcting.wishes import Wish, Wishes
from dateline.store.grouping.deciding import decide
from dateline.store.holdings import Holdings, Index, ReadMany
from dateline.store.ingest.adding import Told, add_pages
from dateline.store.ingest.inputs import Source, pages_of
from dateline.store.ingest.outcomes import AddReport
from dateline.store.ingest.read_already import Found, ReadAlready
from dateline.store.opening import open_database
from dateline.store.place import place_of
from dateline.store.queries.short_ids import ARTICLE_IDS, whole_id
from dateline.store.raw import PageFolder, PageTable
from dateline.store.search.looks import looked
from dateline.store.search.page_index import PageIndex
from dateline.store.upkeep.backup import back_up, restore
from dateline.store.upkeep.forgetting import ForgetReport, Taken, forget
from dateline.store.upkeep.mart import write_mart
from dateline.store.upkeep.rereading import RereadReport, reread
from dateline.store.upkeep.rereading import Told as TellReread
from dateline.store.writer import sole_writer
from dateline.stories import Decision

INDEXES: tuple[Index, ...] = (PageIndex(),)
"""What is kept beside the tables, in every collection."""


class Collection(Asking):
    """Pages and all that was read in them, in a folder or a database of PostgreSQL.

    Any number of processes may read, also while one adds; a second that wants to write is told so. Close it, or use it in a
    `with` statement.

        with dateline.open("my-collection") as collection:
            collection.add([Path("saved-pages")])
            for event in collection.events(source="China", status="happened"):
                print(event.day, event.text)
    """

    def add(
        self,
        sources: Iterable[Source],
        *,
        workers: int | None = None,
        tier: str = "accurate",
        again: bool = False,
        told: Told | None = None,
    ) -> AddReport:
        """Reads pages, keeps them and brings stories up to date. What is known already is passed over, so that a run that broke off
        is simply made again.

        Args:
            sources: files, folders and archives (`Path`), pages as fetched (`bytes`), or already decoded (`str`).
            workers: processes that read, one without a number; 0 reads in this process.
            again: lets in what was taken back (`forget`), and from then on the outlet or address of which it was, too.
            told: hears after each batch how far it is.

        Raises:
            CollectionError: `locked disk_full read_only`; what was written before stays.
        """
        holdings = self._open_holdings()
        with sole_writer(holdings.database):
            pages = pages_of(sources)
            return add_pages(holdings, pages, workers=workers, tier=tier, again=again, told=told)

    def add_read(
        self, found: Iterable[Found], *, tier: str = "accurate", told: Told | None = None
    ) -> AddReport:
        """Keeps pages that were read elsewhere, with their readings, as `add` would have read them.

        Args:
            found: pages with their readings, and rejections.
            tier: how they were read.
            told: hears after each batch how far it is.

        Raises:
            CollectionError: `locked disk_full read_only`; what was written before stays.
        """
        holdings, already = self._open_holdings(), ReadAlready(found)
        with sole_writer(holdings.database):
            kept = replace(holdings, read_many=already.read_many)
            return add_pages(kept, already.pages(), workers=0, tier=tier, told=told)

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
        article = article and whole_id(holdings.database, article, (ARTICLE_IDS,))
        with sole_writer(holdings.database):
            return forget(holdings, Taken(article, outlet, address), reason)

    def decide(self, decision: Decision) -> int:
        """Joins or parts stories as a person decided, now and for all pages that come. Gives the number of the decision, by which it is undone.

        Raises:
            CollectionError: `unknown`, when an article of the decision is not there; `locked`.
        """
        holdings = self._open_holdings()
        with sole_writer(holdings.database), holdings.database.writing() as connection:
            return decide(connection, decision)

    def correct(
        self,
        reference: str,
        *,
        why: str = "",
        by: str,
        root: str | None = None,
        mode: str | None = None,
        status: str | None = None,
        source: Wish = None,
        target: Wish = None,
        date: str | None = None,
        place: str | None = None,
        speaker: str | None = None,
        type: str | None = None,
        actor: str | None = None,
        nothing: bool = False,
        whole_page: bool = False,
        note: str | None = None,
        accept: bool = False,
    ) -> CorrectionRow:
        """Corrects a row, or says that it is right, now and for all later readings of its page. What was read stays beside it, and no word of the page is touched.

            collection.correct("sha256:…#e3", status="planned", why="the visit is next week", by="Ana")

        Args:
            reference: an article and what in it: `ARTICLE#e3` (a report of an event), `#s2` (a statement), `#m7` (a mention). Of a long id of an
                article its beginning is enough. A fact of a story (`STORY#f3`) can be accepted alone.
            why: the reason, for whoever reads the log; a row may be accepted without one.
            by: who decides.
            source, target: who did it, to whom: a name, an id or the code of a state, or several. As all fields, empty where nothing is to stand there.
            date: an ISO day, month or year, or `start/end`.
            actor: whom a mention stands for; with `whole_page` all mentions of the page that stand for the same.
            nothing: there is no such event or statement; a mention stands for nobody.
            note: a flag for other readers; it stands in the row as `flag`.
            accept: the row is right as it is: `checked`, for as long as it says the same.

        Raises:
            CollectionError: `unknown`, when there is no such row; `bad_correction`, when a field cannot hold that or nothing would change; `locked`.
        """
        wishes = Wishes(
            root,
            mode,
            status,
            source,
            target,
            date,
            place,
            speaker,
            type,
            actor,
            nothing,
            whole_page,
            note,
            accept,
        )
        holdings = self._open_holdings()
        with sole_writer(holdings.database):
            number = correct(holdings, reference, wishes, why=why, by=by)
        return self.correction(number)

    def merge_actors(self, one: str, other: str, *, why: str, by: str) -> CorrectionRow:
        """Decides that two actors, by their ids, are one, on all pages that are there and on those that come. Of two the one that the tables know
        is kept, else the second. No reading changes; `undo` parts them again.

        One whom no table knows (`local:…`) is known by the name and the kind on every page: all persons of that name, or all bodies.

        Raises:
            CollectionError: `unknown`, when neither the tables nor a page know an id; `bad_correction`, when they are one already; `locked`.
        """
        holdings = self._open_holdings()
        with sole_writer(holdings.database):
            number = merge_actors(holdings, one, other, why=why, by=by)
        return self.correction(number)

    def undo(self, number: int, *, why: str, by: str) -> CorrectionRow:
        """Decides that a decision about a row, a story or an actor holds no longer; what it changed is as before. Undoing an undoing, by `undone_by`, brings it back.

        Args:
            number: as `corrections` tells it.

        Raises:
            CollectionError: `unknown`, when there is no such decision or it is undone already; `bad_correction`, when nobody says why; `locked`.
        """
        holdings = self._open_holdings()
        with sole_writer(holdings.database):
            about = undo(holdings, number, why=why, by=by)
        return self.correction(about)

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

    def looked(self, name: str, arrival: int) -> None:
        """Remembers for a name (a saved search, a person) that everything up to an arrival has been seen: `Hits.last_arrival`.

        Raises:
            CollectionError: `locked`.
        """
        holdings = self._open_holdings()
        with sole_writer(holdings.database), holdings.database.writing() as connection:
            looked(connection, name, arrival)


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

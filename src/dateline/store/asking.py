"""What a collection can be asked."""

from __future__ import annotations

from dateline.model import CollectionError, RawPage, Reading, Story
from dateline.store.correcting.records import CorrectionRow
from dateline.store.opened import Opened
from dateline.store.queries import single
from dateline.store.queries.actors import actors, names_in_pages
from dateline.store.queries.articles import articles
from dateline.store.queries.corrections import corrections
from dateline.store.queries.events import events
from dateline.store.queries.filters import Asked, Day, Filters
from dateline.store.queries.records import (
    ActorRow,
    ArticleRow,
    EventRow,
    NameRow,
    ReportRow,
    StatementRow,
    StoryRow,
    VersionRow,
)
from dateline.store.queries.reports import reports
from dateline.store.queries.rows import Rows
from dateline.store.queries.short_ids import (
    ARTICLE_IDS,
    STORY_IDS,
    whole_id,
    whole_reference,
    with_whole_ids,
)
from dateline.store.queries.statements import statements
from dateline.store.queries.stories import stories
from dateline.store.queries.versions import kept_page, versions
from dateline.store.search import searching
from dateline.store.search.facets import Facet, FacetCount
from dateline.store.search.finding import Order
from dateline.store.search.searching import Hits
from dateline.store.upkeep.differences import Change, between_runs, between_versions
from dateline.store.upkeep.verifying import VerifyReport, verify


class Asking(Opened):
    """The questions; they change nothing, and any number of processes may ask while one writes. The beginning of an id of an article, a story or
    an event stands for it where no other begins so."""

    def articles(
        self,
        *,
        article: Asked = None,
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
        values. `after` is the first day that counts, `before` the first that no longer does. `about` are words of the title, the last of which may go on, `article` ids.
        """
        asked = Filters(
            article=article,
            actor=actor,
            outlet=outlet,
            language=language,
            story=story,
            about=about,
            after=after,
            before=before,
        )
        database = self._open_holdings().database
        return articles(database, with_whole_ids(database, asked))

    def statements(
        self,
        *,
        said_by: Asked = None,
        names: Asked = None,
        actor: Asked = None,
        type: Asked = None,
        about: Asked = None,
        outlet: Asked = None,
        story: Asked = None,
        after: Day = None,
        before: Day = None,
    ) -> Rows[StatementRow]:
        """Statements of the newest articles first. `actor` is who says or is told it, `names` whom it names or addresses, `about` words of it, the last of which may go on;
        else as `articles`.
        """
        asked = Filters(
            said_by=said_by,
            names=names,
            actor=actor,
            type=type,
            about=about,
            outlet=outlet,
            story=story,
            after=after,
            before=before,
        )
        database = self._open_holdings().database
        return statements(database, with_whole_ids(database, asked))

    def reports(
        self,
        *,
        article: Asked = None,
        event: Asked = None,
        source: Asked = None,
        target: Asked = None,
        between: tuple[Asked, Asked] | None = None,
        actor: Asked = None,
        root: Asked = None,
        status: Asked = None,
        context: Asked = None,
        outlet: Asked = None,
        story: Asked = None,
        after: Day = None,
        before: Day = None,
    ) -> Rows[ReportRow]:
        """Reports of events, article by article. `actor` is on either side, `between` are two on opposite sides, `root` is a PLOVER root, `context` a PLOVER
        context that its words show, `event` the id of an event across reports; else as `articles`.
        """
        asked = Filters(
            article=article,
            event=event,
            source=source,
            target=target,
            between=between,
            actor=actor,
            root=root,
            status=status,
            context=context,
            outlet=outlet,
            story=story,
            after=after,
            before=before,
        )
        database = self._open_holdings().database
        return reports(database, with_whole_ids(database, asked))

    def events(
        self,
        *,
        event: Asked = None,
        source: Asked = None,
        target: Asked = None,
        between: tuple[Asked, Asked] | None = None,
        actor: Asked = None,
        root: Asked = None,
        status: Asked = None,
        context: Asked = None,
        outlet: Asked = None,
        story: Asked = None,
        about: Asked = None,
        after: Day = None,
        before: Day = None,
    ) -> Rows[EventRow]:
        """Events across their reports, newest first. `event` are their ids, `outlet` is one that reports it, `about` words of its
        text; else as `reports`."""
        asked = Filters(
            event=event,
            source=source,
            target=target,
            between=between,
            actor=actor,
            root=root,
            status=status,
            context=context,
            outlet=outlet,
            story=story,
            about=about,
            after=after,
            before=before,
        )
        database = self._open_holdings().database
        return events(database, with_whole_ids(database, asked))

    def stories(
        self,
        *,
        story: Asked = None,
        actor: Asked = None,
        outlet: Asked = None,
        about: Asked = None,
        after: Day = None,
        before: Day = None,
    ) -> Rows[StoryRow]:
        """Stories, the latest first. `about` are words of the headline, `story` ids; else as `articles`."""
        asked = Filters(story=story, actor=actor, outlet=outlet, about=about, after=after, before=before)
        database = self._open_holdings().database
        return stories(database, with_whole_ids(database, asked))

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
        database = self._open_holdings().database
        return actors(database, with_whole_ids(database, asked))

    def names_in_pages(self, actor: str) -> Rows[NameRow]:
        """The names under which somebody, by an id or the code of a state, is named; those of most articles first."""
        return names_in_pages(self._open_holdings().database, actor)

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

    def story(self, story: str) -> Story:
        """All of a story. An id that it had before it grew into another leads to it too.

        Raises:
            CollectionError: `unknown`.
        """
        database = self._open_holdings().database
        return single.story(database, whole_id(database, story, (STORY_IDS,)))

    def reading(self, article: str, *, as_read: bool = False) -> Reading:
        """All that was read in an article, of any version, as people corrected it.

        Args:
            as_read: without what people corrected.

        Raises:
            CollectionError: `unknown`.
        """
        return single.reading(self._open_holdings().database, self._article(article), as_read=as_read)

    def whole_reference(self, reference: str) -> str:
        """A reference (`91c0d2f4#e1`, `story:33597875`) with the whole id; as it is where nothing here begins so.

        Raises:
            CollectionError: `unknown`, when several ids begin so.
        """
        return whole_reference(self._open_holdings().database, reference)

    def corrections(self, *, article: Asked = None) -> Rows[CorrectionRow]:
        """What people decided about rows and stories, the latest first, with what was undone.

        Args:
            article: decisions about the rows of its page alone, whichever version.
        """
        database = self._open_holdings().database
        asked = with_whole_ids(database, Filters(article=article))
        return corrections(database, asked.article)

    def correction(self, number: int) -> CorrectionRow:
        """The decision of a number.

        Raises:
            CollectionError: `unknown`.
        """
        database = self._open_holdings().database
        found = next(iter(corrections(database, None, number)), None)
        if found is None:
            what = f"{database.place} has no decision {number}: `dateline corrections` lists them."
            raise CollectionError("unknown", what)
        return found

    def page_hash(self, article: str) -> str:
        """The SHA-256 under which the page of an article, of any version, is kept as it came in.

        Raises:
            CollectionError: `unknown`.
        """
        return single.page_hash(self._open_holdings().database, self._article(article))

    def page(self, article: str) -> RawPage:
        """The page of an article, of any version, as it came in.

        Raises:
            CollectionError: `unknown`; `damaged`, when the page is missing or cannot be unpacked.
        """
        return kept_page(self._open_holdings(), self._article(article))

    def versions(self, article: str) -> list[VersionRow]:
        """All versions of the page of an article, of any version, the first one first.

        Raises:
            CollectionError: `unknown`.
        """
        return versions(self._open_holdings().database, self._article(article))

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
        return between_versions(self._open_holdings().database, self._article(article))

    def _article(self, given: str) -> str:
        return whole_id(self._open_holdings().database, given, (ARTICLE_IDS,))

    def verify(self) -> VerifyReport:
        """Checks that every page is there and whole, and every row what its readings say; nobody is kept from writing."""
        return verify(self._open_holdings())

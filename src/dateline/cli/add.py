"""`dateline add`: pages into a collection."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, NoReturn, TextIO

import typer

from dateline.cli.collection_options import Place, ReportFormat, ReportTo, collection_at
from dateline.cli.fetching import following
from dateline.cli.inputs import (
    NOTHING_DONE,
    READ,
    SOME_REJECTED,
    Given,
    is_for_people,
    with_given,
    write_line,
)
from dateline.cli.interrupts import STOPPED, Interrupted, interruptions
from dateline.cli.messages import errors, note_placeholders, pages, say
from dateline.cli.options import (
    FetchLimit,
    Follow,
    MaybePaths,
    OutletName,
    Overlays,
    OwnOntology,
    PageArchive,
    PageCache,
    Published,
    ReadTier,
    Rejections,
    Tier,
    Url,
    Workers,
)
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.cli.packages import arrow_or_refuse
from dateline.cli.progress import ReadingProgress, reading_progress
from dateline.cli.writing import open_rejections
from dateline.model import RawPage, Rejection
from dateline.sources import Follower, Listener, load_pages, size_of
from dateline.store import AddReport, Collection
from dateline.store.ingest.adding import Told

FromRun = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="RUN",
        help="Take over what `dateline run` has read into this folder, in place of pages.",
        show_default=False,
    ),
]

Again = Annotated[
    bool,
    typer.Option("--again", help="Let in what was taken back (forget), and its outlet or address with it."),
]


def add(
    paths: MaybePaths = None,
    collection: Place = None,
    to: ReportTo = None,
    published: Published = None,
    outlet: OutletName = None,
    url: Url = None,
    rejections: Rejections = None,
    workers: Workers = None,
    tier: ReadTier = Tier.ACCURATE,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
    fetch: Follow = False,
    limit: FetchLimit = 100,
    cache: PageCache = None,
    archive: PageArchive = None,
    from_run: FromRun = None,
    again: Again = False,
) -> None:
    """Read pages into a collection: each once, grouped into stories with those that are there.

    What is known is passed over, so a run that broke off is simply made again.

    Example: dateline add saved-pages/ -c my-collection

    Example: dateline add --from month -c my-collection
    """
    if (from_run is None) == (not paths):
        raise typer.BadParameter("give pages, or a run with --from.")
    if again and from_run is not None:
        raise typer.BadParameter("--again is for pages, not for a run.")
    use_overlays(knowledge)
    use_ontology(ontology)
    with open_rejections(rejections) as sink:
        if from_run is not None:
            adding = _Adding([], Given(), Follower(), sink)
            with collection_at(collection, create=True) as opened:
                report = adding.take_over(opened, from_run)
            _end(report, to, adding)
        with (
            following(paths or [], fetch=fetch, limit=limit, cache=cache, archive=archive) as follower,
            collection_at(collection, create=True) as opened,
        ):
            adding = _Adding(paths or [], Given(published, outlet, url), follower, sink)
            report = adding.run(opened, workers, tier.value, again)
    _end(report, to, adding)


@dataclass(slots=True)
class _Adding:
    """A run, and what is said of it while it goes on."""

    paths: list[str]
    given: Given
    follower: Follower
    sink: TextIO | None
    report: AddReport | None = None
    interrupted: Interrupted = field(default_factory=Interrupted)
    was_stopped: bool = False

    def run(self, collection: Collection, workers: int | None, tier: str, again: bool) -> AddReport:
        """Adds all pages; Ctrl-C ends with what was read."""
        total = size_of(self.paths) if errors.is_terminal else None
        with reading_progress(errors, total) as progress:
            return self._told(
                lambda told: collection.add(
                    self._pages(progress), workers=workers, tier=tier, again=again, told=told
                ),
                progress,
            )

    def take_over(self, collection: Collection, place: str) -> AddReport:
        """Adds what a run has read; Ctrl-C ends with what was taken over.

        Raises:
            RunError: there is no finished run, or it has not kept its pages.
        """
        arrow_or_refuse()
        from dateline.engine.runs.loading import finished_run, pages_of_run

        files, made = finished_run(place)
        with reading_progress(errors, None) as progress:
            return self._told(
                lambda told: collection.add_read(
                    pages_of_run(files, made), tier=made.options.tier, told=told
                ),
                progress,
            )

    def _told(self, add: Callable[[Told], AddReport], progress: ReadingProgress) -> AddReport:
        try:
            with interruptions() as self.interrupted:
                return add(lambda report: self._tell(report, progress))
        except KeyboardInterrupt:
            self.was_stopped = True
        report = self.report or AddReport(0)
        say(f"stopped after {pages(report.inputs)}: these are kept, the rest is not read.")
        return report

    def _pages(self, progress: ReadingProgress) -> Iterator[RawPage | Rejection]:
        listener = Listener(
            lambda skipped: say(skipped.message),
            lambda count: say(f"joined {pages(count)} to the first pages of their reports."),
            progress.read,
        )
        join = self.given.url is None
        for page in load_pages(self.paths, listener=listener, follower=self.follower, join=join):
            self.interrupted.check()
            yield with_given(page, self.given) if isinstance(page, RawPage) else page

    def _tell(self, report: AddReport, progress: ReadingProgress) -> None:
        before = len(self.report.rejections) if self.report else 0
        for rejection in report.rejections[before:]:
            say(f"{rejection.code}: {rejection.message}")
            if self.sink is not None:
                self.sink.write(rejection.to_json() + "\n")
        self.report = report
        progress.told(report.inputs, report.rejected)


def _end(report: AddReport, to: ReportFormat | None, adding: _Adding) -> NoReturn:
    _print(report, to)
    note_placeholders(report.placeholders)
    if adding.was_stopped:
        raise typer.Exit(STOPPED)
    if not report.inputs or report.rejected == report.inputs:
        raise typer.Exit(NOTHING_DONE)
    raise typer.Exit(SOME_REJECTED if report.rejected else READ)


def _print(report: AddReport, to: ReportFormat | None) -> None:
    if not is_for_people(to):
        write_line(report.to_json())
        return
    counts = (
        (report.new, "new"),
        (report.new_versions, "in a new version"),
        (report.known, "known already"),
        (report.unchanged, "unchanged"),
        (report.forgotten, "taken back earlier and left out"),
        (report.rejected, "rejected"),
    )
    told = ", ".join(f"{count:,} {words}" for count, words in counts if count)
    write_line(f"{pages(report.inputs)}: {told}." if told else "no pages.")

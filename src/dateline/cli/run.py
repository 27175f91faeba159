"""`dateline run`: many files, on this machine or on a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from dateline import api
from dateline.cli.collection_options import ReportFormat, ReportTo
from dateline.cli.inputs import NOTHING_DONE, READ, SOME_REJECTED, is_for_people, write_line
from dateline.cli.interrupts import STOPPED
from dateline.cli.messages import errors, pages, placeholder_words, say
from dateline.cli.options import Overlays, OwnOntology, Paths, ReadTier, Tier, Workers
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.cli.packages import arrow_or_refuse
from dateline.sources import files_of

if TYPE_CHECKING:
    from dateline.engine.adapters.engine import Engine
    from dateline.engine.runs.manifest import Manifest
    from dateline.engine.runs.report import RunReport


class EngineName(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    DAFT = "daft"
    RAY = "ray"


Out = Annotated[
    str,
    typer.Option(
        "--out", "-o", metavar="PLACE", help="Where the results go: a folder or s3://BUCKET/FOLDER."
    ),
]
EngineOption = Annotated[
    EngineName,
    typer.Option(
        "--engine",
        help="local: processes of this machine; daft: the same by Daft; ray: Daft on a cluster of Ray.",
    ),
]
RayAddress = Annotated[
    str | None,
    typer.Option(
        "--ray-address",
        metavar="ADDRESS",
        help="A cluster of Ray that is running: auto, HOST:6379 or ray://HOST:10001; without one Ray is started here.",
        envvar="RAY_ADDRESS",
        show_default=False,
    ),
]
Languages = Annotated[
    list[str] | None,
    typer.Option(
        "--language",
        metavar="CODE",
        help="Read only pages in this language: en; may be given several times.",
        show_default="all",
    ),
]
UnitSize = Annotated[
    int, typer.Option("--unit-mb", metavar="N", min=1, help="About how many megabytes of input a unit has.")
]
NoPages = Annotated[
    bool, typer.Option("--no-pages", help="Do not keep the pages themselves, which `add --from` needs.")
]


def run(
    paths: Paths,
    out: Out,
    engine: EngineOption = EngineName.LOCAL,
    workers: Workers = None,
    tier: ReadTier = Tier.ACCURATE,
    language: Languages = None,
    unit_mb: UnitSize = 64,
    no_pages: NoPages = False,
    ray_address: RayAddress = None,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
    to: ReportTo = None,
) -> None:
    """Read many files into Parquet, and tell the stories across all of them.

    What is done stays done: a run that broke off is simply made again.

    Example: dateline run crawl/*.warc.gz --out month --language en --workers 2
    """
    arrow_or_refuse()
    use_overlays(knowledge)
    use_ontology(ontology)
    from dateline.engine.runs.files import Files
    from dateline.engine.runs.manifest import Options
    from dateline.engine.runs.run import planned
    from dateline.engine.runs.run import run as make

    files = Files.at(out)
    options = Options(tier.value, tuple(sorted(set(language or ()))), not no_pages)
    inputs = files_of(paths, lambda skipped: say(skipped.message))
    plan = planned(files, inputs, api.provenance(tier.value), options, unit_mb * 1_000_000)
    for rejection in plan.refused:
        say(f"{rejection.code}: {rejection.message}")
    with _progress(len(plan.units)) as told:
        try:
            report = make(_engine(engine, workers, ray_address), plan, api.read_in_languages, told)
        except KeyboardInterrupt:
            say(f"stopped; the units that were finished are kept in {out}: make the run again to go on.")
            raise typer.Exit(STOPPED) from None
    _print(report, to)
    if report.placeholders:
        say(
            f"note: {pages(report.placeholders)} {placeholder_words(report.placeholders)}: kept, with nothing coded."
        )
    if not report.articles:
        raise typer.Exit(NOTHING_DONE)
    raise typer.Exit(SOME_REJECTED if report.rejected else READ)


def _engine(name: EngineName, workers: int | None, ray_address: str | None) -> Engine:
    if name is EngineName.LOCAL:
        from dateline.engine.adapters.local import LocalEngine

        return LocalEngine(workers)
    from dateline.engine.adapters.daft import DaftEngine

    return DaftEngine(workers, on_ray=name is EngineName.RAY, ray_address=ray_address)


class _Told:
    """Shows how many units are done, and of how many pages."""

    def __init__(self, bar: Progress, units: int) -> None:
        self._bar, self._pages, self._rejected = bar, 0, 0
        self._task = bar.add_task("reading", total=units)

    def step(self, what: str) -> None:
        """Names what is done next."""
        self._bar.update(self._task, description=f"{what};", refresh=True)

    def unit(self, manifest: Manifest) -> None:
        """Counts a unit."""
        self._pages += manifest.readings
        self._rejected += manifest.rejected
        words = f"reading: {pages(self._pages)}, {self._rejected:,} rejected; units"
        self._bar.update(self._task, advance=1, description=words, refresh=True)


@contextmanager
def _progress(units: int) -> Iterator[_Told]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # It refreshes itself in no thread of its own: workers are copies of this process, and those need it to have only one.
    hidden = not errors.is_terminal
    with Progress(*columns, console=errors, transient=True, disable=hidden, auto_refresh=False) as bar:
        yield _Told(bar, units)


def _print(report: RunReport, to: ReportFormat | None) -> None:
    if not is_for_people(to):
        write_line(report.to_json())
        return
    counts = (
        (report.repeated, "met again"),
        (report.other_languages, "in other languages"),
        (report.rejected, "rejected"),
    )
    told = "".join(f", {count:,} {words}" for count, words in counts if count)
    stories = "1 story" if report.stories == 1 else f"{report.stories:,} stories"
    write_line(f"{pages(report.articles)} read{told}: {stories}.")

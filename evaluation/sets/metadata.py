"""HTML pages of two news sets: title, day, authors, and the time with its zone, beside other readers in the same run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import mean
from typing import Any, NamedTuple

from evaluation.bench import Bench, progress
from evaluation.cases import Attempts, Case, SetResult, with_prefix
from evaluation.peers import Part, Peer
from evaluation.sets.bodies import cleaned
from evaluation.sets.stamps import is_same, moment, states_time
from evaluation.versions import versions

NAME = "metadata"
FILES = ("ingest/naeb", "ingest/funduspub")
FAST_PAGES = 20
"""Of each source."""

SOURCES = ("naeb", "funduspub")
WITH_TIMES = ("funduspub",)
"""Sources whose gold has times of day."""

_LAST_DAY = "2099-12-31"
"""Without it htmldate asks the clock."""


class Read(NamedTuple):
    """What a reader found; what it does not look for is None."""

    title: str | None = None
    date: str | None = None
    authors: tuple[str, ...] | None = None


Reader = Callable[[Any], Read]


def measure(bench: Bench) -> SetResult:
    """Shares of right titles, days, author sets; and of right times with zone where the page states one. Peers in full runs."""
    attempts = Attempts()
    numbers: dict[str, float] = {}
    cases: list[Case] = []
    peers: list[Peer] = []
    for source in SOURCES:
        pages = bench.chosen(getattr(bench.datasets, source)(bench.data), FAST_PAGES)
        found = [
            attempts.call(page.id, Read(authors=()), ours, page)
            for page in progress(pages, f"{NAME} {source}")
        ]
        scores = shares(bench, pages, found)
        if source in WITH_TIMES:
            scores |= {"time_zone": times_right(pages, found)}
        numbers |= with_prefix(f"{NAME}.{source}", scores.items())
        cases += [_case(bench, source, page, read) for page, read in zip(pages, found, strict=True)]
        if not bench.fast:
            peers += _peers(bench, source, pages)
    attempts.require_some()
    return SetResult(NAME, numbers, tuple(cases), errors=attempts.errors, peers=tuple(peers))


def ours(page: Any) -> Read:
    """What Dateline reads."""
    article = cleaned(page.html, page.url, "accurate")
    return Read(article.title, article.published.value if article.published else None, article.authors)


def shares(bench: Bench, pages: Sequence[Any], found: Sequence[Read]) -> dict[str, float]:
    """Title, day and authors, as the ruler has them; days and authors over the pages whose gold has any."""
    record = bench.metrics.Metadata
    pairs = [
        (record(page.title, page.date, page.authors), record(read.title, read.date, read.authors or ()))
        for page, read in zip(pages, found, strict=True)
    ]
    scores: dict[str, float] = bench.metrics.metadata_scores(pairs)
    return scores


def times_right(pages: Sequence[Any], found: Sequence[Read]) -> float:
    """Of the pages that state their gold moment with a zone, the share read as that moment, with a zone."""
    flags = []
    for page, read in zip(pages, found, strict=True):
        wanted = states_time(page.date, page.html.decode("utf-8", "replace"))
        if wanted is not None:
            given = moment(read.date)
            flags.append(given is not None and is_same(given, wanted))
    return mean(flags) if flags else 0.0


def _case(bench: Bench, source: str, page: Any, read: Read) -> Case:
    rulers = bench.metrics
    flags = {"title": bool(rulers.title_matches(page.title or "", read.title))}
    if rulers.day_of(page.date):
        flags["day"] = bool(rulers.same_day(page.date, read.date))
    if page.authors:
        flags["authors"] = bool(rulers.same_authors(page.authors, read.authors))
    return Case(f"{source} {page.id}", mean(flags.values()), {"source": source, **flags})


def _peers(bench: Bench, source: str, pages: Sequence[Any]) -> Iterable[Peer]:
    """Numbers of those other readers that are installed, on what each of them looks for."""
    for name, read in readers().items():
        found = [_safely(read, page) for page in progress(pages, f"{name} {source}")]
        for metric, share in shares(bench, pages, found).items():
            if any(_looks_for(result, metric) for result in found):
                yield Peer(f"{NAME}.{source}.{metric}", share, name, Part.SAME)


def _looks_for(read: Read, metric: str) -> bool:
    return {"title": read.title, "day": read.date, "authors": read.authors}[metric] is not None


def _safely(read: Reader, page: Any) -> Read:
    """What a peer finds; nothing where it fails."""
    try:
        return read(page)
    except Exception:  # a page that a peer cannot read counts as nothing found, as for ours
        return Read()


def readers() -> dict[str, Reader]:
    """Other readers by name and version."""
    known: dict[str, Reader] = {"trafilatura": _by_trafilatura, "htmldate": _by_htmldate}
    return {f"{name} {version}": known[name] for name, version in versions(*known).items()}


def _by_trafilatura(page: Any) -> Read:
    from trafilatura import bare_extraction

    options = {"original_date": True, "extensive_search": True, "max_date": _LAST_DAY}
    found = bare_extraction(page.html, url=page.url, with_metadata=True, date_extraction_params=options)
    if found is None:
        return Read()
    names = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return Read(found.title, found.date, names)


def _by_htmldate(page: Any) -> Read:
    from htmldate import find_date

    html = page.html.decode("utf-8", "replace")
    return Read(date=find_date(html, url=page.url, original_date=True, max_date=_LAST_DAY))

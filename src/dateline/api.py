"""The Python API. What the command line and the web pages do can be called from here."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TypeVar

from dateline.article import read_article
from dateline.engine import Limits, Loss, Work, can_guard, run_guarded
from dateline.installed import check_tables
from dateline.knowledge import Knowledge
from dateline.language import PlainParser, SpacyParser, identify_language, load_parser
from dateline.model import (
    Article,
    Block,
    BlockKind,
    Candidate,
    CodedRelation,
    DatedValue,
    DatePrecision,
    Event,
    InputError,
    Provenance,
    RawPage,
    Reading,
    Rejection,
    Statement,
    Story,
)
from dateline.ontology import Ontology
from dateline.reading import OtherLanguage, Resources, read_clean, read_in
from dateline.reading import read as read_page
from dateline.relation import relate
from dateline.sources import page_of, rejection_of
from dateline.store import Collection, open_collection
from dateline.stories import compare as compare_readings
from dateline.stories import group as group_readings
from dateline.version import __version__

_HEADLINE = re.compile(r"\s*(\S[^\n]{10,150}\S)[ \t]*\n\s*\n(?=\s*\S)")
_SHORT_WORD, _LARGE = 3, 0.8
"""Letters of words that headlines may write small, and the share of the others that they write large."""
_TELLING = 300
"""Letters from which a running text tells its language."""

T = TypeVar("T", bound="Source | RawPage")
R = TypeVar("R")

Source = Path | bytes | str
"""A file (`Path`), a page as fetched (`bytes`), or a page already decoded (`str`, never a path)."""
Day = datetime.date | datetime.datetime | str | None


def resources() -> Resources:
    """Parser, tables and frames, loaded once a process; the tables with the overlays that DATELINE_KNOWLEDGE names, and the
    frames with the folder that DATELINE_ONTOLOGY names.

    Raises:
        ModelError: the language model that is installed cannot be used.
        DataError: a packaged table is damaged, or a folder of one's own is not there, or its types or frames cannot be used.
    """
    check_tables()
    return _resources(Knowledge.load(), Ontology.load())


@lru_cache(maxsize=2)
def _resources(knowledge: Knowledge, ontology: Ontology) -> Resources:
    return Resources.of(_parser(), knowledge, ontology, __version__)


@cache
def _parser() -> SpacyParser | PlainParser:
    return load_parser()


def read(
    source: Source,
    *,
    url: str | None = None,
    published: Day = None,
    outlet: str | None = None,
    tier: str = "accurate",
) -> Reading:
    """Reads one page.

    Args:
        source: a `pathlib.Path` (a file), `bytes` (a page as fetched) or `str` (a page already decoded).
        published: the page's date where the page does not say it: a date, a datetime or an ISO string.

    Raises:
        InputError: the page cannot be read; `code` and `message` say why and what to do.
    """
    page = page_of(source, url=url, published=_iso(published), outlet=outlet)
    return read_page(page, resources(), tier=tier)


def read_many(
    sources: Iterable[Source | RawPage],
    *,
    workers: int | None = None,
    tier: str = "accurate",
    limits: Limits | None = None,
) -> Iterator[Reading | Rejection]:
    """Reads pages in order; one that cannot be read comes out as a `Rejection` and the rest goes on.

    Pages are read in worker processes with limits: one that hangs, fills the memory or crashes the reading is rejected
    (`timeout memory crash`). Sources are taken as they are needed.

    Args:
        workers: processes to use, one without a number; 0 reads in this process, where nothing is limited.
        limits: what one page may cost, where it is something else than usual.

    Raises:
        WorkerError: workers cannot be started.
        ModelError, DataError: as `resources`.
    """
    yield from _read_guarded(partial(_read_or_reject, tier=tier), sources, workers, limits or Limits())


def read_in_languages(
    sources: Iterable[RawPage], *, workers: int | None, tier: str, languages: Sequence[str]
) -> Iterator[Reading | Rejection | OtherLanguage]:
    """Reads pages in order as `read_many` does, those in other languages only as far as is needed to tell. No languages are all."""
    if not languages:
        yield from read_many(sources, workers=workers, tier=tier)
        return
    task: Callable[[RawPage], Reading | OtherLanguage | Rejection]
    task = partial(_read_in_or_reject, tier=tier, languages=frozenset(languages))
    yield from _read_guarded(task, sources, workers, Limits())


def provenance(tier: str = "accurate") -> Provenance:
    """What makes the readings of this program as it is installed and set up."""
    made = resources()
    return Provenance(made.program, tier, made.parser.model, made.knowledge.version)


def _read_guarded(
    task: Callable[[T], R], sources: Iterable[T], workers: int | None, limits: Limits
) -> Iterator[R | Rejection]:
    if workers == 0 or not can_guard():
        yield from map(task, sources)
        return
    work: Work[T, R | Rejection] = Work(task, resources, partial(_lost, limits))
    yield from run_guarded(work, sources, workers=workers or 1, limits=limits)


def _read_or_reject(source: Source | RawPage, tier: str) -> Reading | Rejection:
    return _or_rejected(source, lambda page: read_page(page, resources(), tier=tier))


def _read_in_or_reject(
    source: RawPage, tier: str, languages: frozenset[str]
) -> Reading | OtherLanguage | Rejection:
    return _or_rejected(source, lambda page: read_in(page, resources(), languages, tier=tier))


def _or_rejected(source: Source | RawPage, made: Callable[[RawPage], R]) -> R | Rejection:
    try:
        return made(source if isinstance(source, RawPage) else page_of(source))
    except InputError as error:
        return _rejected(source, error)
    except Exception as error:
        name = _name(source)
        what = f"{name}: reading failed ({type(error).__name__}: {error}); a defect of dateline, report it with the page."
        return _rejected(source, InputError("internal_error", name, what))


def _lost(limits: Limits, source: Source | RawPage, loss: Loss) -> Rejection:
    """The rejection of a page that a worker was lost over."""
    name = _name(source)
    if loss is Loss.TIMEOUT:
        took = f"{limits.cpu_seconds} seconds of CPU or {limits.wall_seconds:g} in all"
        what = f"{name} took more than {took} and was given up: split it or leave it out."
        return _rejected(source, InputError("timeout", name, what))
    if loss is Loss.MEMORY:
        what = f"{name} took more than {limits.memory_mb} MB of memory and was given up: split it or leave it out."
        return _rejected(source, InputError("memory", name, what))
    what = f"{name} crashed what read it and was given up: leave it out, and report it with the page."
    return _rejected(source, InputError("crash", name, what))


def _rejected(source: Source | RawPage, error: InputError) -> Rejection:
    if isinstance(source, RawPage):
        error.place = error.place or source.place
        return rejection_of(error, source.content)
    return rejection_of(error, source)


def _name(source: Source | RawPage) -> str:
    if isinstance(source, RawPage):
        return source.source
    return str(source) if isinstance(source, Path) else "text" if isinstance(source, str) else "bytes"


def clean(source: Source, *, url: str | None = None) -> Article:
    """The article of a page: text, typed blocks and metadata, without language work."""
    return read_article(page_of(source, url=url), outlets=Knowledge.load(), language=identify_language)


def find_statements(text: str, *, published: Day = None, tier: str = "accurate") -> list[Statement]:
    """Statements of a running text, with no page cleaning; offsets into `text`. The fast tier goes by rules alone.

    Of a text that is long enough to tell and not English the quotations are found, with speakers beside a cue of the
    language's table; in German plain reported clauses too.
    """
    return list(read_clean(_running(text, published), resources(), tier=tier).statements)


def code_events(text: str, *, published: Day = None) -> list[Event]:
    """Events of a running text, with no page cleaning; offsets into `text`."""
    return list(read_clean(_running(text, published), resources()).events)


def code_relation(sentence: str, source: str, target: str, *, published: Day = None) -> CodedRelation | None:
    """What a sentence says that `source` does to `target`, both given as they stand in it; None where it says nothing."""
    return relate(_running(sentence, published), source, target, resources())


def lookup(surface: str, *, at: Day) -> list[Candidate]:
    """Who a name, title or description stands for on a day, best first."""
    return Knowledge.load().lookup(surface, at=_iso(at))


def group(readings: Sequence[Reading]) -> list[Story]:
    """Stories of readings; any order of the input gives the same stories."""
    return group_readings(readings)


def compare(a: Reading, b: Reading) -> Story:
    """Two readings as one story, whether or not they would have been grouped."""
    return compare_readings(a, b)


def open(path: Path | str, *, create: bool = True) -> Collection:
    """Opens a collection, a folder or `postgresql://...`, and makes it where there is none.

    Raises:
        CollectionError: it cannot be opened or made; `code` and `message` say why and what to do.
    """
    return open_collection(path, read_many=read_many, create=create)


def _iso(day: Day) -> str | None:
    return day.isoformat() if isinstance(day, datetime.date) else day


def _running(text: str, published: Day) -> Article:
    """A text as the body of an article of its own; a short one is taken for English."""
    value = _iso(published)
    precision = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}.get(
        len(value or ""), DatePrecision.TIME
    )
    date = DatedValue(value, precision, "given", None) if value else None
    language = resources().identify(text) if len(text) >= _TELLING else "en"
    coded = resources().can_parse(language)
    return Article(
        "", "", None, None, None, (), date, None, None, language, coded, text, tuple(_blocks(text)), ()
    )


def _blocks(text: str) -> Iterator[Block]:
    """A first paragraph of a few words written large is the headline of the rest."""
    headline = _HEADLINE.match(text)
    words = [word for word in headline[1].split() if len(word) > _SHORT_WORD] if headline else []
    start = 0
    if (
        headline
        and words
        and sum(word.lstrip("‘’“”\"'(")[:1].isupper() for word in words) >= _LARGE * len(words)
    ):
        yield Block(BlockKind.HEADLINE, *headline.span(1))
        start = headline.end()
    if text[start:].strip():
        yield Block(BlockKind.BODY, start, len(text))

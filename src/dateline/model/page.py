"""What comes in (`RawPage`) and what is read out of it before any language work (`Article`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.codec import Record
from dateline.model.span import Span


class BlockKind(StrEnum):
    """What a stretch of lines is for (codebook section 2)."""

    HEADLINE = "headline"
    DEK = "dek"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    BIO = "bio"
    REPUBLICATION = "republication"
    RELATED = "related"
    TEASER = "teaser"
    MOST_READ = "most_read"
    PROMO = "promo"
    NAVIGATION = "navigation"
    SHARE = "share"
    AD = "ad"
    LEGAL = "legal"
    OTHER = "other"


CODED_KINDS = frozenset({BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BODY, BlockKind.CAPTION})
"""Blocks that may yield statements and events; all others are furniture or metadata."""


class DatePrecision(StrEnum):
    """How exact a date is: its ISO value has just as many parts."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    TIME = "time"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class RawPage(Record):
    """A page as it came in, and what is known of it from outside.

    `content` is bytes as fetched, or a text already decoded. `source` names the input for messages: a path, an address,
    `-`. `published` is an ISO date or time. `place` is where inside the source it was (a part of a mail), if anywhere.
    """

    content: bytes | str
    source: str
    url: str | None = None
    published: str | None = None
    outlet: str | None = None
    place: str | None = None
    further: tuple[RawPage, ...] = ()


@dataclass(frozen=True, slots=True)
class Block(Record):
    """Lines of one kind, `text[start:end]`."""

    kind: BlockKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Outlet(Record):
    """Who published the page. `id` as for actors; null where the outlet is not in our tables and only named by the page."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class DatedValue(Record):
    """A date with where it came from: `page_meta json_ld meta microdata page_title byline dateline url given htmldate`."""

    value: str
    precision: DatePrecision
    source: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Dateline(Record):
    """The place (and date) that opens a report: "NUR-SULTAN, Sept 14 (Agency) -"."""

    place: str
    span: Span


@dataclass(frozen=True, slots=True)
class ChainLink(Record):
    """What the page says of its own origin. `relation`: `republished_from agency quotes`."""

    relation: str
    outlet: str
    span: Span


class HeadField(StrEnum):
    """What a page says about itself that has candidates."""

    TITLE = "title"
    DEK = "dek"
    AUTHOR = "author"
    OUTLET = "outlet"
    SECTION = "section"
    PUBLISHED = "published"
    MODIFIED = "modified"
    URL = "url"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class HeadCandidate(Record):
    """One value that a page, or the caller, gives for a field of the head, as it stands there, and where.

    `source` is `given json_ld meta microdata link h1 headline page_title byline signature dateline dek page_meta masthead
    promotion url htmldate detected`; `span` is its place in the text, where it is visible.
    """

    field: HeadField
    value: str
    source: str
    span: Span | None


class PageKind(StrEnum):
    """What sort of page it is: one report, posts under one headline, a list of links to reports, or what a site shows in place of a
    report: an error, a wall of consent, a check for robots."""

    ARTICLE = "article"
    LIVE_BLOG = "live_blog"
    LIST = "list"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Entry(Record):
    """One post of a live blog: its lines, its own heading and time, where it has them."""

    span: Span
    title: str | None
    published: DatedValue | None


@dataclass(frozen=True, slots=True)
class Article(Record):
    """A page, cleaned and typed. All offsets in a `Reading` point into `text`.

    `id` is `sha256:` of the URL (else the outlet's name, else nothing), a newline and the text; `body_sha256` covers the
    title and the body blocks. `language` is ISO 639-1 ("und" where it cannot be told); `coded` says whether there was a
    parser for it. `paywalled` is null where the page says nothing of it. `confidence` is how far the two tiers agree on the
    body of an HTML page, 0 to 1; null where only one was asked. `pages` are the addresses of the further pages that were
    joined to the first.
    """

    id: str
    body_sha256: str
    url: str | None
    outlet: Outlet | None
    title: str | None
    authors: tuple[str, ...]
    published: DatedValue | None
    modified: DatedValue | None
    dateline: Dateline | None
    language: str
    coded: bool
    text: str
    blocks: tuple[Block, ...]
    chain: tuple[ChainLink, ...]
    kind: PageKind = PageKind.ARTICLE
    dek: str | None = None
    section: str | None = None
    paywalled: bool | None = None
    confidence: float | None = None
    entries: tuple[Entry, ...] = ()
    pages: tuple[str, ...] = ()
    candidates: tuple[HeadCandidate, ...] = ()

    def spans_of(self, *kinds: BlockKind) -> list[Span]:
        """Spans of the blocks of some kinds, in the order of the text."""
        return [block.span for block in self.blocks if block.kind in kinds]

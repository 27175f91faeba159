"""Follows addresses and lists (feeds, sitemaps, OPML, lists of addresses) to their pages."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dateline.model import InputError, RawPage, Rejection
from dateline.sources.contents import open_text
from dateline.sources.decode import decode
from dateline.sources.feeds import Entry, Listing, ListingKind, kind_of, page_of_entry, read_listing
from dateline.sources.fetched import Fetched, Fetches
from dateline.sources.sniff import is_wide, unpack

Found = Iterator[RawPage | Rejection]

_HEAD = 20_000
_MAX_DEPTH = 3
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_ADDRESS = re.compile(r"(?:https?|feed)://", re.IGNORECASE)


def is_address(path: object) -> bool:
    """Whether an input is an address on the web and no path."""
    return isinstance(path, str) and bool(_ADDRESS.match(path))


@dataclass(slots=True)
class _Run:
    """How many pages and lists are left to fetch for one input, and what was fetched."""

    left: int
    lists: int
    seen: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Follower:
    """Makes pages of lists and of addresses.

    Without a `fetcher` nothing is fetched: a feed gives what it holds. With one, an address is fetched, and what is listed at
    it; what is listed in a file is fetched with `follow`. Of an entry whose page cannot be fetched the summary is read, beside
    the rejection. `limit` is the most pages that are fetched for one input, the newest first where the list says when they are
    from. `note` hears what people should know, a line each.
    """

    fetcher: Fetches | None = None
    follow: bool = False
    limit: int = 100
    note: Callable[[str], None] = lambda _line: None

    def from_address(self, address: str) -> Found:
        """The page at an address, or those listed there. Whatever goes wrong is a rejection."""
        if self.fetcher is None:
            message = f"{address} is an address, and this reads files: save the page first and give the file."
            yield Rejection(address, "missing", message, None, None)
        else:
            address = re.sub(r"(?i)^feed://", "http://", address)
            run = _Run(self.limit, self.limit)
            yield from self._fetched(Entry(address), address, None, run, 0)

    def from_content(self, content: bytes, source: str) -> Found | None:
        """The pages of a file that is a list; None where it is none."""
        kind = _kind(content)
        if kind is None:
            return None
        fetched = Fetched("", content)
        return self._listed(
            fetched, kind, source, _Run(self.limit, self.limit), self.follow and self.fetcher is not None, 0
        )

    def from_entry(self, entry: Entry, number: int, listing: Listing, source: str) -> Found:
        """The page of one entry of a list: what the list holds of it, else what is at its address, whatever that is."""
        if entry.content or entry.url is None:
            if _has_words(entry):
                yield page_of_entry(entry, number, listing, source)
            return
        yield from self._page_or_summary(entry, number, listing, source, _Run(1, 1), _MAX_DEPTH + 1)

    def _fetched(self, entry: Entry, address: str, within: str | None, run: _Run, depth: int) -> Found:
        """What is at an address: a page, or a list whose pages are fetched in turn."""
        if min(run.left, run.lists) <= 0 or address in run.seen or self.fetcher is None:
            return
        run.left -= 1
        run.seen.add(address)
        content = None
        try:
            fetched = self.fetcher.fetch(address)
            content = fetched.content
            kind = _kind(content) if depth <= _MAX_DEPTH else None
            if kind is None:
                yield _page(fetched, entry, address)
        except InputError as error:
            yield _rejection(error, address, content, within)
            return
        if kind is not None:
            run.left += 1  # a list is no page
            run.lists -= 1
            yield from self._listed(fetched, kind, address, run, True, depth + 1)

    def _listed(
        self, fetched: Fetched, kind: ListingKind, source: str, run: _Run, follow: bool, depth: int
    ) -> Found:
        try:
            listing = _listing(fetched, kind, source)
            _check_entries(listing, source, follow)
        except InputError as error:
            yield _rejection(error, source, fetched.content, None)
            return
        if follow:
            yield from self._followed(listing, source, run, depth)
        else:
            yield from self._held(listing, source)

    def _held(self, listing: Listing, source: str) -> Found:
        """What a feed itself holds."""
        entries = [(n, entry) for n, entry in enumerate(listing.entries, start=1) if _has_words(entry)]
        short = sum(1 for _, entry in entries if not entry.content)
        bare = len(listing.entries) - len(entries)
        if short or bare:
            self.note(_what_is_missing(source, len(listing.entries), short, bare))
        for number, entry in entries:
            yield page_of_entry(entry, number, listing, source)

    def _followed(self, listing: Listing, source: str, run: _Run, depth: int) -> Found:
        wanted = self._wanted(listing, source, run)
        for number, entry in enumerate(listing.entries, start=1):
            if entry.content or (entry.url is None and _has_words(entry)):
                yield page_of_entry(entry, number, listing, source)
            elif entry.url in wanted:
                yield from self._page_or_summary(entry, number, listing, source, run, depth)

    def _page_or_summary(
        self, entry: Entry, number: int, listing: Listing, source: str, run: _Run, depth: int
    ) -> Found:
        is_lost = False
        for found in self._fetched(entry, entry.url or "", source, run, depth):
            is_lost = isinstance(found, Rejection)
            yield found
        if is_lost and entry.summary:
            yield page_of_entry(entry, number, listing, source)

    def _wanted(self, listing: Listing, source: str, run: _Run) -> set[str]:
        """The addresses to fetch: all, or where they are too many the newest."""
        whens = {e.url: e.published or e.updated or "" for e in listing.entries if e.url and not e.content}
        new = [url for url in whens if url not in run.seen]
        if len(new) <= run.left:
            return set(new)
        what = "lists" if listing.kind.of_listings else "pages"
        self.note(
            f"{source} names {len(new):,} {what}, of which {max(run.left, 0):,} are fetched, the newest first: --limit N for more."
        )
        return set(sorted(new, key=lambda url: whens[url], reverse=True)[: max(run.left, 0)])


def _kind(content: bytes) -> ListingKind | None:
    """What sort of list some bytes are, told by their beginning."""
    head = content[:_HEAD]
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(wbits=31).decompress(content, _HEAD)
        except zlib.error:
            return None
    # Markup is ASCII in every charset but the wide ones.
    text = decode(head) if head.startswith(_WIDE) or is_wide(head) else head.decode("latin-1").lstrip("ï»¿")
    return kind_of(text, is_cut=len(head) == _HEAD)


def listing_of(fetched: Fetched, source: str) -> Listing | None:
    """What was fetched, as a list; None where it is none.

    Raises:
        InputError: `entity_bomb damaged_feed`, or it cannot be unpacked.
    """
    kind = _kind(fetched.content)
    return None if kind is None else _listing(fetched, kind, source)


def _listing(fetched: Fetched, kind: ListingKind, source: str) -> Listing:
    text = decode(unpack(fetched.content, source), fetched.charset)
    return read_listing(text, kind, source, fetched.url or None)


def _page(fetched: Fetched, entry: Entry, address: str) -> RawPage:
    text = decode(unpack(fetched.content, address), fetched.charset)
    opened = open_text(text, address)
    return RawPage(opened.text, address, fetched.url, entry.published, entry.outlet, opened.place)


def _what_is_missing(source: str, count: int, short: int, bare: int) -> str:
    """One line on entries of which a feed holds a summary or the address only."""
    parts = []
    if short:
        parts.append(
            f"{short:,} of {count:,} entries {'is a summary' if short == 1 else 'are summaries'} only"
        )
    if bare:
        parts.append(f"{bare:,} of {count:,} {'is an address' if bare == 1 else 'are addresses'} only")
    return f"{source}: {', '.join(parts)}; --fetch gets their pages."


def _check_entries(listing: Listing, source: str, follow: bool) -> None:
    count = len(listing.entries)
    if not count:
        message = f"{source} is a {listing.kind.value} without entries: there is nothing to read."
        raise InputError("empty", source, message)
    if not follow and not any(_has_words(entry) for entry in listing.entries if listing.kind in _FEEDS):
        message = f"{source} is a {listing.kind.value} with {count:,} addresses and no text: add --fetch to get their pages."
        raise InputError("addresses_only", source, message)


_FEEDS = (ListingKind.FEED, ListingKind.JSON_FEED)


def _has_words(entry: Entry) -> bool:
    return bool(entry.content or entry.summary or entry.title)


def _rejection(error: InputError, source: str, content: bytes | None, place: str | None) -> Rejection:
    digest = hashlib.sha256(content).hexdigest() if content is not None else None
    return Rejection(source, error.code, error.message, digest, place or error.place)

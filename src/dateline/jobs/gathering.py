"""One visit to a feed: the list as it is now, and the pages of its new entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dateline.jobs.entries import entry_hash, remembered
from dateline.jobs.feeds import Asked, Feed
from dateline.model import InputError, RawPage, Rejection
from dateline.sources import Fetched, Follower, Validators, listing_of
from dateline.sources.feeds import Entry, Listing, ListingKind

_SILENT = frozenset({"unreachable", "fetch_timeout"})
_MOST_SILENT = 3
"""After so many pages in a row that got no answer the rest waits for the next round: each may take a minute."""
_LASTING = frozenset({"robots", "forbidden_address", "bad_address", "too_large"})
"""What another attempt would not change: the rejection is on record, and the summary is read."""


class FetchesSince(Protocol):
    """Whoever gets pages from the web, also only if they changed."""

    def fetch(self, address: str, *, since: Validators | None = None) -> Fetched:
        """The page of an address.

        Raises:
            InputError: it may not be fetched, or could not be.
        """


@dataclass(slots=True)
class Gathered:
    """What a visit brought: pages and rejections in the order of the feed, and the entries whose pages may be had another time. `asked` is None
    where the visit was broken off."""

    entries: int
    pages: list[RawPage | Rejection] = field(default_factory=list)
    lost: list[Entry] = field(default_factory=list)
    asked: Asked | None = None


def gather(feed: Feed, fetcher: FetchesSince, limit: int, should_stop: Callable[[], bool]) -> Gathered:
    """Fetches a feed and the pages of entries that are new or changed, `limit` at most.

    Raises:
        InputError: the feed cannot be fetched, or is none.
    """
    fetched = fetcher.fetch(feed.address, since=feed.validators)
    if fetched.is_unchanged:
        return Gathered(len(feed.entries), asked=Asked(feed.validators, feed.entries, None))
    listing = _listing(fetched, feed.address)
    return _Visit(feed, fetcher, listing, should_stop).run(fetched.validators, limit)


def page_again(entry: Entry, fetcher: FetchesSince, feed: str) -> RawPage:
    """The page of an entry that could not be had before.

    Raises:
        InputError: it still cannot be had.
    """
    for found in Follower(fetcher).from_entry(entry, 1, Listing(ListingKind.FEED, ()), feed):
        if isinstance(found, RawPage):
            return found
        raise InputError(found.code, found.source, found.message)
    raise InputError("empty", feed, f"{feed}: an entry without an address: leave it out.")


class _Visit:
    """The entries of a feed, one after the other."""

    def __init__(
        self, feed: Feed, fetcher: FetchesSince, listing: Listing, should_stop: Callable[[], bool]
    ) -> None:
        self._feed, self._listing, self._should_stop = feed, listing, should_stop
        self._follower = Follower(fetcher)
        self._hashes = [entry_hash(entry) for entry in listing.entries]
        self._gathered = Gathered(len(listing.entries))
        self._silent = 0

    def run(self, validators: Validators, limit: int) -> Gathered:
        known = set(self._feed.entries)
        fresh = [number for number, hash in enumerate(self._hashes) if hash not in known]
        seen_to = known & set(self._hashes)
        wanted = sorted(self._newest(fresh, limit))
        for number in wanted:
            if self._should_stop():
                return self._gathered
            if self._silent >= _MOST_SILENT:
                break
            self._take(number)
            seen_to.add(self._hashes[number])
        is_whole = seen_to.issuperset(self._hashes)
        now = [hash for hash in self._hashes if hash in seen_to]
        self._gathered.asked = Asked(
            validators if is_whole else Validators(), remembered(now, self._feed.entries), self._listing.title
        )
        return self._gathered

    def _newest(self, numbers: Sequence[int], limit: int) -> Sequence[int]:
        entries = self._listing.entries
        return sorted(
            numbers,
            key=lambda number: entries[number].published or entries[number].updated or "",
            reverse=True,
        )[:limit]

    def _take(self, number: int) -> None:
        entry = self._listing.entries[number]
        found = list(self._follower.from_entry(entry, number + 1, self._listing, self._feed.address))
        self._gathered.pages.extend(found)
        rejection = next((each for each in found if isinstance(each, Rejection)), None)
        self._silent = self._silent + 1 if rejection is not None and rejection.code in _SILENT else 0
        if rejection is not None and rejection.code not in _LASTING:
            self._gathered.lost.append(entry)


def _listing(fetched: Fetched, address: str) -> Listing:
    listing = listing_of(fetched, address)
    if listing is None:
        message = f"{address} is no feed: check the address in a browser."
        raise InputError("damaged_feed", address, message)
    if listing.kind.of_listings or listing.kind is ListingKind.ADDRESSES:
        message = f"{address} is a {listing.kind.value}, no feed: save it and give the file."
        raise InputError("damaged_feed", address, message)
    return listing

"""What a feed, a sitemap, an OPML file or a list of addresses says: entries in their order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ListingKind(StrEnum):
    """What sort of list an input is."""

    FEED = "feed"
    JSON_FEED = "JSON feed"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap index"
    OPML = "OPML file"
    ADDRESSES = "list of addresses"

    @property
    def of_listings(self) -> bool:
        """Whether its entries are lists themselves."""
        return self in (ListingKind.SITEMAP_INDEX, ListingKind.OPML)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: where the page is and what the list says of it.

    `published` and `updated` are ISO dates with the zone that they came with, if any. `content` is the whole text in HTML where
    the list holds it, `summary` what it holds otherwise, in HTML too. `outlet` is named only where the list says it of the entry
    (news sitemaps, `source` in RSS).
    """

    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    content: str | None = None
    summary: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that was read. `title` and `language` are its own."""

    kind: ListingKind
    entries: tuple[Entry, ...]
    title: str | None = None
    language: str | None = None

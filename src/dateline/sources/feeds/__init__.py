"""Feeds, sitemaps, OPML files and lists of addresses: told apart by content, read without fetching anything."""

from dateline.sources.feeds.entry_page import page_of_entry
from dateline.sources.feeds.kind import kind_of
from dateline.sources.feeds.listing import Entry, Listing, ListingKind
from dateline.sources.feeds.read import read_listing

__all__ = ["Entry", "Listing", "ListingKind", "kind_of", "page_of_entry", "read_listing"]

"""Reads a list of any kind: nothing is fetched, and nothing that can be read of a damaged one is lost."""

from __future__ import annotations

import re

from dateline.model import InputError
from dateline.sources.feeds.declarations import without_entities
from dateline.sources.feeds.json_feed import read_json_feed
from dateline.sources.feeds.kind import from_root
from dateline.sources.feeds.listing import Entry, Listing, ListingKind
from dateline.sources.feeds.opml import opml_entries
from dateline.sources.feeds.second_readers import repaired
from dateline.sources.feeds.sitemap import sitemap_entries
from dateline.sources.feeds.tree import Element, parse_tree
from dateline.sources.feeds.xml_entries import entries_of, heading_of

_OPENING = re.compile(r"<(?:[\w-]+:)?(?:item|entry)[\s>]", re.IGNORECASE)


def read_listing(text: str, kind: ListingKind, source: str, base: str | None = None) -> Listing:
    """The entries of a list. `base` is the address that it was fetched from, for links that are relative.

    Raises:
        InputError: `entity_bomb damaged_feed`.
    """
    if kind is ListingKind.ADDRESSES:
        return Listing(kind, tuple(_addresses(text)))
    if kind is ListingKind.JSON_FEED:
        return read_json_feed(text, source, base)
    plain = from_root(without_entities(text, source))
    root, is_sound = parse_tree(plain)
    if kind is ListingKind.FEED:
        return _feed(plain, root, is_sound, base)
    if root is None:
        message = f"{source} is a {kind.value} without anything that can be parsed: fetch or save it again."
        raise InputError("damaged_feed", source, message)
    return Listing(kind, opml_entries(root) if kind is ListingKind.OPML else sitemap_entries(root, base))


def _feed(text: str, root: Element | None, is_sound: bool, base: str | None) -> Listing:
    entries = entries_of(root, base) if root is not None else ()
    title, language = heading_of(root) if root is not None else (None, None)
    if not is_sound and len(entries) < len(_OPENING.findall(text)):
        others = repaired(text, base)
        entries = others if len(others) > len(entries) else entries
    return Listing(ListingKind.FEED, entries, title, language)


def _addresses(text: str) -> list[Entry]:
    lines = dict.fromkeys(line.strip() for line in text.lstrip("\ufeff").splitlines())
    return [Entry(line) for line in lines if line and not line.startswith("#")]

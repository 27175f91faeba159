"""OPML: the feeds that somebody follows, in folders of any depth."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.sources.feeds.listing import Entry
from dateline.sources.feeds.markup import plain
from dateline.sources.feeds.tree import Element, descendants


def opml_entries(root: Element) -> tuple[Entry, ...]:
    """The feeds of an OPML file, each once."""
    return tuple({entry.url: entry for entry in _entries(root)}.values())


def _entries(root: Element) -> Iterator[Entry]:
    for outline in descendants(root, "outline"):
        said = {key.lower(): value.strip() for key, value in outline.attrib.items()}
        address = said.get("xmlurl") or said.get("url") or ""
        if address.lower().startswith(("http://", "https://", "feed://")):
            yield Entry(
                address.replace("feed://", "http://", 1), plain(said.get("title") or said.get("text"))
            )

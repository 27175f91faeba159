"""Sitemaps: addresses with what they say of each page; those for news have its title, outlet and time."""

from __future__ import annotations

from dateline.sources.feeds.dates import iso_of
from dateline.sources.feeds.listing import Entry
from dateline.sources.feeds.markup import plain
from dateline.sources.feeds.tree import Element, children, descendants, text_in
from dateline.sources.feeds.web import web_address


def sitemap_entries(root: Element, base: str | None) -> tuple[Entry, ...]:
    """The addresses of a sitemap, or the sitemaps of an index."""
    found = [_entry(each, base) for name in ("url", "sitemap") for each in descendants(root, name)]
    return tuple(entry for entry in found if entry.url)


def _entry(element: Element, base: str | None) -> Entry:
    news = next(iter(children(element, "news")), None)
    place = _first(element, "loc")
    publication = None if news is None else next(iter(children(news, "publication")), None)
    return Entry(
        url=web_address(base, place),
        title=None if news is None else plain(_first(news, "title")),
        published=None if news is None else iso_of(_first(news, "publication_date")),
        updated=iso_of(_first(element, "lastmod")),
        outlet=None if publication is None else plain(_first(publication, "name")),
    )


def _first(element: Element, name: str) -> str | None:
    return next((text for each in children(element, name) if (text := text_in(each))), None)

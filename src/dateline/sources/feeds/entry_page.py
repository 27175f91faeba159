"""An entry of a feed as a page in HTML: its head says what the feed says."""

from __future__ import annotations

import html

from dateline.model import RawPage
from dateline.sources.feeds.listing import Entry, Listing


def page_of_entry(entry: Entry, number: int, listing: Listing, source: str) -> RawPage:
    """The page of an entry that holds content, a summary or at least a title; `place` says which it is, and that it is only a
    summary where the feed has no more."""
    what = f"entry {number}" if entry.content else f"entry {number}, summary only"
    when = entry.published or entry.updated
    return RawPage(_markup(entry, listing), source, entry.url, when, entry.outlet, what)


def _markup(entry: Entry, listing: Listing) -> str:
    title = html.escape(entry.title or "", quote=False)
    language = f' lang="{html.escape(listing.language)}"' if listing.language else ""
    heads = [f"<title>{title}</title>"] if title else []
    heads += [_meta("author", author) for author in entry.authors]
    heads += [_meta("og:site_name", name) for name in [entry.outlet or listing.title] if name]
    heading = f"<h1>{title}</h1>\n" if title else ""
    return (
        f'<!DOCTYPE html>\n<html{language}><head><meta charset="utf-8">{"".join(heads)}</head>\n'
        f"<body><article>\n{heading}{entry.content or entry.summary or ''}\n</article></body></html>\n"
    )


def _meta(name: str, value: str) -> str:
    key = "property" if name.startswith("og:") else "name"
    return f'<meta {key}="{name}" content="{html.escape(value)}">'

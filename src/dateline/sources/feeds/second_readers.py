"""Two libraries that are asked as well where the XML of a feed is damaged: each repairs otherwise, and more entries win."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dateline.sources.feeds.dates import iso_of
from dateline.sources.feeds.listing import Entry
from dateline.sources.feeds.markup import as_html, is_cut, is_whole, longer, plain
from dateline.sources.feeds.web import web_address

_MAX_FOR_SLOW = 1_000_000
"""Letters up to which the slow one is asked; it takes seconds for some megabytes."""


def repaired(text: str, base: str | None) -> tuple[Entry, ...]:
    """The entries that the better of the two finds in the XML of a feed, from which entities were taken before."""
    readers: list[Callable[[bytes], Any]] = [_fast]
    if len(text) <= _MAX_FOR_SLOW:
        readers.append(_slow)
    found = [tuple(_entries(reader, text.encode("utf-8"), base)) for reader in readers]
    return max(found, key=len)


def _fast(content: bytes) -> Any:
    from fastfeedparser import parse  # type: ignore[import-untyped]

    return parse(content, include_tags=False, include_media=False, include_enclosures=False)


def _slow(content: bytes) -> Any:
    from feedparser import parse  # type: ignore[import-untyped]

    return parse(
        content,
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
    )


def _entries(reader: Callable[[bytes], Any], content: bytes, base: str | None) -> Iterator[Entry]:
    try:
        feed = reader(content)
    except Exception:  # they meet damaged input only here, and raise whatever their parts raise
        return
    for each in feed.get("entries") or ():
        entry = _entry(each, base)
        if entry.url or entry.title or entry.content or entry.summary:
            yield entry


def _entry(found: Any, base: str | None) -> Entry:
    content = next(
        (as_html(part.get("value")) for part in found.get("content") or () if part.get("value")), None
    )
    summary = as_html(found.get("summary") or found.get("description"))
    if content and is_cut(content):
        summary = longer(content, summary)
        content = None
    if content is None and is_whole(summary):
        content, summary = summary, None
    author = plain(found.get("author"))
    return Entry(
        url=web_address(base, str(found.get("link") or "")),
        title=plain(found.get("title")),
        authors=(author,) if author else (),
        published=iso_of(found.get("published")),
        updated=iso_of(dict.get(found, "updated")),
        content=content,
        summary=summary,
    )

"""Entries of a JSON Feed (versions 1 and 1.1), which may leave out anything and hold values of any type."""

from __future__ import annotations

import json
from collections.abc import Iterator

from dateline.model import InputError
from dateline.sources.feeds.dates import iso_of
from dateline.sources.feeds.listing import Entry, Listing, ListingKind
from dateline.sources.feeds.markup import as_html, plain
from dateline.sources.feeds.web import is_web, web_address

_MAX_BROKEN = 5_000_000
_TRIES = 20


def read_json_feed(text: str, source: str, base: str | None) -> Listing:
    """The feed; one that breaks off gives the entries before that.

    Raises:
        InputError: `damaged_feed`.
    """
    feed = _value(text.lstrip("\ufeff \t\r\n"))
    if not isinstance(feed, dict):
        raise InputError(
            "damaged_feed", source, f"{source} is a JSON feed that cannot be parsed: fetch or save it again."
        )
    home = _text(feed, "home_page_url") or base
    items = feed.get("items")
    entries = [
        _entry(item, home) for item in (items if isinstance(items, list) else []) if isinstance(item, dict)
    ]
    seen = dict.fromkeys(
        entry for entry in entries if entry.url or entry.title or entry.content or entry.summary
    )
    return Listing(ListingKind.JSON_FEED, tuple(seen), plain(_text(feed, "title")), _text(feed, "language"))


def _entry(item: dict[str, object], home: str | None) -> Entry:
    given = _text(item, "id")
    address = _text(item, "url") or _text(item, "external_url") or (given if is_web(given) else None)
    return Entry(
        url=web_address(home, address),
        title=plain(_text(item, "title")),
        authors=tuple(dict.fromkeys(_authors(item))),
        published=iso_of(_text(item, "date_published")),
        updated=iso_of(_text(item, "date_modified")),
        content=as_html(_text(item, "content_html")) or as_html(_text(item, "content_text"), is_plain=True),
        summary=as_html(_text(item, "summary"), is_plain=True),
    )


def _authors(item: dict[str, object]) -> Iterator[str]:
    several = item.get("authors")
    for author in [*(several if isinstance(several, list) else []), item.get("author")]:
        name = plain(_text(author, "name")) if isinstance(author, dict) else None
        if name:
            yield name


def _text(record: dict[str, object], key: str) -> str | None:
    value = record.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _value(text: str) -> object:
    """The value; of a text that breaks off, what there is after closing it behind its last whole entry."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    end = text.rfind("}") if len(text) <= _MAX_BROKEN else -1
    for _ in range(_TRIES):
        if end < 0:
            return None
        try:
            return json.loads(text[: end + 1] + "]}", strict=False)
        except (ValueError, RecursionError):
            end = text.rfind("}", 0, end)
    return None

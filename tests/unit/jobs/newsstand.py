"""A site with feeds of invented news, and clocks that tests set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.sax.saxutils import escape

from tests.unit.sources.fetch.loopback import Site

PLACES = ("Osthaven", "Brask", "Lund", "Karsund", "Vinterby", "Holm", "Sandvik", "Nes", "Torp", "Elvdal")


class SetClock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.shows = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.shows

    def forward(self, **by: float) -> None:
        self.shows += timedelta(**by)


class Newsstand:
    """Feeds on a site; each entry has a page, or its text in the feed."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._items: dict[str, list[str]] = {}

    def address(self, feed: str) -> str:
        return f"{self.site.url}/{feed}.xml"

    def publish(self, feed: str, number: int, *, words: str = "opened", is_whole: bool = False) -> None:
        """A report on top of a feed."""
        path = f"/{feed}/{number}"
        place = PLACES[number % len(PLACES)]
        title = f"Ferry line {number} to {place} {words}"
        body = (
            f"<p>Transport minister Ole Rand {words} ferry line {number} to {place} on Tuesday.</p>"
            f'<p>"The boat to {place} was full before breakfast," he said in the {feed}.</p>'
        )
        day = f"2026-02-{number % 27 + 1:02}"
        text = f"<content:encoded>{escape(body)}</content:encoded>" if is_whole else ""
        self._items.setdefault(feed, []).insert(
            0,
            f"<item><title>{title}</title><link>{self.site.url}{path}</link><pubDate>{day}T08:00:00+00:00</pubDate>"
            f"<description>The minister {words} a ferry line to {place}, the {feed} says.</description>{text}</item>",
        )
        page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
        self.site.page(path, page.encode())
        self.print(feed)

    def change(self, feed: str, number: int, words: str) -> None:
        """Another version of a report, in its feed and on its page."""
        self._items[feed] = [item for item in self._items[feed] if f"/{feed}/{number}<" not in item]
        self.publish(feed, number, words=words)

    def print(self, feed: str, **headers: str) -> None:
        self.site.page(f"/{feed}.xml", self.text(feed), **headers)

    def text(self, feed: str) -> bytes:
        return (
            '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            f"<title>The {feed}</title>{''.join(self._items[feed])}</channel></rss>"
        ).encode()

    def asked(self, path: str) -> int:
        """How often a path was asked for."""
        return self.site.paths.count(path)

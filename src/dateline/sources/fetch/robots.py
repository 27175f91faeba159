"""What a site allows a program to fetch (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from dateline.model import InputError

_MAX_BYTES = 512_000


@dataclass(frozen=True, slots=True)
class Robots:
    """What one site says. `rules` is None where it has none, `is_closed` where it could not say."""

    rules: Protego | None
    is_closed: bool = False

    def allows(self, url: str, agent: str) -> bool:
        """Whether a page may be fetched."""
        if self.is_closed:
            return False
        return self.rules is None or bool(self.rules.can_fetch(url, agent))

    def delay(self, agent: str) -> float | None:
        """Seconds that the site wants between two requests."""
        asked = None if self.rules is None else self.rules.crawl_delay(agent)
        return float(asked) if asked is not None and asked >= 0 else None


class RobotsOfSites:
    """The robots.txt of each site, asked for once. `get` gives status and body of an address, redirects followed."""

    def __init__(self, get: Callable[[str], tuple[int, bytes]]) -> None:
        self._get = get
        self._known: dict[str, Robots | InputError] = {}

    def of(self, url: httpx.URL) -> Robots:
        """Without a robots.txt (any 4xx) all is allowed; with a server in trouble (5xx) nothing is.

        Raises:
            InputError: it could not be fetched; a site that does not answer is not asked for its other pages.
        """
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if site not in self._known:
            try:
                self._known[site] = _robots(*self._get(f"{site}/robots.txt"))
            except InputError as error:
                self._known[site] = error
        known = self._known[site]
        if isinstance(known, InputError):
            raise known
        return known


def _robots(status: int, body: bytes) -> Robots:
    if 200 <= status < 300:
        return Robots(Protego.parse(body[:_MAX_BYTES].decode("utf-8", "replace")))
    return Robots(None, is_closed=not 300 <= status < 500 or status == 429)

"""An answer of a server, read to its end."""

from __future__ import annotations

from dataclasses import dataclass

import httpx


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, head and body; the body as it came over the line."""

    url: httpx.URL
    status: int
    headers: httpx.Headers
    response: httpx.Response
    raw: bytes

    @property
    def redirect(self) -> str | None:
        """Where the answer sends to, if it does."""
        return self.headers.get("location") if self.status in (301, 302, 303, 307, 308) else None

    @property
    def from_cache(self) -> bool:
        return bool(self.response.extensions.get("caching", {}).get("from_cache"))

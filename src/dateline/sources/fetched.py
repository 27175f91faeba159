"""What came back from an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server tells whether something has changed since: `ETag` and `Last-Modified` of its answer."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: `url` is where the redirects ended, `content` the body unpacked, `charset` what the header says of it.
    `is_unchanged` says that it is what was fetched before, and has no content."""

    url: str
    content: bytes
    charset: str | None = None
    media_type: str | None = None
    from_cache: bool = False
    validators: Validators = Validators()
    is_unchanged: bool = False


class Fetches(Protocol):
    """Whoever gets pages from the web for the rest of the package."""

    def fetch(self, address: str) -> Fetched:
        """The page of an address.

        Raises:
            InputError: it may not be fetched, or could not be.
        """

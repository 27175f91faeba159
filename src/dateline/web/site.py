"""What the pages are served from: a collection, how to write to it, who may come."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from dateline.model import CollectionError
from dateline.store import Collection

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Site:
    """A collection and the terms on which it is served.

    `hosts` are the names under which it may be asked for; `token` is what anyone has to show, where there is one.
    For `patience` seconds what others write to the collection may go unseen, so that many readers cost little while pages come in.
    """

    collection: Collection
    hosts: frozenset[str] = LOOPBACK
    token: str | None = None
    patience: float = 0.0


def said_of(request: Request, error: CollectionError) -> str:
    """The message of an error, without the place on the disk, which is nothing for those who ask from elsewhere."""
    place = site_of(request).collection.place
    return error.message.replace(f" -c {place}", "").replace(place, "The collection")


def site_of(request: Request) -> Site:
    """The site that a request came to."""
    found: Site = request.app.state.site
    return found

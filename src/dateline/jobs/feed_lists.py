"""What somebody wants to follow: addresses of feeds, OPML files, lists of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.model import InputError
from dateline.sources import Fetched, is_address, listing_of
from dateline.sources.feeds import ListingKind
from dateline.sources.one_page import opened_file

_MOST_BYTES = 20_000_000
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """A feed to follow, with its title where it is known."""

    address: str
    title: str | None = None


def feeds_in(given: Iterable[str]) -> list[Wanted]:
    """The feeds that addresses and files name, each once, as it is named first.

    Raises:
        InputError: a file cannot be read, or lists no feeds.
    """
    found: dict[str, Wanted] = {}
    for each in given:
        for wanted in _feeds(each):
            found.setdefault(wanted.address, wanted)
    return list(found.values())


def _feeds(given: str) -> Iterator[Wanted]:
    if is_address(given):
        yield Wanted(_http(given))
        return
    with opened_file(Path(given)) as file:
        content = file.read(_MOST_BYTES)
    listing = listing_of(Fetched("", content), given)
    if listing is None or listing.kind not in (ListingKind.OPML, ListingKind.ADDRESSES):
        message = f"{given} lists no feeds: give an OPML file, a file with an address a line, or an address."
        raise InputError("damaged_feed", given, message)
    for entry in listing.entries:
        if entry.url and is_address(entry.url):
            yield Wanted(_http(entry.url), entry.title)


def _http(address: str) -> str:
    if len(address) > _LONGEST:
        shown = f"{address[:80]}..."
        raise InputError(
            "bad_address", shown, f"{shown} has more than {_LONGEST:,} letters: check the address."
        )
    return re.sub(r"(?i)^feed://", "http://", address.strip())

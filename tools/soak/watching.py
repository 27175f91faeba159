"""Run as a program: one round over feeds on this machine: `python -m tools.soak.watching PLACE ADDRESS...`."""

from __future__ import annotations

import sys

import dateline
from dateline.jobs import HowToRead, Wanted, Watch, follow
from dateline.sources.fetch import Allow, Fetcher, Retries


def fetching() -> Fetcher:
    """A fetcher that may ask this machine, and asks once."""
    return Fetcher(allow=Allow(loopback=True), delay=0.0, retries=Retries(1))


def main(place: str, addresses: list[str]) -> None:
    """Follows the feeds, and asks those that are due."""
    with dateline.open(place) as collection:
        follow(collection, [Wanted(address) for address in addresses])
        Watch(collection, fetching, HowToRead(workers=0, tier="fast")).once()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])

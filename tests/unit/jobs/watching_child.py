"""Run as a program: one round over feeds, whose pages were read before; kills itself at one moment (a statement to the database, or a
request) where one is given, and says how many moments there were.

python watching_child.py PLACE READINGS MOMENT ADDRESS...
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import event

import dateline.store.ingest.adding
from dateline.jobs import HowToRead, Wanted, Watch, follow
from dateline.sources import Fetched, Validators
from dateline.sources.fetch import Allow, Fetcher, Retries
from dateline.store import Collection, open_collection
from tests.unit.store.killed_child import Kept


class Moments:
    """Counts, and ends this process without a word at the moment that was asked for."""

    def __init__(self, last: int) -> None:
        self.count, self._last = 0, last

    def one_more(self, *_: object) -> None:
        self.count += 1
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


class CountedFetcher(Fetcher):
    """A fetcher of which each request is a moment."""

    moments: Moments

    def fetch(self, address: str, *, since: Validators | None = None) -> Fetched:
        self.moments.one_more()
        return super().fetch(address, since=since)


def one_round(collection: Collection, moments: Moments, addresses: list[str]) -> None:
    """Follows the feeds and asks each once; two pages to a batch."""
    dateline.store.ingest.adding._PAGES = 2
    event.listen(collection.holdings.database.engine, "before_cursor_execute", moments.one_more)

    def fetching() -> CountedFetcher:
        fetcher = CountedFetcher(allow=Allow(loopback=True), delay=0.0, retries=Retries(1))
        fetcher.moments = moments
        return fetcher

    follow(collection, [Wanted(address) for address in addresses])
    Watch(collection, fetching, HowToRead(workers=0, tier="fast")).once()


def main() -> None:
    """As the words of the command line say."""
    place, readings, last, *addresses = sys.argv[1:]
    moments = Moments(int(last))
    with open_collection(place, read_many=Kept(Path(readings))) as collection:
        one_round(collection, moments, addresses)
    sys.stdout.write(str(moments.count))


if __name__ == "__main__":
    main()

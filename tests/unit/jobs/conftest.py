"""A site with feeds, and a watch over it with a clock that tests set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest

from dateline.jobs import HowToRead, Wanted, Watch, follow
from dateline.sources.fetch import Allow, Fetcher, Limits, Retries
from dateline.store import Collection
from tests.unit.jobs.newsstand import Newsstand, SetClock
from tests.unit.sources.fetch.loopback import serving


def fetching() -> Fetcher:
    """Asks this machine, at once and with short patience."""
    return Fetcher(
        allow=Allow(loopback=True), delay=0.0, retries=Retries(1), limits=Limits(1.0, 0.5, 2.0, 100_000)
    )


@pytest.fixture
def stand() -> Iterator[Newsstand]:
    with serving() as site:
        yield Newsstand(site)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


Watching = Callable[..., Watch]


@pytest.fixture
def watching(stand: Newsstand, clock: SetClock) -> Watching:
    """Makes a watch of a collection over feeds of the stand; `news` of it is the list of what it tells."""

    def make(collection: Collection, *feeds: str, limit: int = 100, **settings: Any) -> Watch:
        follow(collection, [Wanted(stand.address(feed)) for feed in feeds], clock=clock)
        news: list[Any] = []
        how = HowToRead(workers=0, tier="fast", limit=limit)
        made = {"clock": clock, "random": Random(5), "told": news.append, **settings}
        return Watch(collection, fetching, how, **made)

    return make

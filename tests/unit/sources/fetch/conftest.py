from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from dateline.sources.fetch import Allow, Fetcher, Limits, Retries
from tests.unit.sources.fetch.loopback import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def fetcher() -> Iterator[Callable[..., Fetcher]]:
    """Makes fetchers that may ask this machine, at once and with short patience."""
    made: list[Fetcher] = []

    def make(**settings: Any) -> Fetcher:
        quick = {"delay": 0.0, "retries": Retries(3, 0.01, 1.0), "limits": Limits(1.0, 0.5, 2.0, 100_000)}
        made.append(Fetcher(**{"allow": Allow(loopback=True), **quick, **settings}))
        return made[-1]

    yield make
    for each in made:
        each.close()

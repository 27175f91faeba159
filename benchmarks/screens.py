"""What each page of `dateline serve` costs in a large collection: `python -m benchmarks.screens FOLDER [PAGES]` makes the collection where it is not
there yet, asks for every address of `addresses`, prints those that cost most and a line of JSON.

A number is the processor time of an answer that was not kept, in a server that has answered others before. What comes near to what may be
is asked three times, and the median counts.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.addresses import addresses
from benchmarks.shown_collection import PAGES, made_once

MOST_MS, AGAIN, SLOWEST = 200.0, 2, 40
_NEAR = 0.75
_GOOD = (200, 301, 303)


@dataclass(frozen=True, slots=True)
class Answered:
    """What an address cost, and what came."""

    address: str
    ms: float
    status: int
    bytes: int

    @property
    def words(self) -> str:
        """As a line of a table."""
        return f"{self.ms:8.1f} ms {self.status} {self.bytes:9,d} {self.address}"

    @property
    def screen(self) -> str:
        """The first part of its address without a format."""
        return self.address.split("?")[0].strip("/").split("/")[0].split(".")[0]


def measured(folder: Path, pages: int = PAGES, begins: str = "/") -> list[Answered]:
    """All addresses that begin so, the dearest first."""
    from starlette.testclient import TestClient

    import dateline
    from dateline.web import Site, web_app

    made_once(folder, pages)
    with dateline.open(folder) as collection:
        wanted = list(dict.fromkeys(one for one in addresses(collection) if one.startswith(begins)))
        with TestClient(
            web_app(Site(collection)), base_url="http://localhost", follow_redirects=False
        ) as client:
            ask = _asking(client)
            for _ in map(ask, _first_of_each(wanted)):
                pass
            found = []
            for address in wanted:
                found.append(one := _answered(ask, address))
                if one.ms > MOST_MS or one.status not in _GOOD:
                    print(one.words, file=sys.stderr, flush=True)
    return sorted(found, key=lambda one: -one.ms)


def _asking(client: Any) -> Callable[[str], Answered]:
    """Asks as a reader who never came before, so that no answer is kept for him."""
    rounds = iter(range(1 << 30))

    def ask(address: str) -> Answered:
        begun = time.process_time()
        answer = client.get(address, headers={"cookie": f"round={next(rounds)}"})
        spent = 1000 * (time.process_time() - begun)
        return Answered(address, spent, answer.status_code, len(answer.content))

    return ask


def _first_of_each(wanted: list[str]) -> Iterator[str]:
    """An address of each screen, view and format: what is loaded once is loaded before."""
    yield from {
        one.split("?")[0].split(":")[0] + one.partition("view=")[2][:4]: one for one in reversed(wanted)
    }.values()


def _answered(ask: Callable[[str], Answered], address: str) -> Answered:
    first = ask(address)
    if first.ms < _NEAR * MOST_MS:
        return first
    found = sorted([first, *(ask(address) for _ in range(AGAIN))], key=lambda one: one.ms)
    return found[len(found) // 2]


def numbers(found: list[Answered]) -> dict[str, float]:
    """The dearest page of each screen, how many there are and how many are too dear, or wrong."""
    screens: dict[str, float] = {}
    for one in found:
        screens.setdefault(f"{one.screen}_ms", round(one.ms, 1))
    wrong = [one for one in found if one.status not in _GOOD]
    dear = [one for one in found if one.ms > MOST_MS]
    middle = round(statistics.median(one.ms for one in found), 1)
    return {
        "pages": len(found),
        "too_dear": len(dear),
        "wrong": len(wrong),
        "median_ms": middle,
        **dict(sorted(screens.items())),
    }


def main(arguments: list[str]) -> None:
    found = measured(Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else PAGES, *arguments[2:])
    print("The dearest:", *(one.words for one in found[:SLOWEST]), sep="\n", file=sys.stderr)
    print(json.dumps(numbers(found)))


if __name__ == "__main__":
    main(sys.argv[1:])

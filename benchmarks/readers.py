"""`python -m benchmarks.readers`: many readers of the web pages at once, while pages come in: lists, searches, stories, pages with what was read in
them, events and actors. What the desk tells of the moment is left out: it is for one.

Needs `wrk` (a package of Debian). The collection of `shown_collection` is made in the folder that is given, once: 100,000 pages take some ten minutes.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import dateline
from benchmarks.shown_collection import made_once
from dateline.model import RawPage

_LISTS = (
    "/stories", "/stories?status=denied", "/stories?root=CONSULT&country=CHN", "/stories?min_independent=2",
    "/stories?from=2022-03-01&to=2022-03-31", "/stories?sort=independent", "/explore?view=table", "/explore?view=table&actor=Q3",
    "/explore?view=net", "/explore?view=time", "/actors", "/actors?q=ba", "/statements", "/statements?about=boats", "/events",
    "/events?actor=Q0", "/actor/Q0", "/actor/KEN", "/search?q=minister", "/search?q=bridge+killed", "/search?q=actor:Q0", "/desk",
    "/api/v1/events?limit=50", "/api/v1/stories?limit=50", "/settings", "/keys",
)  # fmt: skip
_SHOWN = 12
"""Stories and articles that are read, twice as many as events."""
_SCRIPT = """
local addresses = {%s}
local at = 0
request = function()
  at = at %% #addresses + 1
  return wrk.format("GET", addresses[at], {["Accept-Encoding"] = "gzip"})
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('{"requests": %%d, "errors": %%d, "refused": %%d, "p50_ms": %%.1f, "p95_ms": %%.1f, "p99_ms": %%.1f, "max_ms": %%.1f}\\n', summary.requests,
    e.connect + e.read + e.write + e.timeout, e.status, latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
"""


def main() -> None:
    made = argparse.ArgumentParser(prog="python -m benchmarks.readers", description=__doc__)
    made.add_argument("folder", type=Path)
    made.add_argument("--pages", type=int, default=100_000)
    made.add_argument("--readers", type=int, default=200)
    made.add_argument("--seconds", type=int, default=60)
    made.add_argument("--quiet", action="store_true", help="without pages that come in")
    given = made.parse_args()
    made_once(given.folder, given.pages)
    mix = [*_LISTS, *shown(given.folder)]
    with served(given.folder) as address, coming_in(given.folder, not given.quiet) as counts:
        found = asked(address, mix, given.readers, given.seconds)
    print(json.dumps(found | {"addresses": len(mix), "pages_that_came_in": sum(counts)}))


def shown(folder: Path, most: int = _SHOWN) -> list[str]:
    """Addresses of stories, of articles with what one reports, and of events: some of the newest."""
    with dateline.open(folder) as collection:
        stories = [row.id for row in collection.stories().limit(most)]
        reports = list(collection.reports(story=stories).limit(20 * most))[::20]
    articles = [f"/a/{row.article}?ev={row.id}" for row in reports]
    return [*(f"/s/{id}" for id in stories), *articles, *(f"/e/{row.event}" for row in reports[::2])]


def asked(address: str, mix: Sequence[str], readers: int, seconds: int) -> dict[str, float]:
    """What so many readers, each with the next question as soon as the last is answered, were told, and after how long.
    One reader has come before them and has asked everything once."""
    for one in mix:
        urlopen(Request(address.rstrip("/") + one, headers={"Accept-Encoding": "gzip"}), timeout=60).read()
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_SCRIPT % ", ".join(f'"{one}"' for one in mix))
        script.flush()
        words = [
            "wrk",
            "-t1",
            f"-c{readers}",
            f"-d{seconds}s",
            "--timeout",
            "10s",
            "-s",
            script.name,
            address,
        ]
        told = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(told.strip().splitlines()[-1])
    return found


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of a collection."""
    words = [sys.executable, "-m", "dateline", "serve", "-c", str(folder), "--port", "0"]
    server = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    try:
        yield next(found[0] for line in server.stderr if (found := re.search(r"http://[\w.:]+", line)))
    finally:
        server.terminate()
        server.wait(30)


@contextmanager
def coming_in(folder: Path, comes: bool) -> Iterator[list[int]]:
    """Pages come in one by one until it is over; gives how many."""
    counts: list[int] = []
    over = threading.Event()

    def write() -> None:
        with dateline.open(folder) as collection:
            number = int(time.time() * 10)  # others than in an earlier run
            while not over.wait(1.0):
                number += 1
                text = f"Kenya and Uganda talk\n\n12 March 2031\n\nKenyan minister number {number} met Ugandan officials in Kampala on Tuesday.\n"
                counts.append(
                    collection.add(
                        [RawPage(text, f"{number}", f"https://e.example/{number}", None, "E")], workers=0
                    ).new
                )

    writer = threading.Thread(target=write)
    if comes:
        writer.start()
    try:
        yield counts
    finally:
        over.set()
        if comes:
            writer.join()


if __name__ == "__main__":
    main()

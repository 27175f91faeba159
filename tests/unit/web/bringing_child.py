"""A server that takes pages in, reads some of them and then none: run as a process, to be killed while it reads.

python -m tests.unit.web.bringing_child COLLECTION FILE...
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from starlette.testclient import TestClient

from dateline.api import read_many
from dateline.model import RawPage, Reading, Rejection
from dateline.store import open_collection
from dateline.web import Site, web_app

_LONGER_THAN_A_BATCH = 4.5


def then_stuck(
    sources: Iterable[RawPage], *, workers: int | None, tier: str
) -> Iterator[Reading | Rejection]:
    """Reads two pages, slowly enough that they are written, and never comes to the third."""
    for number, page in enumerate(sources):
        if number == 2:
            time.sleep(600)
        time.sleep(_LONGER_THAN_A_BATCH if number == 1 else 0)
        yield from read_many([page], workers=0, tier=tier)


def main(place: str, *paths: str) -> None:
    with (
        open_collection(place, read_many=then_stuck) as collection,
        TestClient(web_app(Site(collection)), base_url="http://localhost", follow_redirects=False) as client,
    ):
        sent = [("file", (Path(path).name, Path(path).read_bytes())) for path in paths]
        sys.stdout.write(client.post("/pages", files=sent).headers["location"] + "\n")
        sys.stdout.flush()
        time.sleep(600)


if __name__ == "__main__":
    main(*sys.argv[1:])

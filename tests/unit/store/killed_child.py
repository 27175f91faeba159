"""Run as a program: adds pages whose readings lie in a file, and kills itself at one statement to the database.

python killed_child.py PLACE READINGS STATEMENT
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import event

from dateline.model import RawPage, Reading
from dateline.store import Collection, open_collection
from dateline.store.raw import hash_of, packed

PAGES = sorted(
    path
    for path in (Path(__file__).resolve().parents[3] / "examples" / "newsroom").iterdir()
    if path.suffix in {".html", ".txt"}
)


class Kept:
    """Readings from a file: a line for each, the hash of its page before it."""

    def __init__(self, path: Path) -> None:
        lines = path.read_text(encoding="utf-8").splitlines()
        self._lines = dict(line.split("\t", 1) for line in lines)

    def __call__(self, sources: Iterable[RawPage], *, workers: int | None, tier: str) -> Iterator[Reading]:
        for page in sources:
            yield Reading.from_json(self._lines[hash_of(packed(page))])


def add_singly(collection: Collection) -> None:
    """Adds the newsroom, three pages to a batch."""
    for start in range(0, len(PAGES), 3):
        collection.add(PAGES[start : start + 3])


def main() -> None:
    """Adds all pages; ends by itself, without a word, at the statement that was asked for."""
    place, readings, last = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    count = 0
    with open_collection(place, read_many=Kept(readings)) as collection:

        @event.listens_for(collection._holdings.database.engine, "before_cursor_execute")
        def counted(*_: object) -> None:
            nonlocal count
            count += 1
            if count == last:
                os.kill(os.getpid(), signal.SIGKILL)

        add_singly(collection)
    sys.stdout.write(str(count))


if __name__ == "__main__":
    main()

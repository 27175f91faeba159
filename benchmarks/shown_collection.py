"""A large collection with pages that can be shown: invented rows, and over them pages of an invented crawl that are read as any others,
grouped and told, so that the first of every list lead to articles and stories. `python -m benchmarks.shown_collection FOLDER [PAGES]` makes it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import dateline
from benchmarks.invented_collection import filled
from benchmarks.invented_crawl import pages as crawled
from dateline.model import RawPage

PAGES, SHOWN = 100_000, 2_000


def made_once(folder: Path, pages: int = PAGES) -> None:
    """Makes the collection in a folder where there is none yet: some seven minutes for 100,000 pages."""
    if (folder / "collection.sqlite").exists():
        return
    dateline.open(folder).close()
    filled(f"sqlite:///{folder}/collection.sqlite", pages - SHOWN)[0].dispose()
    with dateline.open(folder) as collection:
        collection.add(
            [RawPage(page.html, page.url, page.url) for page in crawled(SHOWN)], workers=0, tier="fast"
        )


if __name__ == "__main__":
    made_once(Path(sys.argv[1]), *map(int, sys.argv[2:]))

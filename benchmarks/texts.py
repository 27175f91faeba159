"""The pages to read: two full reports and text dumps of news pages where the labelled sets are, else the example newsroom.

`python -m benchmarks.texts FILE` writes them as JSON lines. It is a program of its own so that the one that measures memory
never holds the sets.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.bench import ROOT, first_by_hash, load_file, shared_folder

PAGES = 48
NEWS = ("aeb", "naeb")
"""Sources of dumps that are news, and mostly English."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as decoded text. `seed` marks the two full reports."""

    id: str
    text: str
    seed: bool = False


def pages() -> Iterator[Page]:
    """Seeds first, then dumps chosen by the hash of their ids; or all example pages, the first two in the seeds' place."""
    shared = shared_folder()
    if (shared / "tools/datasets.py").exists() and (shared / "data").exists():
        for path in sorted((shared / "data/seeds").glob("*.txt")):
            yield Page(path.name, path.read_bytes().decode("utf-8"), seed=True)
        datasets = load_file(shared / "tools/datasets.py")
        news = [page for page in datasets.lines_dev(shared / "data") if page.source in NEWS]
        for page in first_by_hash(news, lambda page: str(page.id), PAGES, "benchmarks"):
            yield Page(page.id, page.text)
        return
    files = sorted(p for p in (ROOT / "examples/newsroom").rglob("*") if p.suffix in (".txt", ".html"))
    for number, path in enumerate(files):
        yield Page(path.name, path.read_bytes().decode("utf-8", "replace"), seed=number < 2)


def read_pages(path: Path) -> list[Page]:
    """Pages of a file that this program wrote."""
    with path.open(encoding="utf-8") as lines:
        return [Page(**json.loads(line)) for line in lines]


def write_pages(path: Path, found: list[Page]) -> None:
    """One JSON line a page."""
    lines = [json.dumps({"id": p.id, "text": p.text, "seed": p.seed}) for p in found]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]), list(pages()))

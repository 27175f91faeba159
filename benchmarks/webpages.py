"""HTML pages to read: those of the labelled sets that are English, chosen by the hash of their ids, else the example newsroom.

`python -m benchmarks.webpages FILE` writes them as JSON lines; a page that cannot be read, or is in another language, is left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluation.bench import ROOT, first_by_hash, load_file, shared_folder

PAGES = 112
WARMING = 16
"""Pages on which everybody warms up: they are in no round."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page as it was fetched, decoded, with its address."""

    id: str
    html: str
    url: str | None


def fetched() -> Iterator[WebPage]:
    """Pages of the sets, in an order that their ids give; or the example pages."""
    shared = shared_folder()
    if (shared / "tools/datasets.py").exists() and (shared / "data").exists():
        sets = load_file(shared / "tools/datasets.py")
        found = [page for part in (sets.aeb, sets.naeb, sets.funduspub) for page in part(shared / "data")]
        for page in first_by_hash(found, lambda page: str(page.id), 3 * PAGES, "chain"):
            yield WebPage(page.id, page.html.decode("utf-8", "replace"), page.url)
        return
    for path in sorted((ROOT / "examples/newsroom").rglob("*.html")):
        yield WebPage(path.name, path.read_text(encoding="utf-8"), None)


def english(pages: Iterator[WebPage]) -> Iterator[WebPage]:
    """Those that Dateline calls English and finds a body on."""
    import dateline

    for page in pages:
        try:
            article = dateline.clean(page.html, url=page.url)
        except dateline.model.InputError:
            continue
        if article.language == "en" and article.spans_of(dateline.model.BlockKind.BODY):
            yield page


def read_webpages(path: Path) -> list[WebPage]:
    """Pages of a file that this program wrote."""
    with path.open(encoding="utf-8") as lines:
        return [WebPage(**json.loads(line)) for line in lines]


def main(path: Path) -> None:
    """As many English pages as are wanted."""
    with path.open("w", encoding="utf-8") as lines:
        for _, page in zip(range(PAGES), english(fetched()), strict=False):
            lines.write(json.dumps(asdict(page)) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

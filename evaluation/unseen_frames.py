"""Which event frames never fire in the development news: `python -m evaluation.unseen_frames` writes `frames_unseen.csv`.

A frame fires where its conditions hold in a sentence, whether or not that gives an event. A frame that never fires rests on its example
alone. The list has ids of frames, no words of a page.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dateline import api
from dateline.events import EventCoder, read_frames
from dateline.events.coder import Matches
from dateline.model import InputError, Mentions, Parse
from dateline.ontology import Ontology
from dateline.reading import Resources, read
from dateline.sources import page_of
from evaluation.bench import Bench, progress, shared_folder
from evaluation.readings import Document

UNSEEN = Path(__file__).parent / "frames_unseen.csv"


class NotingCoder(EventCoder):
    """A coder that notes the ids of the frames that fire."""

    def __init__(self, ontology: Ontology) -> None:
        super().__init__(ontology)
        self.fired: set[str] = set()

    def matches(self, text: str, parse: Parse, mentions: Mentions) -> Matches:
        """What fires, noted."""
        found = super().matches(text, parse, mentions)
        self.fired.update(frame.id for _, frame in found)
        return found


def development_news(bench: Bench) -> Iterator[Document]:
    """BASIL, NewsWCL50, ECB+ and PolNeAR, as far as they are here."""
    for name in ("basil", "newswcl50", "ecb"):
        for found in getattr(bench.datasets, name)(bench.data):
            yield Document(found.id, found.text, found.date)
    for split in ("train", "dev"):
        yield from (Document(a.id, a.text) for a in bench.datasets.polnear(split, bench.data))


def unseen_frames(documents: Sequence[Document], resources: Resources) -> list[str]:
    """Ids of the packaged frames that fire in none of the documents, sorted."""
    coder = NotingCoder(resources.ontology)
    noting = replace(resources, coder=coder)
    for document in progress(documents, "frames"):
        try:
            read(page_of(document.text, published=document.published), noting, tier="fast")
        except InputError as error:
            print(f"{document.id}: not read: {error}", file=sys.stderr)
    return sorted(f.id for f in read_frames(resources.ontology) if not f.is_own and f.id not in coder.fired)


def write(path: Path, frames: Iterable[str]) -> None:
    """One id a line, under a heading."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerows([["frame"], *([frame] for frame in frames)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 written (or no sets here)."""
    made = argparse.ArgumentParser(
        prog="python -m evaluation.unseen_frames", description=(__doc__ or "").split("\n\n")[0]
    )
    made.add_argument("--out", type=Path, default=UNSEEN, help=f"the file to write (default: {UNSEEN.name})")
    made.add_argument("--data", type=Path, default=shared_folder() / "data", help="the sets")
    made.add_argument("--tools", type=Path, default=shared_folder() / "tools", help="the rulers")
    given = made.parse_args(arguments)
    if not given.data.exists() or not given.tools.exists():
        print("unseen frames skipped: no labelled sets here (set DATELINE_SHARED)")
        return 0
    resources = api.resources()
    documents = list(development_news(Bench(given.data.resolve(), given.tools.resolve())))
    found = unseen_frames(documents, resources)
    write(given.out, found)
    frames = sum(not frame.is_own for frame in read_frames(resources.ontology))
    print(f"{len(found)} of {frames} frames fire in none of {len(documents)} documents; see {given.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

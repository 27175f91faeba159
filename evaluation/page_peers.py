"""Other readers of HTML pages: their bodies on the same pages in the same run, and how long they took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.bench import Bench, progress
from evaluation.peers import Part, Peer
from evaluation.versions import versions

Extract = Callable[[bytes], str | None]


@dataclass(frozen=True, slots=True)
class Extracted:
    """Bodies of pages by one reader, in their order, and the CPU-seconds that it took for all."""

    name: str
    bodies: tuple[str, ...]
    seconds: float

    def peer(self, bench: Bench, metric: str, pages: Sequence[Any]) -> Peer:
        """Its page F1, to stand beside a number of ours."""
        pairs = [(page.body, body) for page, body in zip(pages, self.bodies, strict=True)]
        return Peer(metric, bench.metrics.page_f1(pairs).f, self.name, Part.SAME)


def extract(pages: Sequence[Any], what: str) -> Iterator[Extracted]:
    """All readers that are installed over all pages."""
    known: dict[str, tuple[str, Extract]] = {
        "trafilatura": ("favor_precision", _by_trafilatura),
        "resiliparse": ("main content", _by_resiliparse),
    }
    for name, version in versions(*known).items():
        how, read = known[name]
        read(b"<html><body><p>A first page, so that nothing is loaded while time is taken.</p></body></html>")
        start = time.process_time()
        bodies = tuple(_safely(read, page.html) for page in progress(pages, f"{name} {what}"))
        yield Extracted(f"{name} {version} {how}", bodies, time.process_time() - start)


def _safely(read: Extract, page: bytes) -> str:
    """What a peer finds; nothing where it fails."""
    try:
        return read(page) or ""
    except Exception:  # a page that a peer cannot read counts as nothing found, as for ours
        return ""


def _by_trafilatura(page: bytes) -> str | None:
    from trafilatura import extract as extract_body

    body: str | None = extract_body(page, favor_precision=True, include_comments=False)
    return body


def _by_resiliparse(page: bytes) -> str | None:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    text = bytes_to_str(page, detect_encoding(page))
    body: str = extract_plain_text(text, main_content=True, preserve_formatting=True)
    return body

"""A crawl as a stream: `python -m benchmarks.archives make FILE NUMBER`, `... speed FILE` and `... stream FILE`.

`make` writes a WARC.gz of invented pages, a member a record, with a request before each answer as crawlers have it. `speed` prints, as a
JSON line, how quickly its pages come out of `load_pages` (decoded, checked, each a `RawPage`) beside fastwarc, which gives the
bytes of the same answers, in turn in one process. `stream` takes them once and prints how many there were; its peak is measured from outside.
"""

from __future__ import annotations

import json
import random
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROUNDS = 3
PAGES = 100
SIZE = 57_000
"""Bytes of an invented page, as those of the news sites of a crawl have."""


def make(path: Path, number: int) -> None:
    """The crawl. The words of its pages are drawn by a fixed seed and repeat like those of a site: menus, classes, a few sentences."""
    chance = random.Random("archives")
    words = ["".join(chance.choices("abcdefghilmnoprstu", k=chance.randint(2, 9))) for _ in range(3_000)]
    pages = [_page(chance, words) for _ in range(PAGES)]
    with path.open("wb") as file:
        for count in range(number):
            url = f"https://news{count % 50}.example/{count}"
            body = pages[count % PAGES]
            head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Number: {count}\r\n\r\n".encode()
            file.write(
                _record("request", url, f"GET /{count} HTTP/1.1\r\nHost: news.example\r\n\r\n".encode(), 6)
            )
            file.write(_record("response", url, head + body, 1))


def _page(chance: random.Random, words: list[str]) -> bytes:
    menu = "".join(f'<li class="menu-item"><a href="/{word}">{word}</a></li>\n' for word in words[:60])
    parts, size = [f"<!DOCTYPE html><html><head><title>{words[0]}</title></head><body><ul>{menu}</ul>"], 0
    while size < SIZE:
        sentence = " ".join(chance.choices(words, k=25))
        parts.append(f'<p class="story-body__text paragraph">{sentence}.</p>\n<div class="ad-slot"></div>\n')
        size += len(parts[-1])
    return ("".join(parts) + "</body></html>").encode()


def _record(kind: str, url: str, block: bytes, level: int) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{zlib.crc32((kind + url).encode()):032x}>\r\n"
        f"WARC-Date: 2026-11-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    packer = zlib.compressobj(level, zlib.DEFLATED, 31)
    return packer.compress(head.encode() + block + b"\r\n\r\n") + packer.flush()


def stream(path: Path) -> dict[str, int]:
    """Pages and characters of the crawl, one page at a time."""
    from dateline.model import RawPage
    from dateline.sources import load_pages

    pages = characters = 0
    for page in load_pages([path]):
        if isinstance(page, RawPage):
            pages += 1
            characters += len(page.content)
    return {"archives_pages": pages, "archives_characters": characters}


def bytes_of_answers(path: Path) -> dict[str, int]:
    """The same by fastwarc: answers and their bytes."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    answers = size = 0
    for record in ArchiveIterator(str(path), record_types=WarcRecordType.response):
        answers += 1
        size += len(record.reader.read())
    return {"answers": answers, "bytes": size}


def speed(path: Path) -> dict[str, float]:
    """Pages a CPU-second of either side, in turn, and the median ratio."""
    ours, theirs, pages = [], [], 0
    for _ in range(ROUNDS):
        spent, found = timed(stream, path)
        ours.append(spent)
        pages = found["archives_pages"]
        spent, found = timed(bytes_of_answers, path)
        theirs.append(spent)
    return {
        "archives_pages_per_second": round(pages / median(ours), 1),
        "fastwarc_records_per_second": round(found["answers"] / median(theirs), 1),
        "archives_to_fastwarc": round(median(b / a for a, b in zip(ours, theirs, strict=True)), 3),
    }


def timed(work: Callable[[Path], dict[str, int]], path: Path) -> tuple[float, dict[str, int]]:
    """CPU-seconds of a call, and what it gave."""
    begun = time.process_time()
    found = work(path)
    return time.process_time() - begun, found


if __name__ == "__main__":
    what, crawl = sys.argv[1], Path(sys.argv[2])
    if what == "make":
        make(crawl, int(sys.argv[3]))
    else:
        print(json.dumps(speed(crawl) if what == "speed" else stream(crawl)))

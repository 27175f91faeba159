"""Writes crawls of invented pages byte by byte, so that each kind of damage can be put where it is wanted."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from dateline.model import RawPage, Rejection
from dateline.sources import load_pages

HTML = "text/html; charset=utf-8"


def page(number: int) -> bytes:
    """A page that is told from others by its number."""
    text = " ".join(f"Ferry {number} of Lunda left quay {at * number % 97} at noon." for at in range(40))
    return f"<!DOCTYPE html><html><head><title>Ferry {number}</title></head><body><p>{text}</p></body></html>".encode()


def answer(
    body: bytes, kind: str | None = HTML, status: str = "200 OK", headers: Mapping[str, str] | None = None
) -> bytes:
    """What a server sent."""
    lines = [f"HTTP/1.1 {status}"]
    if kind is not None:
        lines.append(f"Content-Type: {kind}")
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def record(
    block: bytes,
    url: str,
    kind: str = "response",
    *,
    length: int | None = None,
    has_digest: bool = False,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """A record with its end; `length` is what it says of its own length."""
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{hashlib.md5(url.encode() + kind.encode()).hexdigest()}>",
        "WARC-Date: 2031-05-06T07:08:09Z",
        f"WARC-Target-URI: {url}",
        "Content-Type: " + ("text/plain" if kind == "conversion" else f"application/http; msgtype={kind}"),
        *(f"{name}: {value}" for name, value in (headers or {}).items()),
    ]
    if has_digest:
        lines.append(f"WARC-Block-Digest: sha1:{base64.b32encode(hashlib.sha1(block).digest()).decode()}")
    lines.append(f"Content-Length: {len(block) if length is None else length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + block + b"\r\n\r\n"


def address(number: int) -> str:
    return f"https://lunda.example/{number}"


def crawl(count: int, *, has_digest: bool = False) -> list[bytes]:
    """Records of as many pages."""
    return [record(answer(page(n)), address(n), has_digest=has_digest) for n in range(count)]


def packed(records: Iterable[bytes]) -> list[bytes]:
    """Each record as a gzip member of its own."""
    return [gzip.compress(each, mtime=0) for each in records]


def offsets(parts: Iterable[bytes]) -> list[int]:
    """Where each part begins once they stand together."""
    found, at = [], 0
    for part in parts:
        found.append(at)
        at += len(part)
    return found


def loaded(
    content: bytes, folder: Path, name: str = "crawl.warc.gz"
) -> tuple[list[RawPage], list[Rejection]]:
    """Pages and rejections of a file with some bytes."""
    path = folder / name
    path.write_bytes(content)
    return parted(load_pages([path]))


def piped(content: bytes) -> tuple[list[RawPage], list[Rejection]]:
    """Pages and rejections of some bytes on standard input."""
    return parted(load_pages(["-"], stdin=io.BytesIO(content)))


def parted(results: Iterable[RawPage | Rejection]) -> tuple[list[RawPage], list[Rejection]]:
    """Pages, and rejections."""
    both = list(results)
    return [r for r in both if isinstance(r, RawPage)], [r for r in both if isinstance(r, Rejection)]


def numbers(pages: Iterable[RawPage]) -> list[int]:
    """Which pages of a crawl these are; their content has to be whole."""
    found = []
    for each in pages:
        number = int((each.url or "").rsplit("/", 1)[-1])
        assert each.content == page(number).decode()
        found.append(number)
    return found

"""Tells archives from pages by their first bytes, and opens them."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from dateline.model import InputError, RawPage, Rejection
from dateline.sources.archives.cut import START
from dateline.sources.archives.gunzipped import Gunzipped, first_bytes
from dateline.sources.archives.gzip_members import MAGIC
from dateline.sources.archives.json_pages import json_pages
from dateline.sources.archives.json_values import json_form
from dateline.sources.archives.passed_over import PassedOver
from dateline.sources.archives.peeked import HEAD, Peeked
from dateline.sources.archives.records import records
from dateline.sources.archives.warc_pages import pages_of
from dateline.sources.archives.window import Window
from dateline.sources.archives.zips import zip_pages

MAX_SPOOLED = 4_000_000_000
"""The largest zip file that is taken from standard input, in bytes; its list of files stands at its end."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_STEP = 1_000_000
_MARKUP = re.compile(rb"\s*<[!?A-Za-z][^<>]*>")

Result = RawPage | Rejection


def open_archive(
    stream: Peeked, file: BinaryIO | None, source: str, passed: PassedOver, on_bytes: Callable[[int], None]
) -> Iterator[Result] | None:
    """The pages and rejections of an archive, one at a time; None where the stream is none. `file` is the same as a file that
    can be read in any order, where there is one."""
    head = stream.head
    if head.startswith(_ZIP):
        return _zip(stream, file, source, passed, on_bytes)
    is_compressed = _is_compressed(head)
    if is_compressed is not None:
        found = records(Window(stream), is_compressed=is_compressed)
        return pages_of(found, source, Path(source).name, passed)
    if head.startswith(MAGIC):
        unpacked = first_bytes(head, HEAD)
        form = json_form(unpacked, is_all=stream.is_all and len(unpacked) < HEAD)
        return _gzipped_json(stream, form, source) if form else None
    form = json_form(head, is_all=stream.is_all)
    return json_pages(Window(stream), form, source, source) if form else None


def pages_in_range(
    path: Path, start: int = 0, end: int | None = None, passed: PassedOver | None = None
) -> Iterator[Result]:
    """The pages of the records of a WARC or WET file that begin at the bytes from `start` to before `end`, and what is damaged
    there. Ranges that meet give each record once, so that parts of one file can be read on several machines. `passed` counts what
    holds no page.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        is_compressed = _is_compressed(file.read(HEAD))
        file.seek(start)
        found = records(Window(file, start), end, is_compressed=bool(is_compressed))
        yield from pages_of(found, str(path), path.name, passed or PassedOver(str(path)))


def is_crawl(path: Path) -> bool:
    """Whether a file is a crawl (WARC or WET), which can be read in ranges.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        return _is_compressed(file.read(HEAD)) is not None


def _is_compressed(head: bytes) -> bool | None:
    """Whether the WARC records that begin in it are compressed; None where there are none. What stands before the first may be
    damaged."""
    if START.match(head):
        return False
    if head[257:262] == b"ustar":
        return None
    at = head.find(MAGIC)
    while at >= 0:
        if first_bytes(head[at:], 5) == b"WARC/":
            return True
        at = head.find(MAGIC, at + 1)
    is_begun = head.startswith(b"WARC/") or (not _MARKUP.match(head) and START.search(head))
    return False if is_begun else None


def _gzipped_json(stream: Peeked, form: str, source: str) -> Iterator[Result]:
    unpacked = Gunzipped(stream)
    yield from json_pages(Window(unpacked), form, source, source)
    if unpacked.fault is not None:
        fault = unpacked.fault
        message = f"{source} is a gzip file that {fault.what}: what came before was read; get the file again."
        yield Rejection(source, fault.code, message, None, None)


def _zip(
    stream: Peeked, file: BinaryIO | None, source: str, passed: PassedOver, on_bytes: Callable[[int], None]
) -> Iterator[Result]:
    if file is not None:
        yield from zip_pages(file, source, passed, on_bytes)
        return
    with tempfile.TemporaryFile() as spooled:
        size = 0
        while part := stream.read(_STEP):
            size += len(part)
            if size > MAX_SPOOLED:
                message = (
                    f"{source} is a zip file of more than {MAX_SPOOLED // 10**9} GB: give it by its name."
                )
                raise InputError("too_large", source, message)
            spooled.write(part)
        yield from zip_pages(cast(BinaryIO, spooled), source, passed, on_bytes)

"""Zip files of pages, and WACZ, which are zip files of crawls."""

from __future__ import annotations

import hashlib
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from dateline.model import InputError, RawPage, Rejection
from dateline.sources.archives.gzip_members import MAGIC
from dateline.sources.archives.json_pages import json_pages
from dateline.sources.archives.json_values import json_form
from dateline.sources.archives.passed_over import PassedOver
from dateline.sources.archives.records import records
from dateline.sources.archives.warc_pages import pages_of
from dateline.sources.archives.window import CHUNK, Window
from dateline.sources.contents import open_bytes
from dateline.sources.folders import is_resource
from dateline.sources.sniff import MAX_UNPACKED_BYTES

MAX_RATIO = 200
"""How many times its own size a file, or all files together, may unpack to, once that is more than `RATIO_FROM`."""
RATIO_FROM = 1_000_000
TOTAL_FROM = 200_000_000
"""Bytes that all files together may unpack to whatever the ratio."""

_CRAWL = re.compile(r"archive/[^/]+\.warc(?:\.gz)?", re.IGNORECASE)
_DOCUMENTS = frozenset(("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml"))
_NESTED = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\xfd7zXZ\x00",
    b"BZh",
    b"\x28\xb5\x2f\xfd",
    b"WARC/",
)
_DRIVE = re.compile(r"[A-Za-z]:")
_BAD = (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, OSError, ValueError, RuntimeError)

Result = RawPage | Rejection


def zip_pages(
    file: BinaryIO, source: str, passed: PassedOver, on_bytes: Callable[[int], None] | None = None
) -> Iterator[Result]:
    """The pages of a zip file in the order of its list. Nothing is ever written to disk."""
    try:
        archive = zipfile.ZipFile(file)
        entries = archive.infolist()
    except _BAD as error:
        message = f"{source} is a zip file without a readable list of its files ({error}): get it again."
        yield Rejection(source, "damaged_archive", message, None, None)
        return
    names = {entry.filename for entry in entries}
    if names & _DOCUMENTS:
        message = (
            f"{source} is an office document, a book or a program, not a page: save it as HTML or text first."
        )
        yield Rejection(source, "binary", message, None, None)
        return
    is_crawl = any(_CRAWL.fullmatch(name) for name in names)
    size = file.seek(0, 2)
    if not is_crawl and not any(not entry.is_dir() for entry in entries):
        yield Rejection(
            source, "empty", f"{source} is a zip file without files: there is nothing to read.", None, None
        )
    unpacked = 0
    for entry in entries:
        if entry.is_dir():
            continue
        unpacked += entry.file_size
        if on_bytes is not None:
            on_bytes(entry.compress_size)
        if unpacked > TOTAL_FROM and unpacked > MAX_RATIO * size:
            what = f"{source} unpacks to more than {MAX_RATIO} times its size: what comes from {entry.filename} on is not read."
            yield Rejection(source, "zip_bomb", what, None, entry.filename)
            return
        yield from _entry(archive, entry, source, passed, is_crawl)


def _entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: str, passed: PassedOver, is_crawl: bool
) -> Iterator[Result]:
    name = entry.filename
    try:
        _check(entry, source)
        if is_crawl:
            if _CRAWL.fullmatch(name):
                yield from _crawl(archive, entry, source, passed)
            else:
                passed.counts["files beside the crawl"] += 1
        elif _is_beside(name):
            passed.counts["pictures, styles, scripts, tables and hidden files"] += 1
        else:
            yield from _file(archive, entry, source)
    except InputError as error:
        yield Rejection(source, error.code, error.message, None, name)
    except _BAD as error:
        message = f"{source}, {name} is damaged or packed in an unknown way ({error}): get the file again."
        yield Rejection(source, "damaged_archive", message, None, name)


def _crawl(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: str, passed: PassedOver
) -> Iterator[Result]:
    with archive.open(entry) as stream:
        window = Window(stream)
        window.fill(len(MAGIC))
        found = records(window, is_compressed=window.data.startswith(MAGIC))
        yield from pages_of(found, source, entry.filename, passed)


def _file(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: str) -> Iterator[Result]:
    """A page, or the pages of a file of JSON."""
    name = f"{source}, {entry.filename}"
    with archive.open(entry) as stream:
        window = Window(stream)
        window.fill(CHUNK)
        if window.data.startswith(_NESTED) or window.data[257:262] == b"ustar":
            message = f"{name} is an archive inside an archive, which is not opened: unpack it and give it by itself."
            raise InputError("nested_archive", name, message)
        form = json_form(window.data[:CHUNK], is_all=window.is_ended)
        if form is not None:
            yield from json_pages(window, form, source, entry.filename)
            return
        window.fill(MAX_UNPACKED_BYTES + 1)
        content = window.data
    try:
        opened = open_bytes(content, name)
    except InputError as error:
        digest = hashlib.sha256(content).hexdigest()
        yield Rejection(source, error.code, error.message, digest, entry.filename)
        return
    yield RawPage(opened.text, source, opened.url, opened.published, opened.outlet, entry.filename)


def _check(entry: zipfile.ZipInfo, source: str) -> None:
    """Refuse what only somebody would pack who means harm, and what needs a password.

    Raises:
        InputError: `unsafe_path encrypted zip_bomb`.
    """
    name, shown = entry.filename, f"{source}, {entry.filename[:200]!r}"
    # What `zipfile` made of the name does not count: it puts in slashes and ends at a zero byte.
    parts = PurePosixPath(entry.orig_filename.replace("\\", "/")).parts
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    if ".." in parts or name.startswith("/") or _DRIVE.match(name) or "\0" in entry.orig_filename or is_link:
        message = f"{shown} points outside of the archive: it is not read; do not unpack this archive."
        raise InputError("unsafe_path", source, message)
    if entry.flag_bits & 1:
        raise InputError("encrypted", source, f"{shown} needs a password: unpack it and give the files.")
    if entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
        message = f"{shown} unpacks to more than {MAX_RATIO} times its size, as no page does: leave it out."
        raise InputError("zip_bomb", source, message)


def _is_beside(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part.startswith(".") or part == "__MACOSX" for part in parts) or is_resource(parts[-1])

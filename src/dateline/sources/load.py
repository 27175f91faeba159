"""Paths, bytes and text to `RawPage`; what cannot be read to `Rejection`."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.model import InputError, RawPage, Rejection
from dateline.sources.contents import open_bytes, open_text
from dateline.sources.folders import Skipped, pages_in
from dateline.sources.follower import Follower, is_address
from dateline.sources.opened import Opened
from dateline.sources.sniff import MAX_UNPACKED_BYTES

Published = dt.date | str | None
"""A day, a time (`datetime` is a `date`) or an ISO string."""


def page_of(
    source: Path | bytes | str,
    *,
    url: str | None = None,
    published: Published = None,
    outlet: str | None = None,
) -> RawPage:
    """One page: a `Path` is a file, `bytes` a page as fetched, `str` a page already decoded (never a path).

    The content of the result is text, character by character that of the input; of a saved page or a mail, it is the main
    part. What the caller says goes before what the file says of the page.

    Raises:
        InputError: `missing not_a_file unreadable empty pdf truncated_gzip corrupt_gzip binary json too_large
            too_many_lines too_many_attributes no_html_part no_text mailbox damaged_message feed bad_date`.
    """
    name = (
        str(source) if isinstance(source, Path) else url or ("text" if isinstance(source, str) else "bytes")
    )
    day = _iso(published, name)
    if isinstance(source, str):
        opened = open_text(source, name)
    else:
        opened = open_bytes(_read_file(source) if isinstance(source, Path) else source, name)
    return _page(opened, name, url, day, outlet)


def load_pages(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    on_skipped: Callable[[Skipped], None] | None = None,
    follower: Follower | None = None,
) -> Iterator[RawPage | Rejection]:
    """The pages of files, of folders and, for `-`, of standard input; of feeds and, with a `follower` that fetches, of addresses.

    Of a folder, all files in it and below are pages, in the order of their paths, but hidden ones and those that
    `folders.pages_in` skips; `on_skipped` hears of the latter once for each folder. Never raises for a bad input: each becomes
    a `Rejection` in its place.
    """
    follower = follower or Follower()
    for path in paths:
        if str(path) == "-":
            yield from _load(path, follower, _read_stream(stdin))
        elif is_address(path):
            yield from follower.from_address(str(path))
        elif Path(path).is_dir():
            yield from _load_folder(Path(path), follower, on_skipped)
        else:
            yield from _load(path, follower)


def rejection_of(error: InputError, content: Path | bytes | str | None = None) -> Rejection:
    """The rejection of an input that raised, with the hash of its bytes where there were any to hash."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if isinstance(data, Path):
        try:
            data = _read_file(data)
        except InputError:
            data = None
    digest = hashlib.sha256(data).hexdigest() if data is not None else None
    return Rejection(error.source, error.code, error.message, digest, error.place)


def _load_folder(
    folder: Path, follower: Follower, on_skipped: Callable[[Skipped], None] | None
) -> Iterator[RawPage | Rejection]:
    files, skipped = pages_in(folder)
    if skipped.count and on_skipped is not None:
        on_skipped(skipped)
    if not files:
        what = f"{folder} is a folder without pages: give one with files that are pages."
        yield Rejection(str(folder), "empty", what, None, None)
    for file in files:
        yield from _load(file, follower)


def _load(
    path: str | Path, follower: Follower, content: bytes | None = None
) -> Iterator[RawPage | Rejection]:
    source = str(path)
    try:
        if content is None:
            content = _read_file(path)
        listed = follower.from_content(content, source)
        if listed is None:
            yield _page(open_bytes(content, source), source)
        else:
            yield from listed
    except InputError as error:
        yield rejection_of(error, content)


def _page(
    opened: Opened,
    source: str,
    url: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
) -> RawPage:
    return RawPage(
        opened.text,
        source,
        url or opened.url,
        published or opened.published,
        outlet or opened.outlet,
        opened.place,
    )


def _read_stream(stdin: BinaryIO | None) -> bytes:
    return (stdin or sys.stdin.buffer).read(MAX_UNPACKED_BYTES + 1)


def _read_file(path: str | Path) -> bytes:
    """At most one byte more than the cap, so that an endless input cannot fill the memory."""
    source = str(path)
    try:
        mode = Path(path).stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            what = "a folder" if stat.S_ISDIR(mode) else "a device or socket"
            raise InputError(
                "not_a_file", source, f"{source} is {what}, not a file: give a file with a page."
            )
        with Path(path).open("rb") as file:
            return file.read(MAX_UNPACKED_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise InputError("missing", source, _missing_message(source)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"{source} cannot be read ({reason}): check the file and its permissions."
        raise InputError("unreadable", source, message) from error


def _missing_message(source: str) -> str:
    if re.match(r"https?://", source):
        return f"{source} is an address, and this reads files: save the page first and give the file."
    return f"{source!r} does not exist: check the path."


def _iso(published: Published, source: str) -> str | None:
    """A date as ISO text, of the precision it came with.

    Raises:
        InputError: `bad_date`.
    """
    if published is None or isinstance(published, dt.date):
        return None if published is None else published.isoformat()
    text = published.strip()
    try:
        if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", text):
            return text
        dt.datetime.fromisoformat(text)
        return text
    except ValueError as error:
        message = f"{published!r}, given as the date of {source}, is no ISO date: write it as 2024-03-12."
        raise InputError("bad_date", source, message) from error

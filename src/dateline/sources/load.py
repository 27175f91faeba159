"""Paths, bytes and text to `RawPage`; what cannot be read to `Rejection`."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.model import InputError, RawPage, Rejection
from dateline.sources.decode import decode
from dateline.sources.sniff import MAX_UNPACKED_BYTES, check_lines, check_size, check_tags, unpack

Published = dt.date | str | None
"""A day, a time (`datetime` is a `date`) or an ISO string."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def page_of(
    source: Path | bytes | str,
    *,
    url: str | None = None,
    published: Published = None,
    outlet: str | None = None,
) -> RawPage:
    """One page: a `Path` is a file, `bytes` a page as fetched, `str` a page already decoded (never a path).

    The content of the result is text, character by character that of the input.

    Raises:
        InputError: `missing not_a_file unreadable empty pdf truncated_gzip corrupt_gzip binary too_large
            too_many_lines too_many_attributes bad_date`.
    """
    name = (
        str(source) if isinstance(source, Path) else url or ("text" if isinstance(source, str) else "bytes")
    )
    day = _iso(published, name)
    if isinstance(source, str):
        text = _checked_text(source, name)
    else:
        text = _checked_bytes(_read_file(source) if isinstance(source, Path) else source, name)
    return RawPage(text, name, url, day, outlet)


def load_pages(
    paths: Iterable[str | Path], *, stdin: BinaryIO | None = None
) -> Iterator[RawPage | Rejection]:
    """The pages of files, of folders (all files in them, sorted, hidden ones skipped) and, for `-`, of standard input.

    Never raises for a bad input: each becomes a `Rejection` in its place.
    """
    for path in paths:
        if str(path) == "-":
            yield _load(path, _read_stream(stdin))
        elif Path(path).is_dir():
            files = list(_files_in(Path(path)))
            if not files:
                yield Rejection(
                    str(path), "empty", f"{path} is a folder without files: give one with pages.", None, None
                )
            for file in files:
                yield _load(file)
        else:
            yield _load(path)


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


def _load(path: str | Path, content: bytes | None = None) -> RawPage | Rejection:
    source = str(path)
    try:
        if content is None:
            content = _read_file(path)
        return RawPage(_checked_bytes(content, source), source)
    except InputError as error:
        return rejection_of(error, content)


def _files_in(folder: Path) -> Iterator[Path]:
    """Regular files under a folder, in the order of their paths."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            if not name.startswith(".") and path.is_file():
                yield path


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


def _checked_bytes(content: bytes, source: str) -> str:
    text = decode(unpack(content, source))
    check_lines(text, source)
    check_tags(text, source)
    return text


def _checked_text(text: str, source: str) -> str:
    if not text.strip("\ufeff \t\r\n\x0b\x0c"):
        raise InputError("empty", source, f"{source} is empty: there is nothing to read.")
    # A lone surrogate cannot be written as UTF-8; it gives way to one character, so that offsets stay.
    text = _SURROGATE.sub("\ufffd", text)
    check_size(len(text) if len(text) > 5_000_000 else len(text.encode("utf-8")), source)
    check_lines(text, source)
    check_tags(text, source)
    return text


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

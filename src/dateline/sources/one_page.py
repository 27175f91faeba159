"""One page of a file, of bytes or of text, to `RawPage`."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from dateline.model import InputError, RawPage, Rejection
from dateline.sources.contents import open_bytes, open_text
from dateline.sources.opened import Opened
from dateline.sources.sniff import MAX_UNPACKED_BYTES

Published = dt.date | str | None
"""A day, a time (`datetime` is a `date`) or an ISO string."""
_LONGEST_PATH = 4_096


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
        TypeError: it is something else.
        InputError: `missing not_a_file file_name unreadable empty pdf truncated_gzip corrupt_gzip binary json too_large
            too_many_lines too_many_attributes no_html_part no_text mailbox damaged_message bad_date`.
    """
    name = (
        str(source) if isinstance(source, Path) else url or ("text" if isinstance(source, str) else "bytes")
    )
    _refuse_other_kinds(source)
    day = _iso(published, name)
    if isinstance(source, str):
        _refuse_name_of_file(source)
        opened = open_text(source, name)
    else:
        opened = open_bytes(_read_file(source) if isinstance(source, Path) else source, name)
    return raw_page(opened, name, url, day, outlet)


def _refuse_other_kinds(source: object) -> None:
    if not isinstance(source, Path | bytes | str):
        what = f"a page is a Path, bytes or a str with its text, and this is {type(source).__name__}."
        raise TypeError(what)


def _refuse_name_of_file(text: str) -> None:
    """Refuses a line that is the path of a file: a `str` is the text of a page, and that text says nothing.

    Raises:
        InputError: `file_name`.
    """
    if len(text) > _LONGEST_PATH or "\n" in text or "\0" in text:
        return
    with suppress(OSError):
        if os.path.isfile(text):  # noqa: PTH113
            what = f"{text!r} is a file, and a str is the text of a page: give Path({text!r})."
            raise InputError("file_name", text, what)


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


def raw_page(
    opened: Opened,
    source: str,
    url: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
) -> RawPage:
    """The page that was opened; what the caller says goes before what it says of itself."""
    return RawPage(
        opened.text,
        source,
        url or opened.url,
        published or opened.published,
        outlet or opened.outlet,
        opened.place,
    )


def _read_file(path: Path) -> bytes:
    """At most one byte more than the cap, so that an endless input cannot fill the memory."""
    with opened_file(path) as file:
        return file.read(MAX_UNPACKED_BYTES + 1)


@contextmanager
def opened_file(path: Path) -> Iterator[BinaryIO]:
    """A file or a pipe to read from.

    Raises:
        InputError: `missing not_a_file unreadable`, also where reading it fails later on.
    """
    source = str(path)
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            what = "a folder" if stat.S_ISDIR(mode) else "a device or socket"
            raise InputError(
                "not_a_file", source, f"{source} is {what}, not a file: give a file with a page."
            )
        with path.open("rb") as file:
            yield file
    except (FileNotFoundError, NotADirectoryError) as error:
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

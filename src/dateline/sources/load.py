"""Files, folders, archives, feeds, addresses and standard input to a stream of pages; what cannot be read to `Rejection`.

Of pages only the one that is given is in memory; of files, their paths.
"""

from __future__ import annotations

import itertools
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dateline.model import InputError, RawPage, Rejection
from dateline.sources.archives import PassedOver, Peeked, open_archive, paths_in
from dateline.sources.contents import open_bytes
from dateline.sources.folders import Skipped, pages_in
from dateline.sources.follower import Follower, is_address
from dateline.sources.multipage import Card, card_of, chains_of
from dateline.sources.one_page import opened_file, raw_page, rejection_of
from dateline.sources.sniff import MAX_UNPACKED_BYTES

Result = RawPage | Rejection
_NO_CARD = Card(None, None, None)


def _ignore(_: object) -> None:
    """What nobody wants to hear."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Who hears what happens while pages are loaded: of files and records that were left out, of how many pages were joined to
    the first pages of their reports, and of bytes that were read (all together `size_of` the inputs)."""

    skipped: Callable[[Skipped | PassedOver], None] = field(default=_ignore)
    joined: Callable[[int], None] = field(default=_ignore)
    read: Callable[[int], None] = field(default=_ignore)


def load_pages(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    on_skipped: Callable[[Skipped | PassedOver], None] | None = None,
    listener: Listener | None = None,
    follower: Follower | None = None,
    join: bool = False,
) -> Iterator[Result]:
    """The pages of files, of folders and, for `-`, of standard input; of an archive (WARC, WET, WACZ, zip, JSON) each page in it, of
    a list of files the pages of those, of a feed its entries and, with a `follower` that fetches, the pages of addresses.

    Of a folder, all files in it and below are read, in the order of their paths, but hidden ones and those that
    `folders.pages_in` skips; `on_skipped` (or the listener) hears of the latter once for each folder, and of what an archive holds
    beside pages once for each archive. Never raises for a bad input: each becomes a `Rejection` in its place.

    With `join`, the pages of a report that runs over several become one (`RawPage.further`), wherever they are among the files
    that hold one page each. For that all files are looked at once before the first page is given. Pages of archives, of lists, of
    feeds, of addresses and of standard input come as a stream and are never joined.
    """
    heard = listener or Listener()
    if on_skipped is not None:
        heard = replace(heard, skipped=on_skipped)
    way = _Way(heard, follower or Follower(), stdin)
    if not join:
        for path in paths:
            for single in _files_of(path, heard):
                yield from _load(single, way)
        return
    files = [single for path in paths for single in _files_of(path, heard)]
    chains = chains_of([_card(file) for file in files]) if len(files) > 1 else {}
    taken = {number for chain in chains.values() for number in chain}
    if taken:
        heard.joined(len(taken))
    for number, file in enumerate(files):
        if number in chains:
            yield from _joined([file, *(files[after] for after in chains[number])], way)
        elif number not in taken:
            yield from _load(file, way)


def size_of(paths: Iterable[str | Path]) -> int | None:
    """Bytes of the files that some inputs are; None where it cannot be known before they are read (standard input, pipes, lists of
    files)."""
    total = 0
    for path in paths:
        if str(path) == "-" or is_address(path):
            return None
        is_folder = _is_folder(path)
        for file in pages_in(Path(path)).pages if is_folder else [Path(path)]:
            try:
                found = file.stat()
                if not stat.S_ISREG(found.st_mode) or (not is_folder and _is_list(file)):
                    return None
            except (OSError, ValueError):
                continue
            total += found.st_size
    return total


def files_of(
    paths: Iterable[str | Path], on_skipped: Callable[[Skipped | PassedOver], None] = _ignore
) -> Iterator[Path | Rejection]:
    """The files that some inputs are: files by their names, those of folders and those that lists name, in their order. They are
    not opened but to see which are lists; an address and standard input are none.
    """
    heard = Listener(on_skipped)
    for path in paths:
        for found in _files_of(path, heard):
            if isinstance(found, _File) and str(found.path) != "-":
                yield from _named_in(found, heard)
            elif isinstance(found, Rejection):
                yield found
            else:
                message = f"{path} is no file: save what it gives and name the file."
                yield Rejection(str(path), "not_a_file", message, None, None)


def _named_in(given: _File, heard: Listener) -> Iterator[Path | Rejection]:
    """The file, or where it is a list the files of that."""
    path = given.path
    if not given.may_list or not path.is_file() or not _is_list(path):
        yield path
        return
    with path.open("rb") as opened:
        for _, named, _ in paths_in(Peeked(opened), path.parent) or ():
            for found in _files_of(named, heard):
                if isinstance(found, _File):
                    yield found.path
                elif isinstance(found, Rejection):
                    yield found


def _is_list(file: Path) -> bool:
    with file.open("rb") as opened:
        stream = Peeked(opened)
        is_archive = open_archive(stream, opened, str(file), PassedOver(""), _ignore) is not None
        return not is_archive and paths_in(stream, file.parent) is not None


@dataclass(frozen=True, slots=True)
class _Way:
    """How inputs are loaded: who hears of it, who follows lists and addresses, and what standard input is."""

    heard: Listener
    follower: Follower
    stdin: BinaryIO | None = None


class _Address(NamedTuple):
    """An address on the web."""

    address: str


class _File(NamedTuple):
    """A file to read, or `-`. Only one that was given by its own name may be a list of others: what somebody saved into a
    folder must not say what else is read."""

    path: Path
    may_list: bool


_Given = _File | _Address | Rejection


def _files_of(path: str | Path, heard: Listener) -> Iterator[_Given]:
    """The files of a path: itself, or those of a folder."""
    if is_address(path):
        yield _Address(str(path))
        return
    if str(path) == "-" or not _is_folder(path):
        yield _File(Path(path), True)
        return
    folder = Path(path)
    found = pages_in(folder)
    if found.skipped.count:
        heard.skipped(found.skipped)
    yield from map(_shut, found.shut)
    if not found.pages and not found.shut:
        what = f"{folder} is a folder without pages: give one with files that are pages."
        yield Rejection(str(folder), "empty", what, None, None)
    yield from (_File(file, False) for file in found.pages)


def _is_folder(path: str | Path) -> bool:
    """Whether it is a folder; what the system does not let be looked at is opened as a file, which says why not."""
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _shut(error: OSError) -> Rejection:
    """A folder that cannot be opened: its pages are missing."""
    source = str(error.filename)
    what = f"{source} is a folder that cannot be read ({error.strerror}): check its permissions; no page in it was read."
    return Rejection(source, "unreadable", what, None, None)


def _load(given: _Given, way: _Way) -> Iterator[Result]:
    """The pages of a file, of an address, or of standard input."""
    if isinstance(given, Rejection):
        yield given
        return
    if isinstance(given, _Address):
        yield from way.follower.from_address(given.address)
        return
    path, may_list = given
    source = str(path)
    try:
        if source == "-":
            stream = Peeked(way.stdin or sys.stdin.buffer, way.heard.read)
            yield from _load_stream(stream, None, source, way, may_list)
            return
        with opened_file(path) as file:
            seekable = file if file.seekable() else None
            yield from _load_stream(Peeked(file, way.heard.read), seekable, source, way, may_list)
    except InputError as error:
        yield rejection_of(error)


def _load_stream(
    stream: Peeked, file: BinaryIO | None, source: str, way: _Way, may_list: bool
) -> Iterator[Result]:
    passed = PassedOver(source)
    pages = open_archive(stream, file, source, passed, way.heard.read)
    if pages is not None:
        yield from pages
        if passed.count:
            way.heard.skipped(passed)
        return
    listed = paths_in(stream, Path(source).parent) if may_list else None
    if listed is not None:
        quiet = replace(way, heard=replace(way.heard, read=_ignore), stdin=None)
        for _, path, _ in listed:
            for single in _files_of(path, quiet.heard):
                inner = _File(single.path, False) if isinstance(single, _File) else single
                yield from _load(inner, quiet)
        return
    yield from _whole(stream, source, way.follower)


def _whole(stream: Peeked, source: str, follower: Follower) -> Iterator[Result]:
    """What is no archive: a list with its entries, or one page."""
    content = _content(stream)
    listed = follower.from_content(content, source)
    if listed is not None:
        yield from listed
    else:
        yield _one(content, source)


def _content(stream: Peeked) -> bytes:
    """All bytes of a stream, and at most one more than the cap."""
    content = b""
    while len(content) <= MAX_UNPACKED_BYTES and (part := stream.read(MAX_UNPACKED_BYTES + 1 - len(content))):
        content += part
    return content


def _one(content: bytes, source: str) -> Result:
    try:
        return raw_page(open_bytes(content, source), source)
    except InputError as error:
        return rejection_of(error, content)


def _joined(files: list[_Given], way: _Way) -> Iterator[Result]:
    """A page with its further pages; what could not be read this time is told by itself."""
    pages: list[RawPage] = []
    for result in itertools.chain.from_iterable(_load(file, way) for file in files):
        if isinstance(result, RawPage):
            pages.append(result)
        else:
            yield result
    if pages:
        yield replace(pages[0], further=tuple(pages[1:]))


def _card(file: _Given) -> Card:
    """The card of a file that holds one page; an empty one for anything else."""
    if not isinstance(file, _File):
        return _NO_CARD
    path, may_list = file
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _NO_CARD
        with opened_file(path) as opened:
            stream = Peeked(opened)
            if open_archive(stream, opened, str(path), PassedOver(""), _ignore):
                return _NO_CARD
            if may_list and paths_in(stream, path.parent):
                return _NO_CARD
            page = _one(_content(stream), str(path))
            return card_of(page) if isinstance(page, RawPage) else _NO_CARD
    except (InputError, OSError, ValueError):
        return _NO_CARD

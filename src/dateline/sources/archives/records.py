"""The records of a WARC file, compressed or not, whole or a range of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.sources.archives.cut import END, LONGEST_HEAD, LOOKAHEAD, START, Cutter, Flaw
from dateline.sources.archives.gzip_members import MAGIC, Break, Part, find_member, members
from dateline.sources.archives.record import Record, parse_headers
from dateline.sources.archives.window import CHUNK, Window


@dataclass(frozen=True, slots=True)
class Found:
    """A record and where it is: the offset in the file, and in a gzip member that has several the offset in it (`120+4711`)."""

    place: str
    record: Record


@dataclass(frozen=True, slots=True)
class Lost:
    """What could not be read: where, why, the hash of the bytes, and the offset in the file where reading went on."""

    place: str
    code: str
    what: str
    sha256: str
    resumes: int | None


def records(window: Window, end: int | None = None, *, is_compressed: bool) -> Iterator[Found | Lost]:
    """The records that begin between the window's place and `end`, in their order, and what was lost between them.

    A window that does not stand at the start of its file is first moved to the next record.
    """
    if not is_compressed:
        return _plain(window, end)
    if window.at:
        window.fill(len(MAGIC))
        if not window.data.startswith(MAGIC):
            find_member(window)
    return _compressed(window, end)


def _compressed(window: Window, end: int | None) -> Iterator[Found | Lost]:
    cutter, member = Cutter(), -1
    for part in members(window, end):
        if isinstance(part, Break):
            if part.at == member and part.code == "truncated_archive":
                whole = (item for item in cutter.finish() if isinstance(item, Record))
                yield from (_found(member, item) for item in whole)
            member = -1
            yield Lost(str(part.at), part.code, part.what, part.sha256, None if part.is_end else part.resumes)
            continue
        if part.at != member:
            only = _only_record(part) if part.is_last else None
            if only is not None:
                yield Found(str(part.at), only)
                continue
            cutter, member = Cutter(), part.at
        for item in cutter.feed(part.data, is_last=part.is_last):
            yield _found(member, item)


def _only_record(part: Part) -> Record | None:
    """The record that fills a member, as it is in most crawls; what else stands in the member is left to the cutter."""
    data = part.data
    blank = data.find(END, 0, LONGEST_HEAD)
    if blank < 0 or not data.startswith(b"WARC/") or not data.endswith(END):
        return None
    headers = parse_headers(data[:blank])
    body, end = blank + len(END), len(data) - len(END)
    if headers.get(b"content-length") != str(end - body).encode():
        return None
    return Record(0, headers, data[body:end])


def _plain(window: Window, end: int | None) -> Iterator[Found | Lost]:
    if window.at:
        _find_record(window)
    cutter = Cutter(window.at, end)
    while window.fill(1) and not cutter.is_done:
        yield from (_found(None, item) for item in cutter.feed(window.drop(len(window.data))))
    yield from (_found(None, item) for item in cutter.finish())


def _find_record(window: Window) -> None:
    while window.fill(1):
        window.fill(CHUNK)
        found = START.search(window.data)
        if found:
            window.drop(found.start())
            return
        window.drop(len(window.data) if window.is_ended else max(1, len(window.data) - LOOKAHEAD))


def _found(member: int | None, item: Record | Flaw) -> Found | Lost:
    inside = f"+{item.at}" if item.at else ""
    place = str(item.at) if member is None else f"{member}{inside}"
    if isinstance(item, Record):
        return Found(place, item)
    return Lost(place, item.code, item.what, item.sha256, item.end if member is None else None)

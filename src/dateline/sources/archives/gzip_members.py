"""The members of a gzip file of WARC records, over damaged ones and what stands between."""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from fastwarc.stream_io import GzipReader

from dateline.sources.archives.window import Window

MAGIC = b"\x1f\x8b\x08"
MAX_RATIO = 400
"""How many times its own size a member may unpack to, once it has `RATIO_FROM` bytes; text stays far below."""
RATIO_FROM = 50_000_000

_QUICK = 4_000_000
_STEP = 65_536
_OUT = 1_000_000
_KEPT = 16_000_000
_PROBE = 4_096
_SMALLEST = 18
_SMALL = 8_192
_NEXT = re.compile(rb"\x1f(?=\x8b\x08)")
_PADDING = re.compile(rb"[\0\r\n]{1,4096}")


@dataclass(frozen=True, slots=True)
class Part:
    """Unpacked bytes of the member that begins at `at`."""

    at: int
    data: bytes
    is_last: bool


@dataclass(frozen=True, slots=True)
class Break:
    """Bytes from `at` that could not be unpacked; reading goes on at `resumes`. `is_end` where nothing came after.
    `sha256` is the hash of the bytes that were left out."""

    at: int
    resumes: int
    code: str
    what: str
    sha256: str
    is_end: bool


def members(window: Window, end: int | None = None) -> Iterator[Part | Break]:
    """The members that begin before `end`, in parts; for what is damaged, a `Break`, after which the next member begins that
    holds a WARC record."""
    while window.fill(1) and (end is None or window.at < end):
        at = window.at
        if window.fill(len(MAGIC)) and window.data.startswith(MAGIC):
            whole = _whole(window)
            if whole is not None:
                yield Part(at, whole, True)
                continue
            fault = yield from _in_parts(window)
            if fault is None:
                continue
        elif padding := _PADDING.match(window.data):
            window.drop(padding.end())
            continue
        else:
            fault = "damaged_record", "a stretch of bytes that are no gzip member"
        digest = find_member(window, past=max(0, at + 1 - window.at))
        is_end = not window.data
        yield Break(at, window.at, fault[0], fault[1], digest, is_end)


def find_member(window: Window, past: int = 0) -> str:
    """Moves the window to the next member that begins with a WARC record, or to the end; the hash of what was passed over."""
    passed = hashlib.sha256(window.drop(past))
    looked = 0
    while True:
        at = window.data.find(MAGIC, looked)
        if at >= 0:
            if _begins_record(window, at):
                passed.update(window.drop(at))
                return passed.hexdigest()
            looked = at + 1
            continue
        passed.update(window.drop(max(0, len(window.data) - len(MAGIC) + 1)))
        looked = 0
        if not window.fill(len(window.data) + 1):
            passed.update(window.drop(len(window.data)))
            return passed.hexdigest()


def _begins_record(window: Window, at: int) -> bool:
    window.fill(at + _PROBE)
    try:
        return (
            zlib.decompressobj(31).decompress(window.data[at : at + _PROBE], _STEP)[:5].startswith(b"WARC/")
        )
    except zlib.error:
        return False


def _whole(window: Window) -> bytes | None:
    """The member at the start of the window, unpacked at once where it is small and sound; the window moves past it.

    It is taken to end where the next seems to begin; the length that its last bytes give shows whether that was right.
    """
    end = _next_magic(window.data)
    while end < 0 and not window.is_ended and len(window.data) < _QUICK:
        window.fill(len(window.data) + 1)
        end = _next_magic(window.data)
    if end < 0:
        end = len(window.data)
    if not _SMALLEST < end <= _QUICK:
        return None
    size = int.from_bytes(window.data[end - 4 : end], "little")
    if size > _QUICK:
        return None
    unpacked = _unpacked(window.data[:end], size)
    if unpacked is not None:
        window.drop(end)
    return unpacked


def _next_magic(data: bytes) -> int:
    found = _NEXT.search(data, _SMALLEST)  # twice as quick as `find` in bytes without pattern
    return found.start() if found else -1


def _unpacked(packed: bytes, size: int) -> bytes | None:
    """A member of a known size; None where it is not just that."""
    try:
        if size < _SMALL:
            member = zlib.decompressobj(31)
            unpacked = member.decompress(packed, size + 1)
            return unpacked if member.eof and len(unpacked) == size and not member.unused_data else None
        unpacked = GzipReader(io.BytesIO(packed)).read(size + 1)
        return unpacked if len(unpacked) == size else None
    except (OSError, zlib.error):
        return None


def _in_parts(window: Window) -> Generator[Part, None, tuple[str, str] | None]:
    """The parts of a member as they are unpacked; returns code and words of what is wrong with it, or None. The window moves
    past a sound member, and keeps the start of a damaged one if that is not too far back."""
    at, member = window.at, zlib.decompressobj(31)
    taken = unpacked = 0
    pending = b""
    while True:
        if not pending:
            window.fill(taken + 1)
            pending = window.data[taken : taken + _STEP]
            if not pending:
                return "truncated_archive", "a gzip member that breaks off"
        try:
            data = member.decompress(pending, _OUT)
        except zlib.error as error:
            return "corrupt_gzip", f"a damaged gzip member ({error})"
        rest = member.unused_data if member.eof else member.unconsumed_tail
        taken += len(pending) - len(rest)
        pending = rest
        unpacked += len(data)
        if member.eof:
            window.drop(taken)
            yield Part(at, data, True)
            return None
        if unpacked > RATIO_FROM and unpacked > MAX_RATIO * (window.at + taken - at):
            return "too_large", f"a gzip member that unpacks to more than {MAX_RATIO} times its size"
        if data:
            yield Part(at, data, False)
        if taken > _KEPT:
            window.drop(taken)
            taken = 0

"""The answer of a web server as a crawler stored it: status, headers, and the page without its encodings."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass

from fastwarc.stream_io import BrotliReader

from dateline.sources.archives.record import parse_headers, split_block
from dateline.sources.sniff import MAX_UNPACKED_BYTES

_STEP = 1_000_000
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})\b")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")


class DamagedAnswer(Exception):
    """The encoding of a page does not come out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`body` still has the encodings that the headers name."""

    status: int
    headers: dict[bytes, bytes]
    body: bytes

    @property
    def kind(self) -> str:
        """Its type without parameters, small; empty where none is given."""
        return (
            self.headers.get(b"content-type", b"").split(b";")[0].strip().lower().decode("ascii", "replace")
        )

    @property
    def charset(self) -> str | None:
        found = _CHARSET.search(self.headers.get(b"content-type", b""))
        return found[1].decode("ascii") if found else None

    def page(self, *, is_cut: bool = False) -> bytes:
        """The body decoded, at most one byte more than a page may have. A body that does not have the encoding that is named
        was decoded by the crawler. Of one that the crawler cut (`is_cut`) what there is is given.

        Raises:
            DamagedAnswer: an encoding breaks off or is damaged.
        """
        body = self.body
        if b"chunked" in self.headers.get(b"transfer-encoding", b"").lower():
            body = _unchunked(body, is_cut)
        names = self.headers.get(b"content-encoding", b"").lower().split(b",")
        for name in reversed([name.strip() for name in names]):
            if name in (b"gzip", b"x-gzip") and body.startswith(b"\x1f\x8b"):
                body = _inflated(body, 31, is_cut)
            elif name == b"deflate":
                body = _deflated(body, is_cut)
            elif name == b"br":
                body = _unbrotlied(body, is_cut)
        return body


def parse_answer(block: bytes) -> Answer | None:
    """The answer in the block of a record; None where it is none."""
    status = _STATUS.match(block)
    if not status:
        return None
    head, body = split_block(block)
    return Answer(int(status[1]), parse_headers(head), body)


def _unchunked(body: bytes, is_cut: bool) -> bytes:
    parts: list[bytes] = []
    at = 0
    while size := _CHUNK.match(body, at):
        count = int(size[1], 16)
        if not count:
            return b"".join(parts)
        start, end = size.end(), size.end() + count
        parts.append(body[start:end])
        if end > len(body):
            at = end
            break
        at = end + (2 if body[end : end + 2] == b"\r\n" else 1 if body[end : end + 1] == b"\n" else 0)
    if not at:
        return body
    if not is_cut:
        raise DamagedAnswer("its chunks break off")
    return b"".join(parts)


def _inflated(body: bytes, window: int, is_cut: bool) -> bytes:
    stream = zlib.decompressobj(window)
    try:
        content = stream.decompress(body, MAX_UNPACKED_BYTES + 1)
    except zlib.error as error:
        raise DamagedAnswer(f"its compression is damaged ({error})") from error
    if not stream.eof and not is_cut and len(content) <= MAX_UNPACKED_BYTES:
        raise DamagedAnswer("its compression breaks off")
    return content


def _deflated(body: bytes, is_cut: bool) -> bytes:
    """With the frame of zlib, as it should be, or bare, as some servers have it; a page that is no more compressed stays."""
    for window in (15, -15):
        try:
            return _inflated(body, window, is_cut)
        except DamagedAnswer:
            continue
    if body.lstrip()[:1] == b"<":
        return body
    raise DamagedAnswer("its compression is damaged")


def _unbrotlied(body: bytes, is_cut: bool) -> bytes:
    stream, parts, size = BrotliReader(io.BytesIO(body)), [], 0
    try:
        while size <= MAX_UNPACKED_BYTES and (part := stream.read(_STEP)):
            parts.append(part)
            size += len(part)
    except OSError as error:
        if not parts and body.lstrip()[:1] == b"<":
            return body
        if not is_cut or not parts:
            raise DamagedAnswer("its compression breaks off or is damaged") from error
    return b"".join(parts)

"""A gzip stream unpacked as it is read."""

from __future__ import annotations

import zlib
from typing import NamedTuple

from dateline.sources.archives.window import Bytes

_STEP = 65_536


class Fault(NamedTuple):
    """What was wrong with a gzip stream: a code of rejections, and words that go on from "is a gzip file that"."""

    code: str
    what: str


class Gunzipped:
    """Reads what a gzip stream holds, member by member. `fault` says what was wrong where it ended early."""

    def __init__(self, stream: Bytes) -> None:
        self._stream, self._member = stream, zlib.decompressobj(31)
        self._packed, self._is_ended = b"", False
        self.fault: Fault | None = None

    def read(self, size: int, /) -> bytes:
        """At least a byte and at most `size`; none at the end, and at a fault."""
        while self.fault is None:
            if not self._packed and not self._is_ended:
                self._packed = self._stream.read(_STEP)
                self._is_ended = not self._packed
            if not self._packed:
                if not self._member.eof:
                    self.fault = Fault("truncated_gzip", "breaks off before its end")
                break
            if self._member.eof:
                self._packed = self._packed.lstrip(b"\0")
                if not self._packed:
                    continue
                self._member = zlib.decompressobj(31)
            try:
                data = self._member.decompress(self._packed, size)
            except zlib.error as error:
                self.fault = Fault("corrupt_gzip", f"is damaged ({error})")
                break
            self._packed = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            if data:
                return data
        return b""


def first_bytes(packed: bytes, size: int) -> bytes:
    """What the beginning of a gzip stream unpacks to; nothing where it is damaged."""
    try:
        return zlib.decompressobj(31).decompress(packed, size)
    except zlib.error:
        return b""

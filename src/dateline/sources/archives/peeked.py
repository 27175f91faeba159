"""A stream whose beginning was looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

HEAD = 65_536
"""Bytes that tell what a stream holds."""


class Peeked:
    """Reads like the stream from its beginning. `head` are its first `HEAD` bytes, fewer where it has no more (`is_all`).
    `on_bytes` hears how many bytes were taken from the stream."""

    def __init__(self, stream: BinaryIO, on_bytes: Callable[[int], None] | None = None) -> None:
        self._stream, self._on_bytes = stream, on_bytes
        parts: list[bytes] = []
        size = 0
        while size <= HEAD and (part := self._take(HEAD + 1 - size)):
            parts.append(part)
            size += len(part)
        self._ahead = b"".join(parts)
        self.head, self.is_all = self._ahead[:HEAD], size <= HEAD

    def read(self, size: int, /) -> bytes:
        """At least a byte and at most `size`; none at the end."""
        if self._ahead:
            given, self._ahead = self._ahead[:size], self._ahead[size:]
            return given
        return self._take(size)

    def _take(self, size: int) -> bytes:
        taken = self._stream.read(size)
        if self._on_bytes is not None and taken:
            self._on_bytes(len(taken))
        return taken

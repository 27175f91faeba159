"""A stream read forwards through a window: what is ahead can be looked at, what lies behind is let go."""

from __future__ import annotations

from typing import Protocol

CHUNK = 131_072
"""Bytes read at a time."""


class Bytes(Protocol):
    """Anything that gives bytes: a file, a pipe, a part of a zip."""

    def read(self, size: int, /) -> bytes: ...


class Window:
    """`data` are the bytes in view, `at` is the offset of the first of them in the stream."""

    def __init__(self, stream: Bytes, at: int = 0) -> None:
        self._stream = stream
        self.data, self.at, self.is_ended = b"", at, False

    def fill(self, size: int) -> bool:
        """Reads on until `size` bytes are in view; whether they are (the stream may end before)."""
        while len(self.data) < size and not self.is_ended:
            more = self._stream.read(max(CHUNK, size - len(self.data)))
            self.is_ended = not more
            self.data += more
        return len(self.data) >= size

    def drop(self, count: int) -> bytes:
        """Lets the first `count` bytes go, and gives them."""
        gone, self.data = self.data[:count], self.data[count:]
        self.at += len(gone)
        return gone

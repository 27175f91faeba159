"""Standard output and standard error, as the commands need them: in UTF-8, and with a word of ours where nobody takes what is written."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dateline.model import DatelineError


class OutputError(DatelineError):
    """Standard output takes no more. `is_closed` when whoever read it went away, as `head` does after its lines."""

    def __init__(self, error: OSError) -> None:
        super().__init__(
            f"standard output cannot be written ({error.strerror}): make room, or send the results elsewhere."
        )
        self.is_closed = isinstance(error, BrokenPipeError)


class _Results(io.RawIOBase):
    """Standard output, of which each failure is an `OutputError` wherever it happens."""

    def __init__(self, raw: io.RawIOBase) -> None:
        self._raw = raw

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._raw.isatty()

    def fileno(self) -> int:
        return self._raw.fileno()

    def write(self, data: bytes, /) -> int | None:  # type: ignore[override]
        try:
            return self._raw.write(data)
        except OSError as error:
            raise OutputError(error) from error


class _Messages(_Results):
    """Standard error, which may be lost: no result depends on it."""

    def write(self, data: bytes, /) -> int | None:  # type: ignore[override]
        try:
            return super().write(data)
        except OutputError:
            return len(data)


@contextmanager
def standard_streams() -> Iterator[None]:
    """Standard output and error are guarded inside. Into files and pipes both are UTF-8, whatever the locale; a terminal keeps its
    encoding and shows ? for what that lacks.
    """
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _guarded(sys.stdout, _Results), _guarded(sys.stderr, _Messages)
    try:
        yield
    finally:
        sys.stderr.flush()
        sys.stdout, sys.stderr = before


def _guarded(stream: TextIO | None, guard: type[_Results]) -> TextIO:
    if stream is None:  # the shell closed it: >&-
        return Path(os.devnull).open("w", encoding="utf-8")
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # an unbuffered stream (python -u) has no buffer but the file itself
    if not isinstance(raw, io.RawIOBase):
        return stream
    stream.flush()
    is_terminal = raw.isatty()
    return io.TextIOWrapper(
        io.BufferedWriter(guard(raw)),  # type: ignore[type-var]
        encoding=stream.encoding if is_terminal else "utf-8",
        errors="replace" if is_terminal else "backslashreplace",
        line_buffering=is_terminal or guard is _Messages,
    )


def drop_output() -> None:
    """Lets go of results that cannot be written, so that nobody tries again when the program ends."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)
    sys.stdout.flush()

"""Files that commands write."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dateline.model import DatelineError


def write_file(path: Path, content: str | bytes) -> None:
    """Writes a file, and the folder that it stands in; one that is there stays whole until all of the new one is written.

    Raises:
        DatelineError: it cannot be written; the message says why.
    """
    data = content.encode() if isinstance(content, str) else content
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():  # /dev/stdout, a pipe: nothing can take its place
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)


@contextmanager
def open_rejections(path: Path | None) -> Iterator[TextIO | None]:
    """The file for records of what could not be read, which grows while pages are read; None where nobody wants one.

    Raises:
        DatelineError: it cannot be written; the message says why.
    """
    if path is None:
        yield None
        return
    with _told(path, "--rejections"):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("w", encoding="utf-8")
    with file:
        yield file


def _replace(path: Path, data: bytes) -> None:
    """Writes beside the file, and moves that to its place."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        draft.write_bytes(data)
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _told(path: Path, option: str = "--output") -> Iterator[None]:
    try:
        yield
    except OSError as error:
        what = f"{path} cannot be written ({error.strerror}): make room, or give another {option}."
        raise DatelineError(what) from error

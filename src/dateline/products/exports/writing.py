"""Writes the parts of an export, each in one go from the first byte to the last, and keeps their hashes."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol, TypeVar

from dateline.model import CollectionError

T = TypeVar("T")

MARK = "datapackage.json"
"""The file by which a folder is known as an earlier export."""


class Told(Protocol):
    """Hears how many rows of a part are written."""

    def __call__(self, part: str, rows: int) -> None: ...


class Sink:
    """Bytes on their way into a file, counted and hashed."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self.size = 0
        self.closed = False

    def write(self, data: bytes) -> int:
        self._file.write(data)
        self._hash.update(data)
        self.size += len(data)
        return len(data)

    def writable(self) -> bool:
        return True

    def flush(self) -> None:
        self._file.flush()

    def tell(self) -> int:
        return self.size

    def close(self) -> None:
        """The file is closed by whoever opened it."""

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


Count = Callable[[Iterator[T]], Iterator[T]]


@dataclass(frozen=True, slots=True)
class Part:
    """A file of an export: `write` sends all of it into a sink, and passes its records through `count` on the way."""

    name: str
    write: Callable[[Sink, RowCount], None]


@dataclass(slots=True)
class RowCount:
    """Counts the records of a part, and tells of them."""

    part: str
    told: Told | None
    rows: int = 0

    def __call__(self, records: Iterator[T]) -> Iterator[T]:
        for record in records:
            yield record
            self.rows += 1
            if self.told is not None and not self.rows % 100:
                self.told(self.part, self.rows)


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written."""

    name: str
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What an export is made of: parts in order, then files that tell of those (their hashes among it)."""

    parts: Sequence[Part]
    descriptors: Sequence[tuple[str, Callable[[Sequence[Written]], bytes]]] = field(default=())


def write_folder(layout: Layout, folder: Path, told: Told | None) -> list[Written]:
    """Writes a folder anew; one that holds an earlier export gives way when all of the new one is written.

    Raises:
        CollectionError: `not_empty`, when something else is at the place.
    """
    if folder.exists() and not _is_free(folder):
        what = f"{folder} is no earlier export and not empty: give a new folder, or empty this one."
        raise CollectionError("not_empty", what)
    with _draft_of(folder) as draft:
        draft.mkdir(parents=True)
        written = [_written(part, draft / part.name, told) for part in layout.parts]
        for name, described in layout.descriptors:
            (draft / name).write_bytes(described(written))
        if folder.exists():
            shutil.rmtree(folder)
        draft.replace(folder)
    return written


def write_file(part: Part, path: Path, told: Told | None) -> Written:
    """Writes a file; one that is there gives way when all of the new one is written.

    Raises:
        CollectionError: `not_empty`, when a folder is at the place.
    """
    if path.is_dir():
        raise CollectionError("not_empty", f"{path} is a folder, and this format is one file: name the file.")
    with _draft_of(path) as draft:
        path.parent.mkdir(parents=True, exist_ok=True)
        written = _written(part, draft, told)
        draft.replace(path)
    return written


def _is_free(folder: Path) -> bool:
    """Whether a folder is empty, or holds an export and nothing else."""
    if not folder.is_dir():
        return False
    names = {path.name for path in folder.iterdir()}
    try:
        made = json.loads((folder / MARK).read_bytes())["dateline"]["files"] if MARK in names else []
    except (ValueError, KeyError, TypeError):
        return False
    return names <= {MARK, *made}


@contextmanager
def _draft_of(path: Path) -> Iterator[Path]:
    """A place beside the path, of which nothing stays when the writing fails."""
    draft = path.with_name(f".{path.name}.draft")
    _remove(draft)
    try:
        yield draft
    finally:
        _remove(draft)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


def _written(part: Part, path: Path, told: Told | None) -> Written:
    counter = RowCount(part.name, told)
    with path.open("wb") as file:
        sink = Sink(file)
        part.write(sink, counter)
    if told is not None:
        told(part.name, counter.rows)
    return Written(part.name, counter.rows, sink.size, sink.sha256)

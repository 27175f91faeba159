"""Units of a run: some files, or a range of a large crawl, that are read for themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from dateline.engine.runs.faults import RunError
from dateline.model import Rejection
from dateline.model.codec import Record
from dateline.sources import is_crawl

UNIT_BYTES = 64_000_000
"""About how many bytes of input a unit has."""
_MOST_FILES = 500
_ID_LENGTH = 16
_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Part(Record):
    """A file, or of a crawl the records that begin at the bytes from `start` to before `end`. `size` and `changed` (in nanoseconds)
    are those of the file: another file by that name is another part."""

    path: str
    size: int
    changed: int
    start: int = 0
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Unit(Record):
    """Parts that are read together; their order is that of the inputs."""

    parts: tuple[Part, ...]

    @property
    def id(self) -> str:
        """The same for the same bytes at the same places."""
        return sha256(self.to_json().encode("utf-8", "replace")).hexdigest()[:_ID_LENGTH]

    @property
    def bytes(self) -> int:
        """How many bytes of the inputs it has."""
        return sum((part.size if part.end is None else part.end) - part.start for part in self.parts)


def split(files: Iterable[Path | Rejection], size: int = UNIT_BYTES) -> tuple[list[Unit], list[Rejection]]:
    """The units of some files, and what was no file. A crawl that is larger than a unit is cut; small files go together."""
    units: list[Unit] = []
    refused: list[Rejection] = []
    waiting: list[Part] = []

    def settle() -> None:
        if waiting:
            units.append(Unit(tuple(waiting)))
            waiting.clear()

    for file in files:
        if isinstance(file, Rejection):
            refused.append(file)
            continue
        parts = list(_parts(file, size))
        taken = sum(part.size for part in waiting)
        if len(parts) > 1 or taken + parts[0].size > size or len(waiting) >= _MOST_FILES:
            settle()
        if len(parts) > 1:
            units += [Unit((part,)) for part in parts]
        else:
            waiting += parts
    settle()
    return units, refused


def _parts(file: Path, size: int) -> Iterator[Part]:
    try:
        found = file.stat()
        is_cut = found.st_size > size and file.is_file() and is_crawl(file)
    except OSError:  # whoever reads it says what is wrong with it
        yield Part(str(file), 0, 0)
        return
    path, length = str(file.resolve()), found.st_size
    if not is_cut:
        yield Part(path, length, found.st_mtime_ns)
        return
    count = -(-length // size)
    edges = [length * number // count for number in range(count)] + [length]
    for start, end in pairwise(edges):
        yield Part(path, length, found.st_mtime_ns, start, end)


def hash_of_bytes(unit: Unit) -> str:
    """The SHA-256 of the bytes of a unit, one part after the other; what cannot be read has none.

    Raises:
        RunError: `changed`, when a file is another than when the run was planned.
    """
    digest = sha256()
    for part in unit.parts:
        path = Path(part.path)
        try:
            found = path.stat()
            if part.changed and (found.st_size, found.st_mtime_ns) != (part.size, part.changed):
                message = f"{part.path} was changed while the run went on: make the run again."
                raise RunError("changed", message)
            with path.open("rb") as file:
                file.seek(part.start)
                left = (part.size if part.end is None else part.end) - part.start
                while left > 0 and (data := file.read(min(_STEP, left))):
                    digest.update(data)
                    left -= len(data)
        except OSError:
            continue
    return digest.hexdigest()

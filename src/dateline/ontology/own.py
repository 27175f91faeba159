"""A researcher's own types and frames: a folder of tables that stand beside the packaged ones. See docs/how-to/ontology.md."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.model import DataError
from dateline.ontology.table_rows import Fault, Row, Table, read_table

VARIABLE = "DATELINE_ONTOLOGY"
"""The environment variable that names the folder in force."""
FRAME_COLUMNS = ("trigger", "pos", "needs", "plover", "mode", "cameo", "source", "target", "shape", "example")
CONTEXT_COLUMNS = ("context", "words", "pos", "without")
_COLUMNS = {
    "roots.csv": ("root", "quad", "score", "cameo", "gloss"),
    "modes.csv": ("root", "mode", "score", "cameo", "gloss"),
    "contexts.csv": ("context", "gloss"),
    "context_words.csv": CONTEXT_COLUMNS,
    "frames/without.csv": ("frame",),
}
_HOLDS = "a folder holds roots.csv, modes.csv, contexts.csv, context_words.csv and frames/*.csv"


@dataclass(frozen=True, eq=False)
class OwnTables:
    """What a folder holds: types, modes, contexts and the words that show them, frames, and ids of packaged frames to leave out; `version`
    is a hash of all that."""

    folder: Path
    roots: tuple[Row, ...]
    modes: tuple[Row, ...]
    contexts: tuple[Row, ...]
    context_words: tuple[Row, ...]
    frames: tuple[Row, ...]
    without: tuple[Row, ...]
    faults: tuple[Fault, ...]
    version: str

    def only(self, is_kept: Callable[[Row], bool]) -> OwnTables:
        """The same tables with some of their rows, and no faults."""

        def kept(rows: tuple[Row, ...]) -> tuple[Row, ...]:
            return tuple(filter(is_kept, rows))

        return replace(
            self,
            roots=kept(self.roots),
            modes=kept(self.modes),
            contexts=kept(self.contexts),
            context_words=kept(self.context_words),
            frames=kept(self.frames),
            without=kept(self.without),
            faults=(),
        )


def folder_in_force() -> Path | None:
    """The folder that the environment names; None where it names none.

    Raises:
        DataError: it is not there.
    """
    named = os.environ.get(VARIABLE, "")
    return existing_folder(named) if named else None


def existing_folder(folder: str | Path) -> Path:
    """A folder as an absolute path.

    Raises:
        DataError: it is not there.
    """
    found = Path(folder).expanduser().resolve()
    if not found.is_dir():
        raise DataError(f"{folder}: no such ontology folder; create it, or mend the path or {VARIABLE}.")
    return found


def fingerprint(folder: Path | None) -> tuple[tuple[str, int, int], ...]:
    """What changes when a table of the folder does: names, times of change and sizes."""
    if folder is None:
        return ()
    stats = ((name, path.stat()) for name, path in _files(folder))
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


def read_own(folder: Path) -> OwnTables:
    """The tables of a folder as they stand; whether their rows make sense is checked elsewhere."""
    digest = hashlib.sha256()
    tables: dict[str, Table] = {}
    faults: list[Fault] = []
    for name, path in _files(folder):
        content = path.read_bytes()
        digest.update(f"{name}\n".encode() + content)
        columns = _COLUMNS.get(name) or (FRAME_COLUMNS if name.startswith("frames/") else None)
        if columns is None:
            faults.append(Fault(name, None, f"no table of an ontology has this name; {_HOLDS}."))
        else:
            tables[name] = read_table(content, name, columns)
            faults += tables[name].faults
    if not tables and not faults:
        faults.append(Fault(folder.name, None, f"no table in it; {_HOLDS}."))
    nothing = Table((), ())
    roots, modes, contexts, words, without = (tables.pop(name, nothing).rows for name in _COLUMNS)
    frames = tuple(row for table in tables.values() for row in table.rows)
    return OwnTables(
        folder, roots, modes, contexts, words, frames, without, tuple(faults), digest.hexdigest()[:8]
    )


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The CSV files of a folder, with their names as messages have them."""
    paths = [*sorted(folder.glob("*.csv")), *sorted(folder.glob("frames/*.csv"))]
    yield from ((path.relative_to(folder).as_posix(), path) for path in paths)

"""All rows of a run, so that two runs can be compared."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from dateline.engine.runs.files import Files

FOLDERS = (
    "readings",
    "rejections",
    "sketches",
    "pages",
    "articles",
    "reports",
    "statements",
    "stories",
    "copies",
)


def rows_of(out: Path | str) -> dict[str, list[str]]:
    """The rows of each kind in a run's folder, sorted, whatever file they are in."""
    files = Files.at(str(out))
    return {
        folder: sorted(
            repr(row) for name in files.names(folder) for row in files.read_table(name).to_pylist()
        )
        for folder in FOLDERS
    }


def hash_of_rows(out: Path | str) -> str:
    """One hash over all sorted rows of a run."""
    digest = sha256()
    for folder, rows in rows_of(out).items():
        digest.update(f"{folder} {len(rows)}\n".encode())
        for row in rows:
            digest.update(row.encode())
    return digest.hexdigest()

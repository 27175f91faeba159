"""All rows of a run, so that two runs can be compared."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

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


def read_rows(out: Path | str, folder: str) -> list[dict[str, Any]]:
    """The rows of one kind."""
    files = Files.at(str(out))
    return [row for name in files.names(folder) for row in files.read_table(name).to_pylist()]


def rows_of(out: Path | str) -> dict[str, list[str]]:
    """The rows of each kind in a run's folder, sorted, whatever file they are in."""
    return {folder: sorted(map(repr, read_rows(out, folder))) for folder in FOLDERS}


def hash_of_rows(out: Path | str) -> str:
    """One hash over all sorted rows of a run."""
    digest = sha256()
    for folder, rows in rows_of(out).items():
        digest.update(f"{folder} {len(rows)}\n".encode())
        for row in rows:
            digest.update(row.encode())
    return digest.hexdigest()

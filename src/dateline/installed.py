"""Whether the files of this package are still those that were installed: pip notes the hash of each."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from functools import cache
from importlib.metadata import PackageNotFoundError, PackagePath, distribution
from pathlib import Path

from dateline.model import DataError

_DISTRIBUTION = "dateline-news"
_TABLES = (".csv", ".json")


def changed_files() -> list[str]:
    """All files of the package that differ from what was installed; none where the installation noted nothing, as in a checkout."""
    return [str(file) for file in _noted() if not _is_whole(file)]


@cache
def check_tables() -> None:
    """Sees to it that the packaged tables are whole, once a process.

    Raises:
        DataError: one was changed, cut or taken away since the installation.
    """
    for file in _noted():
        if file.suffix in _TABLES and not _is_whole(file):
            what = f"{file} is not the file that was installed: reinstall {_DISTRIBUTION}, and keep tables of your own in a folder for --knowledge or --ontology."
            raise DataError(what)


def _noted() -> list[PackagePath]:
    try:
        files = distribution(_DISTRIBUTION).files or []
    except PackageNotFoundError:
        return []
    return [
        file for file in files if file.parts[0] == "dateline" and file.hash and file.hash.mode == "sha256"
    ]


def _is_whole(file: PackagePath) -> bool:
    try:
        digest = hashlib.sha256(Path(file.locate()).read_bytes()).digest()
    except OSError:
        return False
    return file.hash is not None and urlsafe_b64encode(digest).rstrip(b"=").decode() == file.hash.value

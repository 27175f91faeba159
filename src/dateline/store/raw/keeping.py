"""Where raw pages are kept: a folder of compressed files, or a table of the database."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, delete, select

from dateline.model import CollectionError
from dateline.store.tables import RAW_PAGES

_SUFFIX = ".json.zlib"
_HASH = re.compile(r"[0-9a-f]{64}")
_LEVEL = 4
"""Takes half the time of the usual one, for files that are a sixteenth larger."""


class RawPages(Protocol):
    """Keeps the bytes of pages under their hash. The connection is that of the transaction at hand."""

    def put(self, connection: Connection, sha256: str, data: bytes) -> None:
        """Keep a page; one that is kept already stays as it is."""
        ...

    def get(self, connection: Connection, sha256: str) -> bytes | None:
        """The bytes of a page; None where it is missing or damaged."""
        ...

    def remove(self, connection: Connection, sha256: str) -> None:
        """Let go of a page."""
        ...

    def hashes(self, connection: Connection) -> Iterator[str]:
        """The hashes of all pages that are kept, in order."""
        ...


class PageFolder:
    """Files `ab/cdef...` under a folder. A file is written before the rows that need it, so that none is ever missing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, sha256: str) -> Path:
        """The file of a page. What is no hash leads nowhere: somebody else may have written the table that names it.

        Raises:
            CollectionError: `damaged`.
        """
        if not _HASH.fullmatch(sha256):
            raise CollectionError("damaged", f"{sha256[:80]!r} is no hash of a page: restore a backup.")
        return self.folder / sha256[:2] / (sha256[2:] + _SUFFIX)

    def put(self, connection: Connection, sha256: str, data: bytes) -> None:
        """Keep a page; a file that was half written when the program ended was never in place."""
        path = self.path_of(sha256)
        if path.exists():
            return
        draft = path.with_suffix(".draft")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(zlib.compress(data, _LEVEL))
            os.replace(draft, path)  # noqa: PTH105
        except OSError as error:
            draft.unlink(missing_ok=True)
            what = f"{self.folder} cannot be written ({error.strerror}): make room or check the permissions."
            raise CollectionError("disk_full", what) from error

    def get(self, connection: Connection, sha256: str) -> bytes | None:
        """The bytes of a page; None where its file is missing or damaged."""
        try:
            return zlib.decompress(self.path_of(sha256).read_bytes())
        except (OSError, zlib.error, CollectionError):
            return None

    def remove(self, connection: Connection, sha256: str) -> None:
        """Delete the file of a page."""
        self.path_of(sha256).unlink(missing_ok=True)

    def hashes(self, connection: Connection) -> Iterator[str]:
        """The hashes of all files, in order."""
        for path in sorted(self.folder.glob(f"??/*{_SUFFIX}")):
            yield path.parent.name + path.name.removesuffix(_SUFFIX)


class PageTable:
    """Rows of `raw_pages`, for a database that has no folder."""

    def put(self, connection: Connection, sha256: str, data: bytes) -> None:
        """Keep a page."""
        known = connection.execute(select(RAW_PAGES.c.sha256).where(RAW_PAGES.c.sha256 == sha256)).first()
        if known is None:
            connection.execute(RAW_PAGES.insert(), {"sha256": sha256, "page": zlib.compress(data, _LEVEL)})

    def get(self, connection: Connection, sha256: str) -> bytes | None:
        """The bytes of a page; None where its row is missing or damaged."""
        found = connection.execute(select(RAW_PAGES.c.page).where(RAW_PAGES.c.sha256 == sha256)).scalar()
        try:
            return zlib.decompress(found) if found is not None else None
        except zlib.error:
            return None

    def remove(self, connection: Connection, sha256: str) -> None:
        """Delete the row of a page."""
        connection.execute(delete(RAW_PAGES).where(RAW_PAGES.c.sha256 == sha256))

    def hashes(self, connection: Connection) -> Iterator[str]:
        """The hashes of all rows, in order."""
        yield from connection.execute(select(RAW_PAGES.c.sha256).order_by(RAW_PAGES.c.sha256)).scalars()

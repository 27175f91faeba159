"""The files of a run, in a folder or on a server that speaks S3: all that is read and written goes through here.

A file is there whole or not at all: it is written as a draft and moved.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import fs, parquet

from dateline.engine.runs.faults import RunError

DRAFT = ".draft-"


@dataclass(frozen=True, slots=True)
class Files:
    """A folder by its address: `/data/run`, `file:///data/run` or `s3://bucket/run`. Names of files are relative to it."""

    address: str

    @classmethod
    def at(cls, place: str) -> Files:
        """The folder of a path or an address.

        Raises:
            RunError: `bad_address`, when there is no such kind of address.
        """
        files = cls(place if "://" in place else str(Path(place).resolve()))
        _opened(files.address)
        return files

    def exists(self, name: str) -> bool:
        """Whether there is a file of that name."""
        system, path = self._path(name)
        return bool(system.get_file_info(path).type == fs.FileType.File)

    def names(self, folder: str) -> list[str]:
        """The files right in a folder, without drafts, in order."""
        system, path = self._path(folder)
        found = system.get_file_info(fs.FileSelector(path, allow_not_found=True))
        return sorted(
            f"{folder}/{info.base_name}"
            for info in found
            if info.type == fs.FileType.File and DRAFT not in info.base_name
        )

    def read(self, name: str) -> bytes:
        """The bytes of a file."""
        system, path = self._path(name)
        with system.open_input_stream(path) as stream:
            return bytes(stream.read())

    def write(self, name: str, data: bytes) -> None:
        """Write a file."""
        with self._draft(name) as stream:
            stream.write(data)

    def read_table(self, name: str, columns: Sequence[str] | None = None) -> Any:
        """The table of a Parquet file."""
        with self.opened(name) as file:
            return file.read(columns=list(columns) if columns is not None else None)

    def count_rows(self, name: str) -> int:
        """How many rows a Parquet file has."""
        with self.opened(name) as file:
            return int(file.metadata.num_rows)

    @contextmanager
    def opened(self, name: str) -> Iterator[Any]:
        """A Parquet file, to be read in parts."""
        system, path = self._path(name)
        with system.open_input_file(path) as stream, parquet.ParquetFile(stream) as file:
            yield file

    def write_tables(self, name: str, schema: Any, tables: Iterable[Any]) -> int:
        """Write a Parquet file with a row group for each table; how many rows there are."""
        rows = 0
        with self.writer(name, schema) as writer:
            for table in tables:
                rows += table.num_rows
                writer.write_table(table, row_group_size=max(1, table.num_rows))
        return rows

    @contextmanager
    def writer(self, name: str, schema: Any) -> Iterator[Any]:
        """Writes a Parquet file, which is in place when all was written."""
        with self._draft(name) as stream, parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
            yield writer

    def remove(self, folder: str) -> None:
        """Delete a folder with all that is in it."""
        system, path = self._path(folder)
        if system.get_file_info(path).type == fs.FileType.Directory:
            system.delete_dir(path)

    def remove_file(self, name: str) -> None:
        """Delete a file."""
        system, path = self._path(name)
        system.delete_file(path)

    def remove_drafts(self, folder: str) -> None:
        """Delete what runs that were killed left half written."""
        system, path = self._path(folder)
        for info in system.get_file_info(fs.FileSelector(path, allow_not_found=True, recursive=True)):
            if info.type == fs.FileType.File and DRAFT in info.base_name:
                system.delete_file(info.path)

    @contextmanager
    def _draft(self, name: str) -> Iterator[Any]:
        system, path = self._path(name)
        draft = f"{path}{DRAFT}{secrets.token_hex(6)}"
        try:
            system.create_dir(path.rpartition("/")[0], recursive=True)
            with system.open_output_stream(draft) as stream:
                yield stream
            system.move(draft, path)
        except BaseException as error:
            if system.get_file_info(draft).type == fs.FileType.File:
                system.delete_file(draft)
            if isinstance(error, OSError):
                what = (
                    f"{self.address}: {name} cannot be written ({error}): make room or check the permissions."
                )
                raise RunError("unwritable", what) from error
            raise

    def _path(self, name: str) -> tuple[Any, str]:
        system, folder = _opened(self.address)
        return system, f"{folder}/{name}" if name else folder


@lru_cache(maxsize=16)
def _opened(address: str) -> tuple[Any, str]:
    try:
        system, path = fs.FileSystem.from_uri(_in_one_request(address))
    except (pa.ArrowInvalid, OSError) as error:
        what = f"{address} is no place for a run ({error}): give a folder or s3://BUCKET/FOLDER."
        raise RunError("bad_address", what) from error
    return system, path.rstrip("/")


def _in_one_request(address: str) -> str:
    """An address by which small files are sent to a server of S3 in one request, not in parts."""
    if not address.startswith("s3://") or "allow_delayed_open" in address:
        return address
    return f"{address}{'&' if '?' in address else '?'}allow_delayed_open=true"

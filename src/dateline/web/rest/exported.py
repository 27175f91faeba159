"""An export on its way out: one file, or a folder as a zip file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Lock
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from dateline.products.exports import Format, Text, export
from dateline.store import Collection
from dateline.web.rest.problems import Problem

_ZIP = "application/zip"
MEDIA_TYPES: Mapping[Format, str] = {
    Format.PARQUET: _ZIP,
    Format.CSV: _ZIP,
    Format.GDELT: _ZIP,
    Format.POLECAT: "text/tab-separated-values",
    Format.GEOJSON: "application/geo+json",
    Format.FTM: "application/x-ndjson",
    Format.WEBANNOTATION: "application/ld+json",
    Format.JSONFEED: "application/feed+json",
    Format.ATOM: "application/atom+xml",
}
ENDINGS: Mapping[Format, str] = {
    Format.PARQUET: "parquet.zip",
    Format.CSV: "csv.zip",
    Format.GDELT: "gdelt.zip",
    Format.POLECAT: "polecat.tsv",
    Format.GEOJSON: "geojson",
    Format.FTM: "ftm.ndjson",
    Format.WEBANNOTATION: "annotations.jsonld",
    Format.JSONFEED: "feed.json",
    Format.ATOM: "feed.atom",
}
_AT_ONCE = 1 << 18
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of each file in a zip file: the same rows give the same bytes."""

_making = Lock()


def exported(collection: Collection, to: Format, text: Text, filters: Mapping[str, Any]) -> IO[bytes]:
    """An export in a file that goes when it is closed. One is made at a time, since each may read all of the collection.

    Raises:
        Problem: 503, another is being made.
    """
    if not _making.acquire(blocking=False):
        what = "Another export is being made: ask again when it has had time to end."
        raise Problem(503, what, headers={"Retry-After": "30"})
    try:
        with TemporaryDirectory(prefix="dateline-export-") as folder:
            place = Path(folder, "export")
            export(collection, to=to, path=place, text=text, **filters)
            return _packed(place)
    finally:
        _making.release()


def _packed(place: Path) -> IO[bytes]:
    kept = TemporaryFile()  # noqa: SIM115 - closed by `in_pieces`
    if place.is_file():
        with place.open("rb") as file:
            _copy(file, kept)
    else:
        with ZipFile(kept, "w") as packed:
            for path in sorted(place.iterdir()):
                entry = ZipInfo(path.name, _LONG_AGO)
                entry.compress_type = ZIP_STORED if path.suffix == ".parquet" else ZIP_DEFLATED
                with path.open("rb") as file, packed.open(entry, "w") as into:
                    _copy(file, into)
    kept.seek(0)
    return kept


def _copy(source: IO[bytes], into: IO[bytes]) -> None:
    while piece := source.read(_AT_ONCE):
        into.write(piece)


def in_pieces(file: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a file, which is closed after the last."""
    with file:
        while piece := file.read(_AT_ONCE):
            yield piece

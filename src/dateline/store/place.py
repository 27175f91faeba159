"""Where a collection lies: a folder, or a database of PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from dateline.model import CollectionError

_POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder, or the address of a database; one of the two is given."""

    folder: Path | None
    url: URL

    @property
    def database(self) -> Path:
        """The file of the tables, where the collection is a folder."""
        return Path(self.url.database or "")

    def __str__(self) -> str:
        """As somebody would give it, without a password."""
        return str(self.folder) if self.folder else self.url.set(drivername="postgresql").render_as_string()


def place_of(given: Path | str) -> Place:
    """The place that a path or a URL names.

    Raises:
        CollectionError: it is a URL of another kind of database.
    """
    text = str(given)
    if text.startswith(_POSTGRES):
        return Place(None, _url(text).set(drivername="postgresql+psycopg"))
    if "://" in text:
        what = f"{text} is no place for a collection: give a folder or postgresql://..."
        raise CollectionError("not_a_collection", what)
    folder = Path(text)
    return Place(folder, URL.create("sqlite", database=str(folder / "collection.sqlite")))


def _url(text: str) -> URL:
    try:
        return make_url(text)
    except ArgumentError as error:
        what = f"{text} cannot be parsed: write it as postgresql://user@host/name."
        raise CollectionError("not_a_collection", what) from error

"""The index as a collection keeps it: fed with readings, in the transaction that writes their rows."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, select

from dateline.model import Reading
from dateline.store.correcting.reading_back import corrected_readings
from dateline.store.search import index
from dateline.store.search.index_rows import index_row
from dateline.store.tables import ARTICLES

_AT_ONCE = 200


class PageIndex:
    """The search index beside the tables of a collection."""

    def create(self, connection: Connection) -> None:
        """Makes the table of pages where it is missing."""
        index.create(connection)

    def add(self, connection: Connection, articles: Sequence[tuple[int, Reading]]) -> None:
        """Takes in articles, by their numbers."""
        index.add(connection, (index_row(number, reading) for number, reading in articles))

    def drop(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Takes out articles that others took the place of."""
        index.drop(connection, numbers)

    def remove(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Forgets articles without a trace."""
        index.remove(connection, numbers)

    def scrub(self, engine: Engine) -> None:
        """Clears what a database keeps of articles that were removed, after the transaction."""
        index.scrub(engine)

    def count(self, connection: Connection) -> int:
        """How many articles it holds."""
        return index.pages_since(connection)


def fill(connection: Connection) -> None:
    """Puts all articles that count into the index, those there already anew: after a new version of `tokens`, for instance."""
    numbers = connection.scalars(select(ARTICLES.c.number).where(ARTICLES.c.is_current)).all()
    for first in range(0, len(numbers), _AT_ONCE):
        part = numbers[first : first + _AT_ONCE]
        told = corrected_readings(connection, part)
        index.add(connection, [index_row(number, told[number].reading) for number in part])

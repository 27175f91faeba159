"""Conditions on who takes part: somebody on a side of an event, on either, or two on opposite sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Table,
    and_,
    exists,
    func,
    literal,
    select,
    tuple_,
)

from dateline.store.database import Database
from dateline.store.queries.conditions import is_named, values_of
from dateline.store.queries.filters import Asked, Filters
from dateline.store.queries.rows import Query

_OFTEN = 5_000
"""Rows beyond which nobody is rarer than somebody else."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody who takes part, on a side or on either, and who stands opposite."""

    who: Asked
    side: str | None = None
    opposite: Asked = None


def parts_of(asked: Filters) -> list[Part]:
    """Everybody who has to take part."""
    parts = [
        Part(asked.source, "source"),
        Part(asked.target, "target"),
        Part(asked.actor),
        Part(asked.country),
    ]
    parts += [Part(one) for one in (*asked.all_of, *(asked.pair or ()))]
    if asked.between is not None:
        one, other = asked.between
        parts += [Part(one, opposite=other), Part(other, opposite=one)]
    return [part for part in parts if values_of(part.who) or values_of(part.opposite)]


@dataclass(frozen=True, slots=True)
class Parties:
    """A table of those who take part; `keys` are the columns that tell in what, `rank` those that tell a row from others there."""

    table: Table
    keys: tuple[str, ...]
    rank: tuple[str, ...] = ("side", "place")

    def parts_of(self, database: Database, asked: Filters) -> list[Part]:
        """Who has to take part, the rarest first."""
        parts = parts_of(asked)
        if len(parts) < 2:
            return parts
        with database.reading() as connection:
            return sorted(parts, key=lambda part: self._frequency(connection, part))

    def _frequency(self, connection: Connection, part: Part) -> int:
        """How often somebody takes part, as far as it is worth counting."""
        counted = select(func.count()).select_from(self.rows_of(part, _OFTEN))
        return connection.execute(counted).scalar_one()

    def rows_of(self, part: Part, most: int) -> FromClause:
        """The rows of somebody, as far as they are worth counting."""
        rows = select(literal(1)).select_from(self.table).where(is_named(self.table, part.who))
        return rows.limit(most).subquery()

    def leading(self, part: Part) -> ColumnElement[bool]:
        """Rows that are a part, the first of each event. What is joined to them comes newest first by their index, so that a list of the
        newest reads no more than it shows."""
        other = self.table.alias()
        is_earlier = self._rank(other) < self._rank(self.table)
        return and_(
            self._are(self.table, part),
            ~self._there_is(other, self.table, is_earlier, self._are(other, part)),
        )

    def counting(self, asked: Filters) -> Query | None:
        """A row for each event in which somebody takes part, where nothing else is asked for: an index alone tells them."""
        parts = parts_of(asked)
        if len(parts) != 1 or asked != replace(
            Filters(), actor=asked.actor, source=asked.source, target=asked.target
        ):
            return None
        return (
            select(*(self.table.c[key] for key in self.keys))
            .where(self._are(self.table, parts[0]))
            .distinct()
        )

    def also(self, part: Part) -> ColumnElement[bool]:
        """Rows to whose event another row belongs that is a part."""
        other = self.table.alias()
        return self._there_is(other, self.table, self._are(other, part))

    def inside(self, part: Part, keys: Mapping[str, ColumnElement[Any]]) -> ColumnElement[bool]:
        """What has some keys, in which somebody takes part."""
        other = self.table.alias()
        same = [other.c[name] == key for name, key in keys.items()]
        return exists().where(*same, self._are(other, part)).correlate_except(other)

    def is_rarer(self, database: Database, row: ColumnElement[bool], part: Part) -> bool:
        """Whether rows that fulfil a condition are fewer than those of somebody."""
        with database.reading() as connection:
            counted = select(func.count()).select_from(select(literal(1)).where(row).limit(_OFTEN).subquery())
            rows = connection.execute(counted).scalar_one()
            return rows < _OFTEN and rows < self._frequency(connection, part)

    def _rank(self, parties: FromClause) -> ColumnElement[Any]:
        return tuple_(*(parties.c[name] for name in self.rank))

    def _are(self, parties: FromClause, part: Part) -> ColumnElement[bool]:
        return and_(is_named(parties, part.who), *self._further(parties, part))

    def _further(self, parties: FromClause, part: Part) -> Iterator[ColumnElement[bool]]:
        if part.side is not None:
            yield parties.c.side == part.side
        if values_of(part.opposite):
            other = self.table.alias()
            is_across = other.c.side != parties.c.side
            yield self._there_is(other, parties, is_across, is_named(other, part.opposite))

    def _there_is(
        self, other: FromClause, row: FromClause, *conditions: ColumnElement[bool]
    ) -> ColumnElement[bool]:
        """There is another row of the event that fulfils conditions."""
        same = [other.c[key] == row.c[key] for key in self.keys]
        return exists().where(*same, *conditions).correlate_except(other)

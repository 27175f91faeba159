"""A set of rows that is looked up when it is used, not before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from html import escape
from itertools import islice
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Row, Select, func, literal, select

from dateline.model.codec import Record
from dateline.store.database import Database
from dateline.store.queries.frames import arrow_table, package
from dateline.store.queries.sorting import By, Place, after, place_of

R = TypeVar("R", bound=Record)
Found = Sequence[Row[*tuple[Any, ...]]]
Query = Select[*tuple[Any, ...]]

_AT_ONCE = 500
_SHOWN = 20
_MOST_SHOWN_LETTERS = 120


class Rows(Generic[R]):
    """Records of one kind that some filters let through, newest first. Each use asks the collection again."""

    def __init__(
        self,
        database: Database,
        query: Query,
        kind: type[R],
        made: Callable[[Connection, Found], list[R]],
        order: Sequence[By],
        counting: Query | None = None,
    ) -> None:
        """`order` tells each row from all others; `counting` has as many rows as `query`, and is quicker to go through."""
        self._database = database
        self._query = query
        self._kind = kind
        self._made = made
        self._order = order
        self._counting = query if counting is None else counting

    def __iter__(self) -> Iterator[R]:
        with self._database.reading() as connection:
            found = connection.execution_options(stream_results=True).execute(self._in_order())
            for part in found.partitions(_AT_ONCE):
                yield from self._made(connection, part)

    def __len__(self) -> int:
        return self.count()

    def count(self, most: int | None = None) -> int:
        """How many rows there are, counted up to `most`."""
        only_there = self._counting.order_by(None)
        if self._counting is self._query:
            only_there = only_there.with_only_columns(literal(1), maintain_column_froms=True)
        if most is not None:
            only_there = only_there.limit(most)
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).select_from(only_there.subquery())).scalar_one()

    def limit(self, most: int) -> Rows[R]:
        """The first of these rows."""
        return Rows(self._database, self._query.limit(most), self._kind, self._made, self._order)

    def skip(self, passed: int) -> Rows[R]:
        """These rows without the first ones."""
        return Rows(self._database, self._query.offset(passed), self._kind, self._made, self._order)

    def part(self, most: int, place: Place | None = None) -> list[tuple[R, Place]]:
        """The first rows, or the first after a place, each with its own place: what comes in meanwhile shifts nothing.

        Raises:
            CollectionError: `bad_filter`, when it is no place in this list.
        """
        query = self._in_order().limit(most)
        if place is not None:
            is_further = after(self._order, place)
            is_grouped = any(by.is_added_up for by in self._order)
            query = query.having(is_further) if is_grouped else query.where(is_further)
        width = len(self._query.selected_columns)
        places = [by.column.label(f"place_{at}") for at, by in enumerate(self._order)]
        with self._database.reading() as connection:
            found = connection.execute(query.add_columns(*places)).all()
            records = self._made(connection, found)
        return [(record, place_of(row[width:])) for record, row in zip(records, found, strict=True)]

    def _in_order(self) -> Query:
        return self._query.order_by(*(by.clause for by in self._order))

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`. Raises `CollectionError` (`no_package`) where pyarrow is not installed, as the other three do."""
        return arrow_table(self, self._kind)

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`."""
        package("pandas")
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:
        """A `polars.DataFrame`."""
        return package("polars").from_arrow(self.to_arrow())

    def to_duckdb(self) -> Any:
        """A `duckdb.DuckDBPyRelation`, on a database of its own in memory."""
        return package("duckdb").connect().from_arrow(self.to_arrow())

    def __repr__(self) -> str:
        return f"<{self.count():,} rows of {self._kind.__name__}>"

    def _repr_html_(self) -> str:
        """The first rows as a table, for notebooks."""
        names = [field.name for field in fields(self._kind)]  # type: ignore[arg-type]
        head = "".join(f"<th>{escape(name)}</th>" for name in names)
        shown = list(islice(iter(self.limit(_SHOWN)), _SHOWN))
        body = "".join(
            "<tr>" + "".join(f"<td>{_cell(getattr(record, name))}</td>" for name in names) + "</tr>"
            for record in shown
        )
        count = self.count()
        more = f"<p>{count:,} rows, the first {len(shown)} shown</p>" if count > len(shown) else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def first_columns(kind: type[R]) -> Callable[[Connection, Found], list[R]]:
    """Makes records of rows whose first columns are their fields, in order."""
    width = len(fields(kind))  # type: ignore[arg-type]
    return lambda _, found: [kind(*row[:width]) for row in found]


def _cell(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
    return escape(text if len(text) <= _MOST_SHOWN_LETTERS else text[: _MOST_SHOWN_LETTERS - 1] + "…")

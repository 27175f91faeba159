"""The order of a list, and the place of a row in it: by its place the rows after it are found, whatever came in before it meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_

from dateline.model import CollectionError

Place = tuple[int | str | None, ...]
"""What a row has in the columns by which its list is sorted: it stands there alone."""


@dataclass(frozen=True, slots=True)
class By:
    """A column that a list is sorted by. Where rows may lack a value (`has_gaps`), those without one come last. What `is_added_up` is known
    only when the rows are grouped."""

    column: ColumnElement[Any]
    falls: bool = False
    has_gaps: bool = False
    is_added_up: bool = False

    @property
    def clause(self) -> ColumnElement[Any]:
        """As a query is told."""
        sorted_by = self.column.desc() if self.falls else self.column.asc()
        return sorted_by.nulls_last() if self.has_gaps else sorted_by

    def is_at(self, value: int | str | None) -> ColumnElement[bool]:
        """Rows that have a value."""
        return self.column.is_(None) if value is None else self.column == value

    def is_after(self, value: int | str | None) -> ColumnElement[bool]:
        """Rows that come after those with a value."""
        if value is None:
            return false()
        return self._or_lacks(self.column < value if self.falls else self.column > value)

    def is_not_before(self, value: int | str | None) -> ColumnElement[bool]:
        """Rows that have a value or come after: what an index can leap to."""
        if value is None:
            return self.column.is_(None)
        return self._or_lacks(self.column <= value if self.falls else self.column >= value)

    def _or_lacks(self, condition: ColumnElement[bool]) -> ColumnElement[bool]:
        return or_(condition, self.column.is_(None)) if self.has_gaps else condition


def after(order: Sequence[By], place: Place) -> ColumnElement[bool]:
    """Rows that come after a place.

    Raises:
        CollectionError: `bad_filter`, when it is no place in a list of that order.
    """
    if len(place) != len(order) or not all(map(_fits, order, place)):
        raise CollectionError("bad_filter", f"{place!r} is no place in this list: begin it anew.")
    pairs = list(zip(order, place, strict=True))
    further = (
        and_(*(by.is_at(value) for by, value in pairs[:at]), by.is_after(value))
        for at, (by, value) in enumerate(pairs)
    )
    return and_(order[0].is_not_before(place[0]), or_(*further))


def place_of(values: Sequence[Any]) -> Place:
    """A place from what a row has; PostgreSQL gives sums as decimals."""
    return tuple(int(value) if isinstance(value, Decimal) else value for value in values)


def _fits(by: By, value: int | str | None) -> bool:
    if value is None:
        return by.has_gaps
    return isinstance(value, by.column.type.python_type) and not isinstance(value, bool)

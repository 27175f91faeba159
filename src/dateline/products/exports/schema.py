"""What a table is: its columns with their meanings, and how each value comes out of a record.

Tables, descriptors and codebook are all written from these objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from dateline.products.exports.contents import Contents
from dateline.products.exports.kinds import Shown, Value
from dateline.products.exports.rights import Rights

R = TypeVar("R")


class Kind(StrEnum):
    """What sort of values a column has."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    YES_NO = "true or false"
    DAY = "day"
    MONTH = "month"
    LIST = "list of text"


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column of a table over records of one sort. `missing` says when it is empty; a column without it never is."""

    name: str
    kind: Kind
    rule: str
    of: Callable[[R], Value]
    unit: str = ""
    missing: str = ""
    values: tuple[str, ...] = ()
    shown: Shown = Shown.DATA

    @property
    def may_be_missing(self) -> bool:
        return bool(self.missing) or self.shown is not Shown.DATA


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose values are in the key of another table."""

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A table: a row a record, `key` tells rows apart."""

    name: str
    title: str
    key: tuple[str, ...]
    records: Callable[[Contents], Iterator[R]]
    columns: tuple[Column[R], ...]
    references: tuple[Reference, ...] = ()

    def rows(self, contents: Contents, rights: Rights) -> Iterator[tuple[Value, ...]]:
        """The rows, each with a value for each column, as far as the texts may go out."""
        for record in self.records(contents):
            yield tuple(rights.let_through(column.of(record), column.shown) for column in self.columns)

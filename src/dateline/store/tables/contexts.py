"""Contexts in one column: their names between bars, so that one can be looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, or_, true


def in_column(contexts: Iterable[str]) -> str | None:
    """`|diplomatic|economic|`; nothing for none."""
    names = "|".join(contexts)
    return f"|{names}|" if names else None


def of_column(value: str | None) -> tuple[str, ...]:
    """The names that a column has."""
    return tuple((value or "").strip("|").split("|")) if value else ()


def has_context(column: ColumnElement[str], wanted: Sequence[str]) -> ColumnElement[bool]:
    """A column that has one of some contexts; all rows where none is asked for."""
    if not wanted:
        return true()
    return or_(*(column.contains(f"|{name}|", autoescape=True) for name in wanted))

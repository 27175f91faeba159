"""Where all tables are listed, and the kinds of columns that they share."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Integer, MetaData, Text
from sqlalchemy.types import TypeEngine

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

NUMBER: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")
"""An integer of 64 bits; in SQLite a key of this kind is the number of the row itself."""


def text(name: str, *, required: bool = False) -> Column[str]:
    """A column of text in UTF-8; instants are ISO strings in UTC, days `YYYY-MM-DD`."""
    return Column(name, Text, nullable=not required)


def integer(name: str, *, required: bool = False) -> Column[int]:
    """A column of whole numbers."""
    return Column(name, NUMBER, nullable=not required)


def yes_no(name: str) -> Column[bool]:
    """A column that is true or false."""
    return Column(name, Boolean, nullable=False)


def by_hand() -> list[Column[Any]]:
    """Whether a row was corrected by a person, or found right, and what somebody notes of it."""
    return [yes_no("corrected"), yes_no("checked"), text("flag")]

"""New since I last looked: up to which arrival each name (a saved search, a person) has seen what came in.

What is remembered is the arrival, not the number: a page of an earlier day that comes in late has a smaller number than those seen already, and
is new all the same. A new version of a page is not.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select

from dateline.store.tables import ARTICLES, LOOKS


def last_look(connection: Connection, name: str) -> int | None:
    """The arrival up to which everything has been seen; None for who never looked."""
    return connection.scalar(select(LOOKS.c.arrival).where(LOOKS.c.name == name))


def last_arrival(connection: Connection) -> int:
    """The latest arrival; 0 where there are no pages."""
    return connection.scalar(select(func.max(ARTICLES.c.arrival))) or 0


def looked(connection: Connection, name: str, arrival: int) -> None:
    """Remembers that everything up to an arrival has been seen."""
    connection.execute(delete(LOOKS).where(LOOKS.c.name == name))
    connection.execute(insert(LOOKS), {"name": name, "arrival": arrival})

"""New since I last looked: up to when each name (a saved search, a person) has seen what came in.

What is remembered is the instant at which the last page seen had come in, not its number: a page of an earlier day that comes in late has
a smaller number than those seen already, and is new all the same.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select

from dateline.store.search.tables import articles, looks


def last_look(connection: Connection, name: str) -> str | None:
    """The instant up to which everything has been seen; None for who never looked."""
    return connection.scalar(select(looks.c.first_seen).where(looks.c.name == name))


def looked(connection: Connection, name: str) -> None:
    """Remembers that all that is there now has been seen."""
    newest = connection.scalar(select(func.max(articles.c.first_seen)))
    connection.execute(delete(looks).where(looks.c.name == name))
    if newest is not None:
        connection.execute(insert(looks), {"name": name, "first_seen": newest})

"""What was taken back, and how it is known again without keeping what it was."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import Connection, delete, select

from dateline.model import Outlet, Reading
from dateline.store.clock import now
from dateline.store.inserting import insert_rows
from dateline.store.tables import TOMBSTONES
from dateline.syndication import outlet_key

Key = tuple[str, str]
"""Kind and key of a tombstone."""


def keys_of(reading: Reading, address: str) -> list[Key]:
    """The tombstones that would keep an article out."""
    keys = [("article", reading.article.id), address_key(address)]
    outlet = reading.article.outlet
    return [*keys, *outlet_keys(outlet)] if outlet else keys


def address_key(address: str) -> Key:
    """The tombstone of an address."""
    return "address", _hash(address)


def outlet_keys(outlet: Outlet) -> list[Key]:
    """The tombstones of an outlet: by its name, and by its id where it has one."""
    keys = [("outlet", _hash(outlet_key(outlet.name)))]
    return [*keys, ("outlet", _hash(outlet.id))] if outlet.id else keys


def is_forgotten(connection: Connection, keys: Iterable[Key]) -> bool:
    """True when one of the keys has a tombstone."""
    asked = list(keys)
    found = connection.execute(
        select(TOMBSTONES.c.kind, TOMBSTONES.c.key).where(TOMBSTONES.c.key.in_([key for _, key in asked]))
    )
    return any(tuple(row) in asked for row in found)


def lift_tombstones(connection: Connection, keys: Iterable[Key]) -> None:
    """Lets in again what has one of the keys."""
    for kind, key in keys:
        connection.execute(delete(TOMBSTONES).where(TOMBSTONES.c.kind == kind, TOMBSTONES.c.key == key))


def taken_back(connection: Connection, key: Key) -> str | None:
    """When what has a key was taken back; None where it was not."""
    kind, value = key
    made: str | None = connection.execute(
        select(TOMBSTONES.c.made).where(TOMBSTONES.c.kind == kind, TOMBSTONES.c.key == value)
    ).scalar()
    return made


def set_tombstones(connection: Connection, keys: Iterable[Key], reason: str | None) -> None:
    """Keeps what has one of the keys out from now on."""
    known = {tuple(row) for row in connection.execute(select(TOMBSTONES.c.kind, TOMBSTONES.c.key))}
    fresh = [key for key in dict.fromkeys(keys) if key not in known]
    made = now()
    insert_rows(
        connection,
        TOMBSTONES,
        ({"kind": kind, "key": key, "made": made, "reason": reason} for kind, key in fresh),
    )


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()

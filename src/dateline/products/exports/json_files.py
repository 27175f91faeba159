"""JSON that is written while its items come: nothing is held but one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec


def json_with_items(
    head: dict[str, Any], name: str, items: Iterable[Any], *, ends: str = "}"
) -> Iterator[bytes]:
    """An object that ends in a list of items, one a line.

    Args:
        head: what stands before the list.
        name: the key of the list.
        ends: what closes the object.
    """
    opening = msgspec.json.encode(head)[:-1]
    yield opening + (b"," if head else b"") + msgspec.json.encode(name) + b":["
    between = b"\n"
    for item in items:
        yield between + msgspec.json.encode(item)
        between = b",\n"
    yield b"\n]" + ends.encode("utf-8") + b"\n"


def json_lines(items: Iterable[Any]) -> Iterator[bytes]:
    """An item a line."""
    for item in items:
        yield msgspec.json.encode(item) + b"\n"

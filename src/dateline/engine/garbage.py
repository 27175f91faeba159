"""How often Python looks for objects that only hold each other: reading makes many objects, and hardly any of that kind."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_OBJECTS = 20_000
"""After so many it looks, where Python has 700: that is worth some 5 % of all time."""


def collect_seldom() -> None:
    """From now on, for as long as the process lasts."""
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])


@contextmanager
def collected_seldom() -> Iterator[None]:
    """For what is done inside; then as it was before."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)

"""The collection that is served: opened when it is there, and kept open."""

from __future__ import annotations

from collections.abc import Callable

from dateline.store import Collection


class Opening:
    """Opens a collection the first time that it can be, and gives the same from then on."""

    def __init__(self, opens: Callable[[], Collection]) -> None:
        self._opens = opens
        self._opened: Collection | None = None

    def __call__(self) -> Collection:
        """The collection.

        Raises:
            CollectionError: it cannot be opened, yet.
        """
        if self._opened is None:
            self._opened = self._opens()
        return self._opened

    def close(self) -> None:
        """Lets go of it."""
        if self._opened is not None:
            self._opened.close()

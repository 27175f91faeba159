"""A collection that is open: its parts, until it is closed."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from dateline.model import CollectionError
from dateline.store.holdings import Holdings
from dateline.store.place import Place


class Opened:
    """A place and what lies there."""

    def __init__(self, place: Place, holdings: Holdings) -> None:
        self._place = place
        self._holdings = holdings
        self._is_open = True

    @property
    def place(self) -> str:
        """Where the collection is: its folder or address, without a password."""
        return str(self._place)

    @property
    def holdings(self) -> Holdings:
        """What it is made of, for packages that write tables of their own."""
        return self._open_holdings()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Collection({self.place!r})"

    def close(self) -> None:
        """Let go of the files or the server. A collection that is closed cannot be used again."""
        self._is_open = False
        self._holdings.database.close()

    def _open_holdings(self) -> Holdings:
        if not self._is_open:
            raise CollectionError("closed", f"{self.place} is closed: open it again.")
        return self._holdings

"""Pages that come with their readings: what a run over many files has read elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.model import RawPage, Reading, Rejection

Found = tuple[RawPage, Reading] | Rejection
"""A page with its reading, or an input that could not be read."""


class ReadAlready:
    """Gives pages one by one, and for the page that was given last its reading."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._found = found
        self._last: tuple[RawPage, Reading] | None = None

    def pages(self) -> Iterator[RawPage | Rejection]:
        """The pages, without their readings."""
        for one in self._found:
            if isinstance(one, Rejection):
                yield one
            else:
                self._last = one
                yield one[0]

    def read_many(
        self, sources: Iterable[RawPage], *, workers: int | None, tier: str
    ) -> Iterator[Reading | Rejection]:
        """The readings of pages that come from `pages`, each answered before the next is taken."""
        for page in sources:
            if self._last is None or self._last[0] is not page:
                raise ValueError("pages have to be answered one by one")
            yield self._last[1]

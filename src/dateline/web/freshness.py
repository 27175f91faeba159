"""What makes kept answers stale: rows that changed, by others or through these pages."""

from __future__ import annotations

from math import inf
from time import monotonic

from starlette.concurrency import run_in_threadpool

from dateline.store.database import Database

_STALE, _CROWDED = 8, 30
"""Times the patience of a site that an answer may be old while it is asked anew, and while others wait for theirs."""


class Freshness:
    """The state of the tables, as old as patience allows, and which earlier answers may still be given."""

    def __init__(self, database: Database, patience: float) -> None:
        """`patience` is for how many seconds what others write may go unseen."""
        self._database = database
        self._patience = patience
        self._looked, self._changed, self._seen = -inf, -inf, ""

    async def state(self) -> str:
        """Words that are others as soon as a row changes.

        Raises:
            CollectionError: the tables cannot be read.
        """
        now = monotonic()
        if now - self._looked > self._patience:
            of_file = self._database.is_sqlite
            self._seen = self._database.state() if of_file else await run_in_threadpool(self._database.state)
            self._looked = now
        return self._seen

    def changed_here(self) -> None:
        """What a reader changed is seen at once."""
        self._looked, self._changed = -inf, monotonic()

    def may_be_given(self, made: float, *, is_crowded: bool) -> bool:
        """Whether an answer from before a row changed may be given for a moment: not where it was changed through these pages. `is_crowded` says that
        others wait for theirs."""
        oldest = monotonic() - self._patience * (_CROWDED if is_crowded else _STALE)
        return self._changed < made and made > oldest

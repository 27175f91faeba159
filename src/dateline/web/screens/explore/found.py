"""The events that answer a question: the newest of them, and how many there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.products.dates import in_words
from dateline.products.pictures.dealings import names_of
from dateline.store import Collection, EventRow
from dateline.store.queries.event_leads import is_led
from dateline.store.queries.events import events, first_day_of_newest
from dateline.store.queries.filters import Filters
from dateline.web.screens.explore.question import Question

_COUNTED = 10_000
"""Events beyond which a narrow question is not counted to the end."""
LOOKED_AT = 50_000
"""Events among which is looked for what no index leads to."""


@dataclass(frozen=True)
class Found:
    """The newest events, all of them where there are no more; `total` is None where there are more than were counted. Where not all were looked
    at, `since` is the first day of those that were."""

    rows: tuple[EventRow, ...]
    total: int | None
    since: str | None = None

    @property
    def is_whole(self) -> bool:
        return self.total == len(self.rows)

    @property
    def said(self) -> str:
        """How many there are, and how many of them are shown."""
        shown, since = f"{len(self.rows):,}", f" since {in_words(self.since)}" if self.since else ""
        if self.is_whole:
            return f"{shown} event" + ("" if len(self.rows) == 1 else "s") + since
        of = f"{self.total:,}" if self.total is not None else f"more than {_COUNTED:,}"
        return f"the newest {shown} of {of} events{since}"

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name that is shown for each name of an actor."""
        return names_of(self.rows)

    def ids(self) -> Mapping[str, str]:
        """The id of each actor by the name that is shown for it."""
        return self._ids

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        shown = self.names
        found: dict[str, str] = {}
        for row in self.rows:
            for names, ids in ((row.source, row.source_actors), (row.target, row.target_actors)):
                if len(names) == len(ids):
                    found.update(
                        (shown.get(name, name), actor)
                        for name, actor in zip(names, ids, strict=True)
                        if not actor.startswith("local:")
                    )
        return found


def found_for(collection: Collection, question: Question) -> Found:
    """The events of a question. Where each of many has to be looked into, the newest `LOOKED_AT` alone are."""
    database, asked = collection.holdings.database, question.filters
    since = None if is_led(database, asked) else first_day_of_newest(database, asked, LOOKED_AT)
    rows = events(database, replace(asked, after=since) if since else asked)
    newest, from_day = tuple(rows.limit(question.newest)), since.isoformat() if since else None
    if len(newest) < question.newest:
        return Found(newest, len(newest), from_day)
    count = rows.count() if asked == Filters() else rows.count(_COUNTED + 1)
    return Found(newest, count, from_day) if asked == Filters() or count <= _COUNTED else Found(newest, None)

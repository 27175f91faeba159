"""Counts of events by day and kind, changed with the rows that they count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select, update

from dateline.store.holdings import Values
from dateline.store.inserting import insert_rows
from dateline.store.tables import EVENT_PARTICIPANTS, EVENTS, ROLLUPS

Bucket = tuple[str, str, str, int, str, str]
"""Day, root, status, quad, state of the source and of the target."""


_KEYS = ("day", "root", "status", "quad", "source_state", "target_state")


def buckets(events: Iterable[Values], participants: Iterable[Values]) -> Counter[Bucket]:
    """In which buckets some events are counted: once for each pair of states that their sides have."""
    states: dict[tuple[object, object], set[str]] = {}
    for party in participants:
        states.setdefault((party["event"], party["side"]), set()).add(str(party["state"] or ""))
    found: Counter[Bucket] = Counter()
    for event in events:
        kind = (str(event["day"] or ""), str(event["root"]), str(event["status"]), int(event["quad"] or 0))
        for source in states.get((event["id"], "source"), {""}):
            for target in states.get((event["id"], "target"), {""}):
                found[(*kind, source, target)] += 1
    return found


def buckets_of_all(connection: Connection) -> Counter[Bucket]:
    """The counts as the rows of events have them."""
    events = connection.execute(select(EVENTS)).mappings()
    parties = connection.execute(select(EVENT_PARTICIPANTS)).mappings()
    return buckets((dict(row) for row in events), (dict(row) for row in parties))


def apply_changes(connection: Connection, changes: Mapping[Bucket, int]) -> None:
    """Adds to the counts, or takes away."""
    fresh: list[Values] = []
    columns = ROLLUPS.c
    for bucket, change in sorted(changes.items()):
        if not change:
            continue
        keys = dict(
            zip(("day", "root", "status", "quad", "source_state", "target_state"), bucket, strict=True)
        )
        here = [columns[name] == value for name, value in keys.items()]
        done = connection.execute(update(ROLLUPS).where(*here).values(count=columns["count"] + change))
        if not done.rowcount:
            fresh.append({**dict(zip(_KEYS, bucket, strict=True)), "count": change})
    insert_rows(connection, ROLLUPS, fresh)
    connection.execute(delete(ROLLUPS).where(columns["count"] == 0))

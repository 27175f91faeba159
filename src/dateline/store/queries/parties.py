"""Sources and targets of the rows at hand, looked up together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, select

from dateline.store.tables import EVENT_PARTICIPANTS, PARTICIPANTS

Sides = Mapping[str, tuple[str, ...]]
"""`source`, `source_actors`, `source_states`, and the same of the target."""


def sides_of_events(connection: Connection, events: Iterable[str]) -> Mapping[str, Sides]:
    """The sides of some events."""
    table = EVENT_PARTICIPANTS
    found = connection.execute(
        select(table)
        .where(table.c.event.in_(list(events)))
        .order_by(table.c.event, table.c.side, table.c.place)
    )
    return _sides((row.event, row) for row in found)


def sides_of_reports(
    connection: Connection, reports: Iterable[tuple[int, str]]
) -> Mapping[tuple[int, str], Sides]:
    """The sides of some reports, by article and id."""
    table = PARTICIPANTS
    wanted = set(reports)
    found = connection.execute(
        select(table)
        .where(table.c.article.in_(sorted({article for article, _ in wanted})))
        .order_by(table.c.article, table.c.report, table.c.side, table.c.place)
    )
    return _sides(((row.article, row.report), row) for row in found)


def _sides(found: Iterable[tuple[Any, Row[*tuple[Any, ...]]]]) -> Mapping[Any, Sides]:
    sides: dict[Hashable, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key, row in found:
        own = sides[key]
        own[row.side].append(row.name)
        if row.actor:
            own[f"{row.side}_actors"].append(row.actor)
        if row.state:
            own[f"{row.side}_states"].append(row.state)
    return defaultdict(dict, {key: {name: tuple(v) for name, v in own.items()} for key, own in sides.items()})


def columns_of(sides: Sides) -> dict[str, Any]:
    """The sides as the columns of a record; empty where nobody stands."""
    names = [f"{side}{kind}" for side in ("source", "target") for kind in ("", "_actors", "_states")]
    return {name: sides.get(name, ()) for name in names}

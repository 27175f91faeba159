"""Queries that are kept: which there are, when they are due, how they do."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import Connection, Row, delete, func, insert, select

from dateline.jobs.alerting.destinations import Destination, destination_of
from dateline.jobs.alerting.faults import AlertError
from dateline.jobs.instants import instant_of, written
from dateline.model.codec import Record
from dateline.store.queries.filters import Filters
from dateline.store.tables import ALERT_MATCHES, ALERTS, JOBS

ALERT = "alert"
"""The kind of job that sends a message."""
KINDS = (ALERT,)
USUAL_HOUR = "06:00"
_FILTERS = ("source", "target", "between", "actor", "root", "status")


class Digest(StrEnum):
    """When an alert tells: in each round that finds something, or once a day."""

    AT_ONCE = "at-once"
    DAILY = "daily"


@dataclass(frozen=True, slots=True)
class Wish:
    """What an alert is to ask, and whom it is to tell: with `on_pages` it may be nobody, and the web pages alone tell it. `hour` is that of a
    daily digest, `07:30`, in UTC."""

    query: str
    destinations: Sequence[str]
    filters: Filters = field(default_factory=Filters)
    digest: Digest = Digest.AT_ONCE
    hour: str = USUAL_HOUR
    with_updates: bool = True
    with_present: bool = False
    allow_private: bool = False
    on_pages: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """A query that is kept, as its row says. All pages up to `arrival` were looked at."""

    id: str
    name: str
    query: str
    filters: Filters
    destinations: tuple[str, ...]
    digest: Digest
    hour: str | None
    with_updates: bool
    allow_private: bool
    arrival: int
    rounds: int
    next: str | None

    @property
    def asked(self) -> str:
        """What it asks for, in the words of the command line."""
        parts = [self.query] if self.query else []
        for name, values in filters_of(self.filters).items():
            parts += (
                [f"--{name} {' '.join(values)}"] if name == "between" else [f"--{name} {v}" for v in values]
            )
        return " ".join(parts)

    def is_due(self, now: datetime) -> bool:
        """Whether it is asked in a round of this instant; one that tells nobody never is."""
        return bool(self.destinations) and (self.next is None or instant_of(self.next) <= now)

    def next_after(self, now: datetime) -> str | None:
        """When it is due again; None where it always is."""
        return None if self.hour is None else written(_at_hour(self.hour, now))

    def target(self, given: str) -> Destination:
        """A destination of it, checked anew.

        Raises:
            AlertError: `bad_destination` and others, such as a program that is no longer there.
        """
        return destination_of(given, allow_private=self.allow_private)


@dataclass(frozen=True, slots=True)
class AlertState(Record):
    """How an alert does: `next` is when its digest is due, `sent` when a message last got through, in UTC; `waiting` and `dead` count messages that
    did not yet, and that were given up."""

    SCHEMA: ClassVar[str] = "dateline.alert/1"

    name: str
    asked: str
    to: tuple[str, ...]
    digest: str
    next: str | None
    sent: str | None
    waiting: int
    dead: int


def checked_hour(hour: str) -> str:
    """An hour of the day, as it is kept.

    Raises:
        AlertError: `bad_setting`.
    """
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", hour):
        raise AlertError("bad_setting", hour, f"{hour!r} is no hour of the day: write it as 06:00, in UTC.")
    return hour


def insert_alert(connection: Connection, name: str, wish: Wish, arrival: int, now: datetime) -> None:
    """Keeps a query that was checked.

    Raises:
        AlertError: `bad_setting`, when there is one of that name.
    """
    if connection.execute(select(ALERTS.c.id).where(ALERTS.c.name == name)).first() is not None:
        what = f"there is an alert {name!r} already: remove it first, or give another name."
        raise AlertError("bad_setting", name, what)
    hour = checked_hour(wish.hour) if wish.digest is Digest.DAILY else None
    row = {
        "id": secrets.token_hex(8),
        "name": name,
        "query": wish.query,
        "filters": json.dumps(filters_of(wish.filters), sort_keys=True),
        "destinations": json.dumps(list(dict.fromkeys(wish.destinations))),
        "digest": wish.digest.value,
        "hour": hour,
        "with_updates": wish.with_updates,
        "allow_private": wish.allow_private,
        "arrival": arrival,
        "rounds": 0,
        "made": written(now),
        "next": written(_at_hour(hour, now)) if hour else None,
    }
    connection.execute(insert(ALERTS).values(row))


def delete_alert(connection: Connection, alert: Alert) -> None:
    """Drops an alert with what it told and what waits to be sent, but for a message that is being sent."""
    connection.execute(delete(ALERTS).where(ALERTS.c.id == alert.id))
    connection.execute(delete(ALERT_MATCHES).where(ALERT_MATCHES.c.alert == alert.id))


def alerts_in(connection: Connection) -> list[Alert]:
    """All alerts, by name."""
    return [_alert(row) for row in connection.execute(select(ALERTS).order_by(ALERTS.c.name))]


def alert_with(connection: Connection, id: str) -> Alert | None:
    """The alert of an id; None where it was removed."""
    row = connection.execute(select(ALERTS).where(ALERTS.c.id == id)).first()
    return None if row is None else _alert(row)


def states_in(connection: Connection) -> list[AlertState]:
    """How all alerts do, by name."""
    sent = {row.id: row.sent for row in connection.execute(select(ALERTS.c.id, ALERTS.c.sent))}
    return [
        AlertState(
            alert.name,
            alert.asked,
            alert.destinations,
            alert.digest.value if alert.hour is None else f"{alert.digest} {alert.hour}",
            alert.next,
            sent[alert.id],
            _jobs(connection, alert, "waiting", "leased"),
            _jobs(connection, alert, "dead"),
        )
        for alert in alerts_in(connection)
    ]


def filters_of(filters: Filters) -> dict[str, list[str]]:
    """The filters that are given, as lists."""
    found = {name: getattr(filters, name) for name in _FILTERS}
    return {
        name: [values] if isinstance(values, str) else [str(v) for v in values]
        for name, values in found.items()
        if values
    }


def beginning_of(alert: str) -> str:
    """How the keys of an alert's jobs begin."""
    return f"{ALERT} {alert} "


def _jobs(connection: Connection, alert: Alert, *states: str) -> int:
    is_own = JOBS.c.key.startswith(beginning_of(alert.id), autoescape=True)
    query = select(func.count()).select_from(JOBS).where(is_own, JOBS.c.state.in_(states))
    return connection.execute(query).scalar_one()


def _alert(row: Row[*tuple[Any, ...]]) -> Alert:
    filters = json.loads(row.filters)
    between = filters.pop("between", None)
    return Alert(
        row.id,
        row.name,
        row.query,
        Filters(**filters, between=tuple(between) if between else None),
        tuple(json.loads(row.destinations)),
        Digest(row.digest),
        row.hour,
        row.with_updates,
        row.allow_private,
        row.arrival,
        row.rounds,
        row.next,
    )


def _at_hour(hour: str, now: datetime) -> datetime:
    """The next time that the clock shows an hour."""
    hours, minutes = map(int, hour.split(":"))
    now = now.astimezone(UTC)
    today = now.replace(hour=hours, minute=minutes, second=0, microsecond=0)
    return today if today > now else today + timedelta(days=1)

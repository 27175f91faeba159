"""What people say and ask about alerts: which to keep, how they do, and what was given up."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from random import Random
from typing import ClassVar

from dateline.jobs.alerting.alerts import (
    KINDS,
    Alert,
    AlertState,
    Wish,
    alerts_in,
    beginning_of,
    delete_alert,
    filters_of,
    insert_alert,
    states_in,
)
from dateline.jobs.alerting.destinations import destination_of
from dateline.jobs.alerting.faults import AlertError
from dateline.jobs.alerting.matching import matching_pages, query_of
from dateline.jobs.alerting.messages import sample_of
from dateline.jobs.alerting.sending import sender
from dateline.jobs.alerting.settings import Given, settings_for
from dateline.jobs.instants import Clock, system_clock, written
from dateline.jobs.queue import Queue
from dateline.model.codec import Record
from dateline.products.alerts import AlertMessage
from dateline.store import Collection
from dateline.store.queries.reports import reports
from dateline.store.search import last_arrival

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Undelivered(Record):
    """A message that was given up. `alert` is the name of its alert, `to` its destination, `attempts` how often it was tried, `error` why it failed the
    last time, at the instant `when`, in UTC."""

    SCHEMA: ClassVar[str] = "dateline.undelivered/1"

    id: int
    alert: str
    to: str
    attempts: int
    error: str
    when: str


def add_alert(collection: Collection, name: str, wish: Wish, *, clock: Clock = system_clock) -> None:
    """Keeps a query. It tells of what comes in from now on, with `with_present` also of what is there.

    Raises:
        AlertError: `bad_setting bad_destination` and others, which name what is wrong.
        QueryError: the query cannot be read.
        CollectionError: `bad_filter`; `locked`.
    """
    _check(collection, name, wish, clock)
    with collection.holdings.database.writing() as connection:
        arrival = 0 if wish.with_present else last_arrival(connection)
        insert_alert(connection, name, wish, arrival, clock())


def remove_alert(collection: Collection, name: str) -> bool:
    """Drops an alert with what waits to be sent; False where there is none of that name."""
    with collection.holdings.database.writing() as connection:
        for alert in alerts_in(connection):
            if alert.name == name:
                delete_alert(connection, alert)
                Queue(connection, system_clock(), Random(), KINDS).drop(beginning_of(alert.id))
                return True
    return False


def alerts(collection: Collection) -> list[AlertState]:
    """How all alerts do, by name."""
    with collection.holdings.database.reading() as connection:
        return states_in(connection)


def matched_pages(collection: Collection, name: str, *, clock: Clock = system_clock) -> frozenset[int]:
    """The numbers of all pages that match an alert, also those that were there before it was made.

    Raises:
        AlertError: `bad_setting`, when there is no such alert.
    """
    alert, database = alert_named(collection, name), collection.holdings.database
    with database.reading() as connection:
        return frozenset(matching_pages(database, connection, alert, clock(), after=0))


def undelivered(collection: Collection) -> list[Undelivered]:
    """The messages that were given up, oldest first."""
    with collection.holdings.database.reading() as connection:
        names = {alert.id: alert.name for alert in alerts_in(connection)}
        found = []
        for letter in Queue(connection, system_clock(), Random(), KINDS).dead_letters():
            said = json.loads(letter.payload)
            name, when = names.get(said["alert"], said["alert"]), written(letter.when)
            found.append(Undelivered(letter.id, name, said["to"], letter.attempts, letter.error, when))
        return found


def send_again(collection: Collection, id: int) -> bool:
    """Lets a message that was given up be tried again, from the beginning; False where none has that number."""
    with collection.holdings.database.writing() as connection:
        return Queue(connection, system_clock(), Random(), KINDS).retry(id)


def send_sample(
    collection: Collection, name: str, given: Given | None = None, *, clock: Clock = system_clock
) -> AlertMessage:
    """Sends a sample to all destinations of an alert: the newest stories that it matches, marked as a test. Nothing is noted of it.

    Raises:
        AlertError: `bad_setting`, when there is no such alert or a setting is missing.
        SendError: it did not get through.
    """
    alert = alert_named(collection, name)
    targets = [alert.target(one) for one in alert.destinations]
    settings = settings_for({target.kind for target in targets}, given)
    send = sender(settings, allow_private=alert.allow_private)
    message = sample_of(collection, alert, f"{alert.id}-test-{secrets.token_hex(4)}", clock())
    for target in targets:
        send(message, target, clock())
    return message


def alert_named(collection: Collection, name: str) -> Alert:
    """The alert of a name.

    Raises:
        AlertError: `bad_setting`, when there is none.
    """
    with collection.holdings.database.reading() as connection:
        for alert in alerts_in(connection):
            if alert.name == name:
                return alert
    what = f"{collection.place} has no alert {name!r}: `dateline alert list` tells their names."
    raise AlertError("bad_setting", name, what)


def _check(collection: Collection, name: str, wish: Wish, clock: Clock) -> None:
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        what = f"{name[:_LONGEST_NAME]!r} is no name for an alert: write up to {_LONGEST_NAME} letters on one line."
        raise AlertError("bad_setting", name[:_LONGEST_NAME], what)
    if not wish.query.strip() and not filters_of(wish.filters):
        what = f"alert {name!r} asks for nothing: give --query, or a filter such as --source."
        raise AlertError("bad_setting", name, what)
    if not wish.destinations and not wish.on_pages:
        raise AlertError("bad_setting", name, f"alert {name!r} tells nobody: give --to.")
    for given in wish.destinations:
        destination_of(given, allow_private=wish.allow_private)
    query_of(wish.query, clock())
    next(iter(reports(collection.holdings.database, wish.filters).limit(1)), None)

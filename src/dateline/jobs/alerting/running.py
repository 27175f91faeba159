"""Rounds of alerts: what is new for each becomes jobs, and each job one message."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import Connection, update

from dateline.jobs.alerting.alerts import KINDS, Alert, alert_with, alerts_in
from dateline.jobs.alerting.destinations import kind_of
from dateline.jobs.alerting.faults import SendError
from dateline.jobs.alerting.matching import note_matches
from dateline.jobs.alerting.messages import Delivery, message_of
from dateline.jobs.alerting.sending import Send, sender
from dateline.jobs.alerting.settings import Given, settings_for
from dateline.jobs.alerting.told import AlertNews, Found, NotReady, SendFailed, Sent
from dateline.jobs.instants import Clock, instant_of, system_clock, written
from dateline.jobs.queue import Job, LeaseLost, Queue
from dateline.jobs.rounds import go_on, take_up
from dateline.jobs.stopping import Stop
from dateline.model import CollectionError, InputError
from dateline.store import Collection
from dateline.store.holdings import Holdings
from dateline.store.tables import ALERTS
from dateline.store.writer import Lock, held, is_held

USUAL_INTERVAL = timedelta(minutes=15)
_LEASE = timedelta(hours=1).total_seconds()
_SHORTEST_SLEEP, _TRIES = 1.0, 60
_ALERTER = Lock("alerts", 4_207_201_128, "another process sends its alerts, and one is enough")


def is_sending(collection: Collection) -> bool:
    """Whether a process sends alerts at this moment."""
    return is_held(collection.holdings.database, _ALERTER)


def _nobody(_: AlertNews) -> None:
    """Where nobody wants to hear."""


@dataclass(slots=True)
class AlertRun:
    """Sends what the alerts of a collection have to tell.

    One process does so at a time; others may read, add pages and follow feeds meanwhile. What was killed at any moment goes on from there: what is
    to be told is written with the word that it was found, and a job is done with the word that its message was sent. Killed between the sending and
    that word, it sends the message again under the same id.

    Args:
        given: what the command line says of the mail server.
        random: by which pauses after failures differ.
        told: hears what came of each alert and message.
    """

    collection: Collection
    given: Given = field(default_factory=Given)
    clock: Clock = system_clock
    random: Random = field(default_factory=Random)
    told: Callable[[AlertNews], None] = _nobody
    stop: Stop = field(default_factory=Stop)

    def once(self) -> None:
        """One round: alerts that are due are asked, and what is due is sent.

        Raises:
            InputError: `bad_setting bad_destination`; nothing was sent.
            CollectionError: `locked`, when another process sends alerts or writes; and others.
        """
        with self._alone() as holdings:
            self._round(holdings, self._ready(holdings))

    def forever(self, every: timedelta = USUAL_INTERVAL) -> None:
        """Round after round, until somebody asks to stop. While another process writes, it waits.

        Raises:
            InputError: `bad_setting bad_destination`.
            CollectionError: `locked`, when another process sends alerts; and others.
        """
        with self._alone() as holdings:
            self._ready(holdings)

            def one_round() -> float:
                self._round(holdings, self._ready_by_now(holdings))
                return self._pause(holdings, every)

            go_on(one_round, self.stop, self.told)

    @contextmanager
    def _alone(self) -> Iterator[Holdings]:
        holdings = self.collection.holdings
        with held(holdings.database, _ALERTER):
            yield holdings

    def _round(self, holdings: Holdings, senders: dict[str, Send]) -> None:
        began = self.clock()
        with holdings.database.writing() as connection:
            self._begin(connection, began)
        for id in senders:
            self._ask(holdings, id, began)
        while not self.stop.is_asked and (job := self._lease(holdings, began)):
            self._do(holdings, job, senders)

    def _ready(self, holdings: Holdings) -> dict[str, Send]:
        """Who sends for each alert. A setting that is missing is told before anything is tried."""
        return {alert.id: self._sender(alert) for alert in self._alerts(holdings)}

    def _ready_by_now(self, holdings: Holdings) -> dict[str, Send]:
        """The same later on: an alert that was added meanwhile and lacks a setting does not end the run for the others."""
        senders = {}
        for alert in self._alerts(holdings):
            try:
                senders[alert.id] = self._sender(alert)
            except InputError as error:
                self.told(NotReady(alert.name, error.message))
        return senders

    def _alerts(self, holdings: Holdings) -> list[Alert]:
        with holdings.database.reading() as connection:
            return alerts_in(connection)

    def _sender(self, alert: Alert) -> Send:
        kinds = {kind_of(given) for given in alert.destinations}
        return sender(settings_for(kinds, self.given), allow_private=alert.allow_private)

    def _begin(self, connection: Connection, began: datetime) -> None:
        take_up(connection, self._queue(connection), began, self.told)

    def _ask(self, holdings: Holdings, id: str, now: datetime) -> None:
        """Asks an alert, as it is by now: it may have been removed, or moved by a clock that went back."""
        with holdings.database.writing() as connection:
            alert = alert_with(connection, id)
            if alert is None or not alert.is_due(now):
                return
            found = note_matches(holdings.database, connection, self._queue(connection), alert, now)
        if found:
            self.told(Found(alert.name, found))

    def _lease(self, holdings: Holdings, began: datetime) -> Job | None:
        with holdings.database.writing() as connection:
            return self._queue(connection).lease(_LEASE, due_by=began)

    def _do(self, holdings: Holdings, job: Job, senders: dict[str, Send]) -> None:
        said = json.loads(job.payload)
        with holdings.database.reading() as connection:
            alert = alert_with(connection, said["alert"])
        if alert is None:
            self._settle(holdings, lambda queue, _: queue.done(job))
            return
        id = "-".join(job.key.split()[1:])
        delivery = Delivery(id, said["round"], said["part"], said["since"])
        try:
            message = message_of(self.collection, alert, delivery, self.clock())
            if message is not None:
                send = senders.get(alert.id) or self._sender(alert)
                send(message, alert.target(said["to"]), self.clock())
        except (SendError, InputError, CollectionError) as error:
            self._failed(holdings, job, alert, said["to"], str(error))
            return
        except Exception as error:
            what = f"A defect of dateline, report it ({type(error).__name__}: {error})."
            self._failed(holdings, job, alert, said["to"], what)
            return

        def end(queue: Queue, connection: Connection) -> None:
            queue.done(job)
            sent = update(ALERTS).where(ALERTS.c.id == alert.id)
            connection.execute(sent.values(sent=written(self.clock())))

        self._settle(holdings, end)
        if message is not None:
            self.told(Sent(alert.name, said["to"], len(message.stories)))

    def _failed(self, holdings: Holdings, job: Job, alert: Alert, to: str, error: str) -> None:
        again: datetime | None = None

        def end(queue: Queue, _: Connection) -> None:
            nonlocal again
            again = queue.failed(job, error)

        self._settle(holdings, end)
        self.told(SendFailed(alert.name, to, error, job.attempts + 1, again))

    def _settle(self, holdings: Holdings, end: Callable[[Queue, Connection], None]) -> None:
        """Writes what came of a job. While another process writes it waits: a message that was sent must not be sent again for want of a word."""
        for tries_left in reversed(range(_TRIES)):
            try:
                with holdings.database.writing() as connection:
                    end(self._queue(connection), connection)
                return
            except LeaseLost:
                return
            except CollectionError as error:
                if error.code != "locked" or not tries_left:
                    raise

    def _pause(self, holdings: Holdings, every: timedelta) -> float:
        """Seconds until the next round: after the interval, or sooner where a message or a digest is due."""
        now = self.clock()
        with holdings.database.reading() as connection:
            digests = [instant_of(alert.next) for alert in alerts_in(connection) if alert.next]
            waiting = self._queue(connection).next_due()
        ahead = [due for due in [*digests, *([waiting] if waiting else [])] if due > now]
        soonest = min([now + every, *ahead])
        return max((soonest - now).total_seconds(), _SHORTEST_SLEEP)

    def _queue(self, connection: Connection) -> Queue:
        return Queue(connection, self.clock(), self.random, KINDS)
